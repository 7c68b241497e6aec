/** Processor time of this process in milliseconds: on a busy machine it grows less than the time on the clock. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
