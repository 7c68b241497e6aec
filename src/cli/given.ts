import type { Problem } from "../core/errors.ts";
import { type ShowOptions, streamNamed } from "./io.ts";
import { OPTIONS, type OptionName } from "./options.ts";

const REPEATABLE = new Set(OPTIONS.filter(({ repeats }) => repeats).map(({ name }) => name));

/** What the command line gave: each option with its values in order ("" for an option that takes none). */
export class GivenOptions {
  readonly #values = new Map<OptionName, string[]>();
  /** Every option with its value, in the order in which they were typed. */
  readonly typed: (readonly [option: OptionName, value: string])[] = [];
  /** The words that belong to no option: files, or the name of a schema or topic. */
  operands: readonly string[] = [];

  add(option: OptionName, value = ""): void {
    this.typed.push([option, value]);
    const values = this.#values.get(option);
    if (values) values.push(value);
    else this.#values.set(option, [value]);
  }

  values(option: OptionName): readonly string[] {
    return this.#values.get(option) ?? [];
  }

  value(option: OptionName): string | undefined {
    return this.#values.get(option)?.[0];
  }

  has(option: OptionName): boolean {
    return this.#values.has(option);
  }

  /** How to show text for people. */
  get showOptions(): ShowOptions {
    return { isAscii: this.has("--ascii"), isPaged: !this.has("--no-pager") };
  }

  /** The file that --output names, unless it is standard output. */
  outputFile(): string | undefined {
    const file = this.value("--output");
    return streamNamed(file) === "stdout" ? undefined : file;
  }

  /** The value of an option that has choices, if it is one of them. */
  choice<T extends string>(option: OptionName, choices: readonly T[]): T | undefined {
    return choices.find((choice) => choice === this.value(option));
  }

  /**
   * The format that --format, --json or --plain asks for. "Plain" is the format that other programs read line by line.
   */
  format<T extends string>(choices: readonly T[], plain: T): T | undefined {
    const short = this.has("--json") ? "json" : this.has("--plain") ? plain : undefined;
    return this.choice("--format", choices) ?? choices.find((choice) => choice === short);
  }

  /** Reports options that were given more than once but may not be. We don't prefer one value over another. */
  repeatProblems(): Problem[] {
    return [...this.#values]
      .filter(([option, { length }]) => length > 1 && !REPEATABLE.has(option))
      .map(([option, { length: times }]) => ({ code: "E-REPEATED", args: { option, times } }));
  }
}
