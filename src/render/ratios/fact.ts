/** One line about a case: its label, and what is known. */
export type Fact = readonly [label: string, text: string];
