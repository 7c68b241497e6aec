/** One step of the working, with its numbers, so that it can be checked by hand. */
export interface WorkedStep {
  readonly step: string;
  readonly formula: string;
  /** Each end written out: "6,000 × (1 + 3) = 24,000". If both ends are equal, there is one line. */
  readonly lines: readonly string[];
}
