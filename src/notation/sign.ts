/** "x" or ":1" after a ratio, "%" after a share. */
export type Sign = "times" | "percent";

/** How a sign is written after a number. */
export const MARK: Readonly<Record<Sign, string>> = { times: "x", percent: "%" };
