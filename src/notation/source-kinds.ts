import { CATEGORIES, type Category } from "../core/categories.ts";
import type { AsOf } from "../core/dates.ts";
import { defined } from "../core/defined.ts";
import { collect, type Problem, refuse } from "../core/errors.ts";
import type { Attribution, Kind, LossReport } from "../core/inputs.ts";
import type { Scenario } from "../core/scenario.ts";
import { attributionName, matchingReports, namesOf } from "../core/sources.ts";
import { suggest } from "../core/suggest.ts";
import { WITH_KINDS } from "../core/without.ts";
import { parseKind } from "./kinds.ts";
import { parseLabel, readSlice } from "./label.ts";

/** A source and what its reports are: "Ukraine=claim". */
export interface SourceKind extends Attribution {
  readonly source: string;
  readonly asOf?: AsOf | undefined;
  readonly kind: Kind;
}

/** Reads "Ukraine=claim", "Ukraine@2022-03=claim". Throws InputError. */
function parseSourceKind(text: string): SourceKind {
  const split = text.lastIndexOf("=");
  if (split < 0) refuse({ code: "E-KIND", args: { found: text.trim() }, text, start: 0, end: text.length });
  const { name: source, asOf } = readSlice(text, 0, split, parseLabel);
  return { source, asOf, kind: readSlice(text, split + 1, text.length, parseKind) };
}

/** What the reports of some sources are, as the command line says. */
export class SourceKinds {
  readonly #asked: readonly SourceKind[];
  readonly #found = new Set<SourceKind>();
  readonly #names = new Set<string>();
  /** The asked names that are sources of a category. */
  readonly #ofCategory = new Map<SourceKind, Category>();

  /** Adds every mistake to the list. */
  constructor(texts: readonly string[], problems: Problem[]) {
    this.#asked = texts.flatMap((text) => collect(problems, () => parseSourceKind(text), AT) ?? []);
  }

  /** The scenario with the kinds of its sources. */
  applied(scenario: Scenario): Scenario {
    if (this.#asked.length === 0) return scenario;
    const changed = WITH_KINDS.flatMap((input) => {
      const reports = scenario[input];
      return reports ? [[input, this.#withKinds<LossReport>(reports)] as const] : [];
    });
    for (const category of CATEGORIES) {
      for (const asked of this.#asked) {
        const isSource = matchingReports(scenario[category] ?? [], asked.source, asked.asOf).length > 0;
        if (isSource) this.#ofCategory.set(asked, category);
      }
    }
    return { ...scenario, ...Object.fromEntries(changed) };
  }

  #withKinds<R extends LossReport>(reports: readonly R[]): R[] {
    for (const name of namesOf(reports)) this.#names.add(name);
    const kinds = new Map<R, Kind>();
    for (const asked of this.#asked) {
      for (const report of matchingReports(reports, asked.source, asked.asOf)) {
        kinds.set(report, asked.kind);
        this.#found.add(asked);
      }
    }
    return reports.map((report) => (kinds.has(report) ? { ...report, kind: kinds.get(report) } : report));
  }

  /** The names that were no source of any scenario, or only of a category. */
  unknown(): Problem[] {
    const sources = [...this.#names];
    return this.#asked
      .filter((asked) => !this.#found.has(asked))
      .map((asked) => {
        const name = attributionName(asked);
        const of = this.#ofCategory.get(asked);
        if (of) return { code: "E-KIND", args: { found: name, of }, at: AT() };
        const args = defined({ name, sources, suggestion: suggest(name, sources) });
        return { code: "E-SOURCE-UNKNOWN", args, at: AT() };
      });
  }
}

const AT = () => ({ option: "--kind" });
