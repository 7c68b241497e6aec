import { extent } from "d3-array";
import { scaleLog } from "d3-scale";
import { labelledTicks, type TickLabel, tickLabels, tickText } from "./axis.ts";
import type { Box, Fitted } from "./box.ts";
import { type Dot, namedDots, stacked } from "./dots.ts";
import { dot, type Scale } from "./mark.ts";
import type { Markup } from "./markup.ts";
import { widthOf, wrapped } from "./measure.ts";
import type { DotBlock, DotChart } from "./picture.ts";
import { filled, stroke } from "./shapes.ts";
import { ascent, lineHeight, SMALL, STRONG, textAt, textBlock } from "./text.ts";

const LINE = lineHeight(SMALL);
const NAME_ROWS = 2;
const GAP = 16;

/** How much a block shows: the size of its dots, and whether those at the ends have names. */
interface Detail {
  readonly radius: number;
  readonly hasNames: boolean;
}

/** From what there is room for in an article to what fits into a post. */
const DETAILS: readonly Detail[] = [
  { radius: 5, hasNames: true },
  { radius: 4, hasNames: false },
  { radius: 2.5, hasNames: false },
  { radius: 1.5, hasNames: false },
];

/** Smaller dots are only drawn if nothing else fits. */
const GOOD_RADIUS = 4;

/** The past as dots on a logarithmic axis, with what is compared with it and where most of it is. */
export function dotChart({ blocks }: DotChart, width: number): Fitted {
  const layouts = DETAILS.map((detail) => {
    const all = blocks.map((block) => new Block(block, width, detail));
    return { all, height: all.reduce((sum, { height }) => sum + height, GAP * (all.length - 1)) };
  });
  const [natural] = layouts;
  const least = Math.min(...layouts.map(({ height }) => height));
  return {
    natural: natural!.height,
    good: Math.min(...layouts.filter((_, at) => DETAILS[at]!.radius >= GOOD_RADIUS).map(({ height }) => height)),
    least,
    draw: (box) => {
      const { all, height } = layouts.find((layout) => layout.height <= box.height + 0.01) ?? natural!;
      const spare = Math.max(0, box.height - height) / all.length;
      let top = box.top;
      return all.flatMap((block) => {
        const drawn = block.draw({ ...box, top, height: block.height + spare });
        top += block.height + spare + GAP;
        return drawn;
      });
    },
  };
}

/** The part of a block that the dots are in. */
interface Plot {
  readonly top: number;
  readonly base: number;
  readonly left: number;
}

class Block {
  readonly #title: readonly string[];
  readonly #note: readonly string[];
  readonly #dots: readonly Dot[];
  readonly #x: Scale;
  readonly #ticks: readonly TickLabel<number>[];

  constructor(
    private readonly block: DotBlock,
    private readonly width: number,
    private readonly detail: Detail,
  ) {
    const { title, note, unit, dots, rule, interval } = block;
    this.#title = wrapped(title, width, STRONG);
    this.#note = wrapped(note, width, SMALL);
    const ends = [rule?.mark, interval].flatMap((range) => (range ? [range.low, range.high] : []));
    // Zero has no place on a logarithmic axis.
    const [low = 1, high = 1] = extent([...dots.map(({ value }) => value), ...ends].filter((value) => value > 0));
    const scale = scaleLog([low / 1.2, high * 1.2], [MARGIN, width - MARGIN]);
    this.#x = (value) => scale(value);
    const round = scale.ticks(20).filter((tick) => /^(?:0\.0*)?[125]0*$/.test(String(tick)));
    const decades = round.filter((tick) => /^(?:0\.0*)?10*$/.test(String(tick)));
    const ticks = (count: number) => (count > 3 ? round : decades);
    this.#ticks = labelledTicks({ ticks, x: this.#x, text: (tick) => tickText(tick) + unit, from: 0, to: width });
    this.#dots = stacked(
      dots.filter(({ value }) => value > 0),
      this.#x,
      this.#step,
    );
  }

  get #step(): number {
    return 2 * this.detail.radius + (this.detail.radius > 3 ? 2 : 0.5);
  }

  get #words(): number {
    return this.#title.length * lineHeight(STRONG) + this.#note.length * LINE + 4;
  }

  /** The rows of names, and the line about the rule. */
  get #labels(): number {
    return (this.detail.hasNames ? NAME_ROWS * LINE : 0) + (this.block.rule ? LINE : 0);
  }

  get height(): number {
    const levels = Math.max(0, ...this.#dots.map(({ level }) => level)) + 1;
    return this.#words + this.#labels + levels * this.#step + 12 + LINE + 6;
  }

  draw(box: Box): Markup[] {
    const base = box.top + box.height - LINE - 6;
    const names = box.top + this.#words;
    const plot = { top: names + this.#labels, base, left: box.left };
    const noteTop = box.top + this.#title.length * lineHeight(STRONG);
    return [
      ...textBlock(this.#title, box.left, box.top, { font: STRONG }),
      ...textBlock(this.#note, box.left, noteTop, { font: SMALL, muted: true }),
      ...this.#interval(plot),
      stroke(`M${box.left} ${base}h${this.width}`, "muted", 1),
      ...tickLabels(
        this.#ticks.map((label) => ({ ...label, x: box.left + label.x })),
        base + 4,
      ),
      ...this.#rule(plot),
      ...(this.detail.hasNames ? this.#names(names, plot) : []),
      ...this.#dots.map((place) => dot(box.left + place.x, this.#centre(place, base), this.detail.radius, "tone0")),
    ];
  }

  /** A shaded region with a dashed frame, so that it does not depend on its shade. */
  #interval({ top, base, left }: Plot): Markup[] {
    const { interval } = this.block;
    if (!interval || interval.low <= 0) return [];
    const path = `M${left + this.#x(interval.low)} ${base}V${top}H${left + this.#x(interval.high)}V${base}`;
    return [filled(path, "part", 0.15), stroke(path, "part", 1.5, "4 3")];
  }

  /** Where the ends of the rule are. Zero is beyond the left of the axis. */
  get #ruleEnds(): readonly number[] {
    const { rule } = this.block;
    return rule ? [...new Set([rule.mark.low, rule.mark.high])].map((end) => (end > 0 ? this.#x(end) : 0)) : [];
  }

  /** Where the words about the rule are, from left to right. */
  get #ruleWords(): { readonly from: number; readonly to: number } {
    const { rule } = this.block;
    if (!rule) return { from: 0, to: 0 };
    const width = widthOf(rule.label, SMALL);
    const ends = this.#ruleEnds;
    const middle = (ends[0]! + ends.at(-1)!) / 2;
    const from = Math.min(Math.max(middle - width / 2, 0), this.width - width);
    return { from, to: from + width };
  }

  /** A line at each end, dashed if it is approximate, with an arrow if it is open or beyond the axis. */
  #rule({ top, base, left }: Plot): Markup[] {
    const { rule } = this.block;
    if (!rule) return [];
    const { from, to } = this.#ruleWords;
    const { low, openLow, openHigh, approximate } = rule.mark;
    const ends = this.#ruleEnds;
    const [first, last] = [left + ends[0]!, left + ends.at(-1)!];
    return [
      ...ends.map((end) => stroke(`M${left + end} ${top - 3}V${base}`, "ink", 2, approximate ? "5 3" : undefined)),
      ...(openLow || low <= 0 ? head(first, top + 4, -1) : []),
      ...(openHigh ? head(last, top + 4, 1) : []),
      textAt(rule.label, left + (from + to) / 2, top - LINE + ascent(SMALL) - 3, { font: SMALL, anchor: "middle" }),
    ];
  }

  #names(top: number, { base, left }: Plot): Markup[] {
    const { from, to } = this.#ruleWords;
    return namedDots(this.#dots, this.width, { from: from - 4, to: to + 4 }).flatMap((name) => [
      textAt(name.dot.label, left + name.left, top + name.row * LINE + ascent(SMALL), { font: SMALL, muted: true }),
      stroke(
        `M${left + name.dot.x} ${top + (name.row + 1) * LINE}V${this.#centre(name.dot, base) - this.detail.radius}`,
        "muted",
        1,
      ),
    ]);
  }

  #centre({ level }: Dot, base: number): number {
    return base - this.detail.radius - 2 - level * this.#step;
  }
}

/** Room for half a dot, and for the arrow of a rule. */
const MARGIN = 14;

/** An arrow from the end of a rule to where the truth may be. */
function head(x: number, y: number, direction: 1 | -1): Markup[] {
  const tip = x + direction * MARGIN;
  const back = tip - direction * 5;
  return [stroke(`M${x} ${y}H${tip}M${back} ${y - 4}L${tip} ${y}L${back} ${y + 4}`, "ink", 2)];
}
