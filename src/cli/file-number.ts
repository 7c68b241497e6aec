import { existsSync } from "node:fs";

/** A name that ends in # and a number names that scenario of a list, unless it is a file. */
export function splitOperand(operand: string): { file: string; number?: number } {
  const [, file, number] = /^(.*)#(\d+)$/s.exec(operand) ?? [];
  return file === undefined || existsSync(operand) ? { file: operand } : { file, number: Number(number) };
}
