import { existsSync } from "node:fs";

/**
 * Splits a name that ends in # and a number, which selects that scenario of a list, unless a file has this very name.
 */
export function splitOperand(operand: string): { file: string; number?: number } {
  const [, file, number] = /^(.*)#(\d+)$/s.exec(operand) ?? [];
  return file === undefined || existsSync(operand) ? { file: operand } : { file, number: Number(number) };
}
