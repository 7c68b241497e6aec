import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawn, SAMPLES } from "./pictures.ts";

// What a browser shows, where there is one. Its own fonts decide how wide text is.
const CHROMIUM = ["chromium", "chromium-browser", "google-chrome"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);
const hasConverter = spawnSync("rsvg-convert", ["--version"]).status === 0;
/** A script that replaces a page with what it shows, as JSON. */
const MEASURE = readFileSync("test/pictures/measure.browser.js", "utf8");
const QUIET =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

interface Measured {
  readonly words: number;
  readonly outside: readonly string[];
  readonly overlapping: readonly string[];
  readonly contrast: number;
  readonly isDark: boolean;
  readonly smallest: number;
}

const folder = mkdtempSync(join(tmpdir(), "loss-calc-pictures-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function chromium(...argv: string[]): Promise<string> {
  const profile = mkdtempSync(join(folder, "profile-"));
  const options = [...QUIET.split(" "), `--user-data-dir=${profile}`, ...argv];
  const { stdout } = await promisify(execFile)(CHROMIUM!, options, { maxBuffer: 2 ** 26, cwd: folder });
  return stdout;
}

describe.skipIf(CHROMIUM === undefined)("in a browser", () => {
  const pictures: string[] = [];
  beforeAll(async () => {
    for (const sample of SAMPLES) pictures.push(await drawn(sample));
  });

  const known = new Map<string, Promise<Measured[]>>();

  /** What is seen at a width. Starting a browser takes longer than all of its measurements. */
  function measured(width: number, ...argv: string[]): Promise<Measured[]> {
    const key = [width, ...argv].join(" ");
    const found = known.get(key) ?? measure(width, argv);
    known.set(key, found);
    return found;
  }

  async function measure(width: number, argv: readonly string[]): Promise<Measured[]> {
    const page = join(folder, `page-${width}-${argv.length}.html`);
    const shown = pictures.map(
      (svg) => `<div style="width:${width}px">${svg.replace("<svg ", '<svg style="width:100%;height:auto" ')}</div>`,
    );
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><body>${shown.join("")}<script>${MEASURE}</script>`);
    const html = await chromium(...argv, "--dump-dom", page);
    return JSON.parse(
      /<body>(.*)<\/body>/s.exec(html)![1]!.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    ) as Measured[];
  }

  test.each([[320], [640], [1200]])("at %i pixels nothing is cut off, overlaps or is faint", async (width) => {
    const results = await measured(width);
    expect(results).toHaveLength(SAMPLES.length);
    for (const [at, { outside, overlapping, contrast, isDark, words }] of results.entries())
      expect({
        name: SAMPLES[at]!.name,
        outside,
        overlapping,
        isDark,
        isClear: contrast > 4.5,
        hasWords: words > 2,
      }).toEqual({
        name: SAMPLES[at]!.name,
        outside: [],
        overlapping: [],
        isDark: false,
        isClear: true,
        hasWords: true,
      });
  });

  test("in the dark, words stand out as well", async () => {
    for (const { contrast, isDark } of await measured(640, "--blink-settings=preferredColorScheme=0")) {
      expect(isDark).toBe(true);
      expect(contrast).toBeGreaterThan(4.5);
    }
  });

  test("at 320 pixels, a line of the smallest words is 9 pixels high or more", async () => {
    for (const [at, { smallest }] of (await measured(320)).entries())
      if (!SAMPLES[at]!.argv.includes("--dimensions")) expect(smallest).toBeGreaterThan(9);
  });

  test("makes a PNG, as the message about PNG says", async () => {
    const svg = join(folder, "losses.svg");
    writeFileSync(svg, pictures[0]!);
    await chromium(`--screenshot=${join(folder, "losses.png")}`, svg);
    expect(readFileSync(join(folder, "losses.png")).subarray(1, 4).toString()).toBe("PNG");
  });
});

test.skipIf(!hasConverter)("rsvg-convert makes a PNG of each kind", async () => {
  const kinds = new Map(SAMPLES.map((sample) => [sample.argv.find((word) => /^[a-z-]+$/.test(word)), sample]));
  for (const sample of kinds.values()) {
    const { stdout, status } = spawnSync("rsvg-convert", ["-w", "600"], {
      input: await drawn(sample),
      maxBuffer: 2 ** 26,
    });
    expect(status).toBe(0);
    expect(stdout.subarray(1, 4).toString()).toBe("PNG");
    expect(stdout.readUInt32BE(16)).toBe(600);
  }
});
