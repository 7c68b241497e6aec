import { extent } from "d3-array";
import { scaleLog } from "d3-scale";
import { labelledTicks, type TickLabel, tickLabels, tickText } from "./axis.ts";
import type { Box, Fitted } from "./box.ts";
import { type Dot, namedDots, RADIUS, STEP, stacked } from "./dots.ts";
import type { Scale } from "./mark.ts";
import { element, type Markup } from "./markup.ts";
import { widthOf, wrapped } from "./measure.ts";
import type { DotBlock, DotChart } from "./picture.ts";
import { filled, stroke } from "./shapes.ts";
import { named } from "./style.ts";
import { ascent, lineHeight, SMALL, STRONG, textAt, textBlock } from "./text.ts";

const LINE = lineHeight(SMALL);
const NAME_ROWS = 2;
const GAP = 16;

/** The past as dots on a logarithmic axis, with what is compared with it and where most of it is. */
export function dotChart({ blocks }: DotChart, width: number): Fitted {
  const all = blocks.map((block) => new Block(block, width));
  const natural = all.reduce((sum, { height }) => sum + height, GAP * (all.length - 1));
  return {
    natural,
    least: natural,
    draw: (box) => {
      const spare = Math.max(0, box.height - natural) / all.length;
      let top = box.top;
      return all.flatMap((block) => {
        const drawn = block.draw({ ...box, top, height: block.height + spare });
        top += block.height + spare + GAP;
        return drawn;
      });
    },
  };
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
  ) {
    const { title, note, unit, dots, rule, interval } = block;
    this.#title = wrapped(title, width, STRONG);
    this.#note = wrapped(note, width, SMALL);
    const ends = [rule, interval].flatMap((one) => (one ? [one.low, one.high] : []));
    // Zero has no place on a logarithmic axis.
    const [low = 1, high = 1] = extent([...dots.map(({ value }) => value), ...ends].filter((value) => value > 0));
    const scale = scaleLog([low / 1.2, high * 1.2], [RADIUS, width - RADIUS]);
    this.#x = (value) => scale(Math.max(value, low / 1.2));
    const round = scale.ticks(20).filter((tick) => /^(?:0\.0*)?[125]0*$/.test(String(tick)));
    const decades = round.filter((tick) => /^(?:0\.0*)?10*$/.test(String(tick)));
    const ticks = (count: number) => (count > 3 ? round : decades);
    this.#ticks = labelledTicks({ ticks, x: this.#x, text: (tick) => tickText(tick) + unit, from: 0, to: width });
    this.#dots = stacked(dots, this.#x);
  }

  get #words(): number {
    return this.#title.length * lineHeight(STRONG) + this.#note.length * LINE + 4;
  }

  get height(): number {
    const levels = Math.max(0, ...this.#dots.map(({ level }) => level)) + 1;
    return this.#words + (NAME_ROWS + 1) * LINE + levels * STEP + 12 + LINE + 6;
  }

  draw(box: Box): Markup[] {
    const base = box.top + box.height - LINE - 6;
    const names = box.top + this.#words;
    const plot = { top: names + (NAME_ROWS + 1) * LINE, base, left: box.left };
    return [
      ...textBlock(this.#title, box.left, box.top, { font: STRONG }),
      ...textBlock(this.#note, box.left, box.top + this.#title.length * lineHeight(STRONG), {
        font: SMALL,
        muted: true,
      }),
      ...this.#interval(plot),
      stroke(`M${box.left} ${base}h${this.width}`, "muted", 1),
      ...tickLabels(
        this.#ticks.map((label) => ({ ...label, left: box.left + label.left })),
        base + 4,
      ),
      ...this.#rule(plot),
      ...this.#names(names, plot),
      ...this.#dots.map((dot) =>
        element("circle", { class: named("tone0"), cx: box.left + dot.x, cy: centre(dot, base), r: RADIUS }),
      ),
    ];
  }

  /** A shaded region with a dashed frame, so that it does not depend on its shade. */
  #interval({ top, base, left }: Plot): Markup[] {
    const { interval } = this.block;
    if (!interval) return [];
    const path = `M${left + this.#x(interval.low)} ${base}V${top}H${left + this.#x(interval.high)}V${base}`;
    return [filled(path, "part", 0.15), stroke(path, "part", 1.5, "4 3")];
  }

  /** Where the words about the rule are, from left to right. */
  get #ruleWords(): { readonly from: number; readonly to: number } {
    const { rule } = this.block;
    if (!rule) return { from: 0, to: 0 };
    const width = widthOf(rule.label, SMALL);
    const from = Math.min(Math.max((this.#x(rule.low) + this.#x(rule.high) - width) / 2, 0), this.width - width);
    return { from, to: from + width };
  }

  #rule({ top, base, left }: Plot): Markup[] {
    const { rule } = this.block;
    if (!rule) return [];
    const { from, to } = this.#ruleWords;
    return [
      ...[...new Set([rule.low, rule.high])].map((value) =>
        stroke(`M${left + this.#x(value)} ${top - 3}V${base}`, "ink", 2),
      ),
      textAt(rule.label, left + (from + to) / 2, top - LINE + ascent(SMALL) - 3, { font: SMALL, anchor: "middle" }),
    ];
  }

  #names(top: number, { base, left }: Plot): Markup[] {
    const { from, to } = this.#ruleWords;
    return namedDots(this.#dots, this.width, { from: from - 4, to: to + 4 }).flatMap((name) => [
      textAt(name.dot.label, left + name.left, top + name.row * LINE + ascent(SMALL), { font: SMALL, muted: true }),
      stroke(`M${left + name.dot.x} ${top + (name.row + 1) * LINE}V${centre(name.dot, base) - RADIUS}`, "muted", 1),
    ]);
  }
}

/** The part of a block that the dots are in. */
interface Plot {
  readonly top: number;
  readonly base: number;
  readonly left: number;
}

const centre = ({ level }: Dot, base: number) => base - RADIUS - 2 - level * STEP;
