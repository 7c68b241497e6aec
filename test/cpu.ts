/** CPU time of this process in milliseconds. Other load on the machine changes it less than wall-clock time. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
