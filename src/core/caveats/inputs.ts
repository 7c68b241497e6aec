import { defined } from "../defined.ts";
import type { Figure, Target } from "../figure.ts";
import { quantityStated } from "../given.ts";
import { type Attribution, forceName, type InputName, type LossReport } from "../inputs.ts";
import type { OpenEnds } from "../range.ts";
import type { Rational } from "../rational.ts";
import { isKilledAlone, type Scenario } from "../scenario.ts";
import type { Solution } from "../solve.ts";
import { attributionName } from "../sources.ts";
import { type Caveat, MOVED, type MovedResult, type NamedInput } from "./caveat.ts";
import type { Evidence } from "./evidence.ts";

/** Caveats about how inputs were written: open ends, vague words, and ignored text. */
export function inputCaveats(evidence: Evidence): Caveat[] {
  const inputs = [...reportedInputs(evidence), ...otherInputs(evidence)];
  return [openEndCaveats, vagueFloorCaveats, droppedTextCaveats].flatMap((remark) => inputs.flatMap(remark));
}

type WrittenInput = OpenEnds & Pick<Figure, "text" | "vague" | "dropped"> & { low: number | Rational };

/** An input, and the first result that its ends move. */
interface Mover {
  readonly input: InputName;
  readonly written: WrittenInput;
  readonly attribution: Attribution;
  readonly openLow: boolean;
  readonly openHigh: boolean;
  /** Undefined if no result depends on it. */
  readonly moves: Move | undefined;
}

interface Move {
  readonly of: MovedResult;
  /** Whether the result falls when the input rises. */
  readonly inverse: boolean;
}

/**
 * Whether an input has an open end (every vague word has one) or a footnote. Most inputs have neither and need no
 * caveat.
 */
function mayNeedCaveat({ openLow, openHigh, dropped }: WrittenInput): boolean {
  return openLow || openHigh || dropped !== undefined;
}

/** The inputs that sources report, with the part of the killed and the coverage that were applied to them. */
function reportedInputs({ scenario, combinations, solution }: Evidence): Mover[] {
  return combinations.flatMap(({ of: input, form, rule, value: combined, used }) => {
    const notable = used.filter(({ stated, part, coverage }) => part || coverage || mayNeedCaveat(stated));
    if (notable.length === 0) return [];
    const moves = movedBy(quantityStated(input, form), solution, scenario);
    return notable.flatMap((account) => {
      const { stated, value, part, coverage } = account;
      // A larger earlier total makes the change since then smaller.
      const isBefore = rule === "change" && account === used[0];
      // Combining may have closed an end. A coverage closes the high end of its list.
      const mover = (input: InputName, written: WrittenInput, { openLow, openHigh }: OpenEnds) => {
        const own = { openLow: openLow && value.openLow, openHigh: openHigh && value.openHigh };
        const ends = isBefore ? swapped(own) : own;
        const remaining = {
          openLow: ends.openLow && combined.openLow,
          openHigh: ends.openHigh && combined.openHigh,
        };
        return moverOf(input, written, account, moves, remaining);
      };
      const listed = ({ openLow, openHigh }: OpenEnds) => ({ openLow, openHigh: openHigh && !coverage });
      const [asked, all] = [part && scenario.of!.share, coverage && scenario.coverage!.share];
      return [
        mover(input, stated, listed(stated)),
        ...(asked ? [mover("of", asked, listed(asked))] : []),
        ...(all ? [mover("coverage", all, swapped(all))] : []),
      ];
    });
  });
}

function otherInputs({ scenario, solution, byForce }: Evidence): Mover[] {
  const { list = [], both, ratio, died, returned, share, days, per, recruits = [], until, pace } = scenario;
  const { force: forces = [] } = scenario;
  const target = until && (until.of === "force" ? until.share : until.of === "people" ? until.figure : until.amount);
  // Recruits given as a count and as a pace are separate quantities.
  const recruited = ({ figure }: LossReport) =>
    (figure ? ["recruits counted", "recruits"] : ["recruits paced", "recruits a day"]).find((name) =>
      solution.given.has(name),
    )!;
  const inputs: readonly (readonly [InputName, string, WrittenInput | undefined])[] = [
    ["both", "on both lists", both],
    ["ratio", "ratio", ratio],
    ["died", "share who died", died],
    ["returned", "returned", returned],
    ["share", "share", share?.share],
    ["days", "days", days],
    ["per", "amount", per],
    ["pace", "pace", pace],
    ...(until ? [["until", targetOf(until, solution), target] as const] : []),
    ...recruits.map((stream) => ["recruits", recruited(stream), stream.figure ?? stream.rate] as const),
  ];
  return [
    ...list.flatMap((report, index) => {
      if (!mayNeedCaveat(report.figure)) return [];
      const moves = movedBy(index === 0 ? "first list" : "second list", solution, scenario);
      return [moverOf("list", report.figure, report, moves)];
    }),
    ...inputs.flatMap(([input, quantity, written]) =>
      written && mayNeedCaveat(written) ? [moverOf(input, written, {}, movedBy(quantity, solution, scenario))] : [],
    ),
    ...forces.flatMap((force, index) => {
      if (!mayNeedCaveat(force.figure)) return [];
      const moves = movedBy("force", byForce[index]!, scenario);
      return [moverOf("force", force.figure, { source: forceName(force, index) }, moves)];
    }),
  ];
}

/** The quantity that a target sets. If only a pace is known, the target is counted from now. */
function targetOf({ of }: Target, { given }: Solution): string {
  const name = of === "force" ? "target share" : of === "people" ? "target" : "target amount";
  return given.has(`${name} from now`) ? `${name} from now` : name;
}

/**
 * The first result that depends on a quantity, directly or through a step, and whether it falls when the quantity
 * rises.
 */
function movedBy(quantity: string, solution: Solution, scenario: Scenario): Move | undefined {
  if (quantity === "out of action") return { of: "outOfAction", inverse: false };
  if (isKilledAlone(scenario)) {
    if (quantity === "killed") return { of: "killed", inverse: false };
    // The casualties are then only another name for the killed.
    const input = solution.derivation("killed")?.inputs[quantity];
    if (input) return { of: "killed", inverse: input.inverse === true };
  }
  for (const [name, of] of MOVED) {
    const input = solution.derivation(name)?.inputs[quantity];
    if (input) return { of, inverse: input.inverse === true };
  }
  const step = solution.derivations.find(({ inputs }) => inputs[quantity]);
  const moved = step && movedBy(step.of, solution, scenario);
  return moved && { of: moved.of, inverse: moved.inverse !== (step.inputs[quantity]!.inverse === true) };
}

function swapped({ openLow, openHigh }: OpenEnds): OpenEnds {
  return { openLow: openHigh, openHigh: openLow };
}

function moverOf(
  input: InputName,
  written: WrittenInput,
  attribution: Attribution,
  moves: Move | undefined,
  { openLow, openHigh }: OpenEnds = written,
): Mover {
  return { input, written, attribution, openLow, openHigh, moves };
}

function namedInput({ input, written, attribution }: Mover): NamedInput {
  return defined({
    input,
    source: attribution.source === undefined ? undefined : attributionName(attribution),
    text: written.text,
  });
}

function openEndCaveats(mover: Mover): Caveat[] {
  const { openLow, openHigh, moves } = mover;
  if (!moves) return [];
  const { of, inverse } = moves;
  const args = { ...namedInput(mover), of };
  return [
    ...((inverse ? openHigh : openLow) ? [{ code: "OPEN_LOW", args } as const] : []),
    ...((inverse ? openLow : openHigh) ? [{ code: "OPEN_HIGH", args } as const] : []),
  ];
}

function vagueFloorCaveats(mover: Mover): Caveat[] {
  const { vague, low } = mover.written;
  return vague ? [{ code: "VAGUE_FLOOR", args: { ...namedInput(mover), floor: Number(low) } }] : [];
}

function droppedTextCaveats(mover: Mover): Caveat[] {
  const { dropped } = mover.written;
  return dropped ? [{ code: "TEXT_DROPPED", args: { ...namedInput(mover), dropped: dropped.join(" ") } }] : [];
}
