import { type Counted, InputError, type Place, type Problem } from "../core/errors.ts";
import { type Claim, type Expectation, type Expected, expectationPath, type Stated } from "../core/expected.ts";
import type { Inputs, Kind, Provenance } from "../core/inputs.ts";
import { type RatioLookup, UNAVAILABLE } from "../core/ratio-lookup.ts";
import { isOfForce, RESULT_NAMES, type ResultName, unitOf } from "../core/result-names.ts";
import { inputOf, withRules } from "../core/rules.ts";
import type { Scenario } from "../core/scenario.ts";
import { parseDate } from "../notation/date.ts";
import type { ReadAs } from "../notation/figure.ts";
import { INPUT_ENTRIES, INPUTS, type InputSpec } from "../notation/inputs.ts";
import type { Remark } from "../notation/kinds.ts";
import { parseName, parseNote, parseUrl } from "../notation/label.ts";
import { parseClaimedDied, parseClaimedShare, parseStated, parseTolerance } from "../notation/stated.ts";
import { fitsOf } from "./fits.ts";
import { type Json, type Path, parseJson } from "./json.ts";
import { mismatches } from "./mismatches.ts";
import {
  type Leaf,
  scenarioSchema,
  type WrittenItem,
  type WrittenResult,
  type WrittenResults,
  type WrittenScenario,
} from "./scenario-schema.ts";

/** One scenario of a file, or what is wrong with it. */
export interface ScenarioEntry {
  /** Its position in a list, from 1; absent if the file holds a single scenario and not a list. */
  readonly number?: number;
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
  /** Where a part of it is in the file. */
  readonly locate: (path: Path) => Place;
}

/**
 * Reads a scenario file: one scenario, or a list of them. Throws InputError if the text is not JSON; what is wrong with
 * a single scenario is reported with that scenario. Whether its inputs go together is only checked when it is
 * estimated, since some of them may be replaced before that.
 */
export function readScenarios(text: string, ratiosOf?: RatiosOf): ScenarioEntry[] {
  return scenariosIn(parseJson(text), ratiosOf).map((read) => read());
}

/** The scenarios of a file that is already parsed. Each is read when it is asked for. Throws InputError. */
export function scenariosIn(json: Json, ratiosOf?: RatiosOf): (() => ScenarioEntry)[] {
  const { value } = json;
  if (!Array.isArray(value)) return [() => readEntry(json, value, [], ratiosOf)];
  if (value.length === 0) throw new InputError([{ code: "E-LIST-EMPTY", args: {}, at: json.locate([]) }]);
  return value.map((item, index) => () => ({ number: index + 1, ...readEntry(json, item, [index], ratiosOf) }));
}

/** Finds the named ratios for a scenario, given the file of ratios that it names. Throws InputError. */
export type RatiosOf = (file: string | undefined) => RatioLookup;

const fitsScenario = fitsOf(scenarioSchema);

function readEntry(json: Json, value: unknown, root: Path, ratiosOf?: RatiosOf): ScenarioEntry {
  const locate = (path: Path) => json.locate([...root, ...path]);
  if (!fitsScenario(value)) {
    const { error } = scenarioSchema.safeParse(value);
    if (error) return { problems: mismatches(error.issues, json, root), locate };
  }
  const problems: Problem[] = [];
  const scenario = new ScenarioReader(json, root, problems, ratiosOf).scenario(value as WrittenScenario);
  if (problems.length === 0) return { scenario, problems, locate };
  return { problems: placed(withRules(problems, scenario), locate), locate };
}

/** Inputs that do not go together are reported at the one to leave out, or else where the scenario begins. */
export function placed(problems: readonly Problem[], locate: ScenarioEntry["locate"]): Problem[] {
  return problems.map((problem) => {
    const input = inputOf(problem);
    return { ...problem, at: problem.at ?? locate(input ? [input] : []) };
  });
}

/** Reads what is written in a scenario. Each mistake is added to the list, with its place. */
class ScenarioReader {
  private ratios: RatioLookup | undefined;

  constructor(
    private readonly json: Json,
    private readonly root: Path,
    private readonly problems: Problem[],
    private readonly ratiosOf: RatiosOf | undefined,
  ) {}

  scenario(written: WrittenScenario): Scenario {
    const { expect, claimed } = written;
    const file = this.leaf(written.ratios as Leaf | undefined, ["ratios"], INPUTS.ratios.kind.read);
    this.ratios = written.ratios !== undefined && file === undefined ? UNAVAILABLE : this.lookup(file);
    return {
      schema: written.$schema,
      name: this.leaf(written.name, ["name"], parseName),
      note: this.leaf(written.note, ["note"], parseNote),
      ...this.inputs(written),
      ratios: file,
      expected: expect && this.expected(expect),
      claimed: claimed && this.claimed(claimed),
    };
  }

  private inputs(written: WrittenScenario): Inputs {
    const values: Record<string, unknown> = {};
    for (const [name, input] of INPUT_ENTRIES) {
      const value = written[name];
      // The ratios are read first, since any other input may name one of them.
      if (value === undefined || name === "ratios") continue;
      values[name] = input.repeats ? this.list(value, [name], input) : this.item(value as WrittenItem, [name], input);
    }
    // This is safe because the table of inputs ties each name to the type of its values.
    return values as Inputs;
  }

  /** Finds the named ratios. If their file cannot be read, only that is reported: no name is then called unknown. */
  private lookup(file: string | undefined): RatioLookup | undefined {
    try {
      return this.ratiosOf?.(file);
    } catch (error) {
      if (!(error instanceof InputError) || file === undefined) throw error;
      const at = this.json.locate(this.whole(["ratios"]));
      // We only show the first of its mistakes, since every scenario that names the file has them all.
      const [problem, ...others] = error.problems as readonly [Problem, ...Problem[]];
      this.problems.push({ code: "E-RATIO-FILE", args: { file, problem, others: others.length }, at });
      return UNAVAILABLE;
    }
  }

  /**
   * Reads a value at a path, or at a key of what is there. Few values have a mistake, so its place is only looked up
   * then.
   */
  private leaf<T>(value: Leaf | undefined, path: Path, parse: (text: string) => T, key?: string): T | undefined {
    if (value === undefined) return undefined;
    try {
      return parse(typeof value === "number" ? this.json.source(value, () => this.whole(path, key)) : value);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const at = this.json.locate(this.whole(path, key));
      this.problems.push(...error.problems.map((problem) => ({ ...problem, at })));
      return undefined;
    }
  }

  private whole(path: Path, key?: string): Path {
    return [...this.root, ...path, ...(key === undefined ? [] : [key])];
  }

  private list(written: WrittenItem | readonly WrittenItem[], path: Path, input: InputSpec): unknown[] {
    const items = Array.isArray(written) ? (written as readonly WrittenItem[]) : undefined;
    if (!items) return [this.item(written as WrittenItem, path, input)].filter((item) => item !== undefined);
    return items.flatMap((item, index) => this.item(item, [...path, index], input) ?? []);
  }

  private item(written: WrittenItem, path: Path, { kind }: InputSpec): unknown {
    const { object } = kind;
    if (typeof written !== "object" || !object) {
      return this.leaf(written as Leaf, path, (text) => kind.read(text, this.ratios));
    }
    const value = this.leaf(written[object.key], path, (text) => object.read(text, this.ratios), object.key);
    return value && Object.assign(this.remarks(written, path, object.remarks), value);
  }

  private remarks(written: { readonly [key in Remark]?: Leaf | undefined }, path: Path, keys: readonly Remark[]) {
    const remarks: { [key in Remark]?: unknown } = {};
    for (const key of keys) remarks[key] = this.leaf(written[key], path, READ_REMARK[key], key);
    return remarks;
  }

  private provenance(written: NonNullable<WrittenScenario["claimed"]>, path: Path): Provenance {
    const remarks = this.remarks(written, path, ["source", "asOf", "url", "note"]);
    return remarks as Provenance;
  }

  private expected(written: NonNullable<WrittenScenario["expect"]>): Expected {
    const results = this.results(written as WrittenResults, ["expect"], parseResult);
    return { results, caveats: written.caveats };
  }

  private claimed(written: NonNullable<WrittenScenario["claimed"]>): Claim {
    const results = this.results(written as WrittenResults, ["claimed"], parseClaimed);
    return { ...this.provenance(written, ["claimed"]), results };
  }

  private results(written: WrittenResults, path: Path, parse: ParseStated): Expectation[] {
    return RESULT_KEYS.filter(({ key }) => written[key] !== undefined).flatMap(({ of, key, inner }) => {
      const value = inner === undefined ? written[key] : (written[key] as Inner)[inner];
      const values = isOfForce(of) && Array.isArray(value) ? value : undefined;
      if (!values) return this.stated(value as WrittenResult | undefined, { of }, path, parse);
      return values.flatMap((item: WrittenResult, force) => this.stated(item, { of, force }, path, parse));
    });
  }

  /** What is stated about one result; empty if it is not written, or cannot be read. */
  private stated(
    written: WrittenResult | undefined,
    which: Pick<Expectation, "of" | "force">,
    root: Path,
    parse: ParseStated,
  ): Expectation[] {
    if (written === undefined) return [];
    const path = [...root, ...expectationPath(which)];
    const [value, allowed, key] =
      typeof written === "object" ? [written.value, written.tolerance, "value"] : [written, undefined, undefined];
    const stated = this.leaf(value, path, (text) => parse(text, which.of), key);
    const tolerance = this.leaf(allowed, path, (text) => parseTolerance(text, unitOf(which.of)), "tolerance");
    return stated ? [{ stated, tolerance, ...which }] : [];
  }
}

/** Each result with the keys that it is written under: "implied.wounded" is in an object of its own. */
const RESULT_KEYS = RESULT_NAMES.map((of) => {
  const [key, inner] = of.split(".") as [string, string?];
  return { of, key, inner };
});
type Inner = Readonly<Record<string, WrittenResult>>;

type ParseStated = (text: string, of: ResultName) => Stated;

const parseResult: ParseStated = (text, of) => parseStated(text, unitOf(of), countedIn(of));

/** A share may be in words that say of what: "a third of the army", "a tenth died". */
function parseClaimed(text: string, of: ResultName): Stated {
  if (of === "shareWhoDied") return parseClaimedDied(text);
  return unitOf(of) === "share" ? parseClaimedShare(text) : parseResult(text, of);
}

const READ_REMARK: Record<Remark, (text: string) => unknown> = {
  label: parseName,
  source: parseName,
  kind: (text) => text as Kind,
  asOf: (text) => parseDate(text),
  url: parseUrl,
  note: parseNote,
};

/** What the words after a stated number may say. All losses together are the casualties. */
function countedIn(of: ResultName): ReadAs {
  const loss = /^(killed|wounded|captured|missing|deserted)(?:PerDay)?$/.exec(of)?.[1];
  if (loss !== undefined) return { counted: loss as Counted };
  return OF_ALL.includes(of) ? { counted: "casualties" } : {};
}

const OF_ALL: readonly ResultName[] = ["outOfAction", "perDay", "per30Days", "lossesByThen"];
