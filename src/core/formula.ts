import { Rational } from "./rational.ts";

/** A formula for the arithmetic: names of quantities, whole numbers, and the four operations. */
export type Formula =
  | { readonly is: "name"; readonly name: string; readonly shown: string }
  | { readonly is: "number"; readonly value: Rational }
  | { readonly is: "bounded"; readonly part: Formula; readonly least?: Rational; readonly most?: Rational }
  | { readonly is: Operation; readonly left: Formula; readonly right: Formula };

type Operation = "+" | "−" | "×" | "÷";

/** Looks up the value of a quantity. */
export type ValueLookup = (name: string) => Rational;

/** How a result moves when one of its inputs grows. "either" means that it depends on the other inputs. */
export type Direction = "rises" | "falls" | "either";

/** Other names for quantities that read better in a formula. */
export type Aliases = Readonly<Record<string, string>>;

/** Splits a formula into names, numbers and signs. */
export function tokensOf(text: string): string[] {
  return text.split(/([()+−×÷])/).flatMap((token) => token.trim() || []);
}

/** Whether a token is a name rather than a number or a sign. */
export function isName(token: string): boolean {
  return /[a-z]/i.test(token);
}

/**
 * Parses the tokens of a formula: "killed × (1 + ratio)". A term with question marks is left out if its quantity is
 * unknown: "wounded? + captured?". Undefined if no term is left.
 */
export function parseFormula(
  tokens: readonly string[],
  aliases: Aliases,
  isKnown: (name: string) => boolean,
): Formula | undefined {
  let at = 0;
  const operand = (): Formula | undefined => {
    const token = tokens[at++]!;
    if (token === "(") {
      const inner = sum();
      at += 1;
      return inner;
    }
    if (!isName(token)) return { is: "number", value: Rational.of(Number(token)) };
    const shown = token.replaceAll("?", "");
    const name = aliases[shown] ?? shown;
    return token === shown || isKnown(name) ? { is: "name", name, shown } : undefined;
  };
  const product = () => joined(operand, ["×", "÷"]);
  const sum = (): Formula | undefined => joined(product, ["+", "−"]);
  const joined = (next: () => Formula | undefined, operations: readonly string[]): Formula | undefined => {
    let left = next();
    while (operations.includes(tokens[at] ?? "")) {
      const operation = tokens[at++] as Operation;
      left = combined(operation, left, next());
    }
    return left;
  };
  return sum();
}

/** Joins two parts of a formula. Only sums have optional terms, and no difference starts with an optional term. */
function combined(operation: Operation, left: Formula | undefined, right: Formula | undefined): Formula | undefined {
  return left && right ? operate(operation, left, right) : (left ?? right);
}

/** Moves divisions to the end, as people write them: a ÷ b × c is a × c ÷ b. */
function operate(is: Operation, left: Formula, right: Formula): Formula {
  if (is === "×" && left.is === "÷") return operate("÷", operate("×", left.left, right), left.right);
  if (is === "×" && right.is === "÷") return operate("÷", operate("×", left, right.left), right.right);
  return { is, left, right };
}

/** The formula with some of its quantities replaced by their own formulas. */
export function substituted(formula: Formula, by: (name: string) => Formula | undefined): Formula {
  if (formula.is === "number") return formula;
  if (formula.is === "name") return by(formula.name) ?? formula;
  if (formula.is === "bounded") return { ...formula, part: substituted(formula.part, by) };
  return operate(formula.is, substituted(formula.left, by), substituted(formula.right, by));
}

/** The quantities in a formula, in the order of their first use, each with the name that is shown for it. */
export function namesIn(formula: Formula): Map<string, string> {
  const names = new Map<string, string>();
  const visit = (part: Formula): void => {
    if (part.is === "number") return;
    if (part.is === "bounded") visit(part.part);
    else if (part.is !== "name") {
      visit(part.left);
      visit(part.right);
    } else if (!names.has(part.name)) names.set(part.name, part.shown);
  };
  visit(formula);
  return names;
}

/** The value of a formula. Throws RangeError if it divides by zero or less. */
export function evaluate(formula: Formula, get: ValueLookup): Rational {
  if (formula.is === "name") return get(formula.name);
  if (formula.is === "number") return formula.value;
  if (formula.is === "bounded") return bounded(evaluate(formula.part, get), formula);
  const left = evaluate(formula.left, get);
  const right = evaluate(formula.right, get);
  if (formula.is === "+") return left.plus(right);
  if (formula.is === "−") return left.minus(right);
  return formula.is === "×" ? left.times(right) : left.over(right);
}

/** The formula without the bounds of its parts. */
export function withoutBounds(formula: Formula): Formula {
  if (formula.is === "name" || formula.is === "number") return formula;
  if (formula.is === "bounded") return withoutBounds(formula.part);
  return { ...formula, left: withoutBounds(formula.left), right: withoutBounds(formula.right) };
}

/** The limits of a quantity, in case its inputs would make it lower or higher. */
export interface Bounds {
  readonly least?: Rational;
  readonly most?: Rational;
}

/** The value, or the bound that it would cross. */
export function bounded(value: Rational, { least, most }: Bounds): Rational {
  if (least && value.compare(least) < 0) return least;
  return most && value.compare(most) > 0 ? most : value;
}

/**
 * How a formula moves with each of its quantities. Quantities that may be below zero can reverse the direction of a
 * factor.
 */
export function directionsIn(formula: Formula, isSigned: (name: string) => boolean): Map<string, Direction> {
  const directions = new Map<string, Direction>();
  const visit = (part: Formula, direction: Direction): void => {
    if (part.is === "number") return;
    if (part.is === "bounded") {
      visit(part.part, direction);
      return;
    }
    if (part.is === "name") {
      const other = directions.get(part.name) ?? direction;
      directions.set(part.name, other === direction ? direction : "either");
      return;
    }
    const { is, left, right } = part;
    const isProduct = is === "×" || is === "÷";
    const directionNextTo = (other: Formula) => (isProduct && mayBeNegative(other, isSigned) ? "either" : direction);
    visit(left, directionNextTo(right));
    visit(right, is === "−" || is === "÷" ? OPPOSITE[directionNextTo(left)] : directionNextTo(left));
  };
  visit(formula, "rises");
  return directions;
}

const OPPOSITE: Record<Direction, Direction> = { rises: "falls", falls: "rises", either: "either" };

/** Whether a formula may be below zero. A difference may be, unless it is 1 less a share. */
export function mayBeNegative(formula: Formula, isSigned: (name: string) => boolean): boolean {
  if (formula.is === "number" || formula.is === "bounded") return false;
  if (formula.is === "name") return isSigned(formula.name);
  if (formula.is === "−") return formula.left.is !== "number";
  return mayBeNegative(formula.left, isSigned) || mayBeNegative(formula.right, isSigned);
}

const PRECEDENCE: Record<Formula["is"], number> = { "+": 1, "−": 1, "×": 2, "÷": 2, name: 3, number: 3, bounded: 3 };

/**
 * The formula in words and signs, with each quantity in braces and always by the same name: "{killed} × (1 + {ratio})".
 */
export function formulaText(formula: Formula, shown = namesIn(formula)): string {
  if (formula.is === "name") return `{${shown.get(formula.name)}}`;
  if (formula.is === "number") return formula.value.toString();
  if (formula.is === "bounded") return formulaText(formula.part, shown);
  const { is, left, right } = formula;
  const own = PRECEDENCE[is];
  const inner = (part: Formula, least: number): string => {
    if (part.is === "bounded") return inner(part.part, least);
    return PRECEDENCE[part.is] < least ? `(${formulaText(part, shown)})` : formulaText(part, shown);
  };
  return `${inner(left, own)} ${is} ${inner(right, is === "−" || is === "÷" ? own + 1 : own)}`;
}
