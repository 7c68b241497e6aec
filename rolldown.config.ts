import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "rolldown";

// cli-table3 loads @colors/colors only to colour, which chalk does here.
const external = [/^node:(?!child_process$)/, "@colors/colors/safe"];

/** Node reads a file of plain ASCII into half the memory, and compiles it sooner. */
const ascii: Plugin = {
  name: "ascii",
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      chunk.code = chunk.code.replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    }
  },
};

/**
 * Commander needs node:child_process only for subcommands that are programs of their own. There are none here, and
 * loading it takes 3 ms.
 */
const withoutChildProcess: Plugin = {
  name: "without-child-process",
  resolveId: { filter: { id: /^node:child_process$/ }, handler: (id) => `\0${id}` },
  load: { filter: { id: /^\0node:child_process$/ }, handler: () => "export default {};" },
};

/** The licences of the packages that are bundled, as they ask for. */
const licences: Plugin = {
  name: "licences",
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
    const folders = modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
    const texts = [...new Set(folders)].sort().map((folder) => {
      const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`${name} has no licence to ship`);
      return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
    });
    this.emitFile({ type: "asset", fileName: "LICENSES.txt", source: texts.join(`\n${"-".repeat(80)}\n\n`) });
  },
};

/**
 * The executable: one file for the plain calculation, and one for each thing that is loaded when
 * it is asked for. CommonJS, because Node starts that sooner than a module. The library is a module.
 */
export default defineConfig([
  {
    input: { cli: "src/cli/run.ts" },
    platform: "node",
    external,
    // jsonc-parser's other form, which Node loads in tests, cannot be bundled.
    resolve: { mainFields: ["module", "main"] },
    plugins: [withoutChildProcess, ascii, licences],
    preserveEntrySignatures: false,
    output: {
      dir: "dist",
      format: "cjs",
      entryFileNames: "[name].cjs",
      chunkFileNames: "[name].cjs",
      codeSplitting: { groups: [{ name: "main", tags: ["$initial"] }] },
      minify: true,
    },
  },
  { input: { index: "src/index.ts" }, platform: "node", external, output: { dir: "dist", format: "esm" } },
]);
