/** A column that looks like a loss and changes no result. */
export interface UnusedLoss {
  readonly column: string;
  /** The --map options that would use it; none if it is one part of the casualties, which are used. */
  readonly maps: readonly string[];
  /** The column that it would then be used instead of. */
  readonly insteadOf?: string | undefined;
  /** The first row lacks it, so that no --map can name it. */
  readonly isLate?: true;
}
