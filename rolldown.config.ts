import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "rolldown";

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
 * What packages load and is never reached here. Commander's Command: subcommands that are programs of their own, and
 * its help and suggestions, which help.ts and guesses.ts make. Chalk: what finds out the level of colours, which it
 * is told. Loading them takes 4 ms, and 2 on a terminal.
 */
const UNREACHED: readonly (readonly [importer: string, ids: readonly string[]])[] = [
  [
    "/commander/lib/command.js",
    ["node:child_process", "node:fs", "node:path", "./argument.js", "./help.js", "./suggestSimilar"],
  ],
  ["/chalk/source/index.js", ["#supports-color"]],
];
const isUnreached = (id: string, importer = "") =>
  UNREACHED.some(([file, ids]) => importer.endsWith(file) && ids.includes(id));
const withoutUnreached: Plugin = {
  name: "without-unreached",
  resolveId: (id, importer) => (isUnreached(id, importer) ? "\0unreached" : undefined),
  load: (id) =>
    id === "\0unreached"
      ? "const none = {}; export { none as default, none as Argument, none as Help, none as humanReadableArgName, none as stripColor, none as suggestSimilar };"
      : undefined,
};

// cli-table3 loads @colors/colors only to colour, which chalk does here.
const external = (id: string, importer?: string) =>
  (id.startsWith("node:") && !isUnreached(id, importer)) || id === "@colors/colors/safe";

/**
 * Commander is CommonJS. As it is, each of its files would become a function that V8 reads twice, at its definition
 * and at its call, which takes 2 ms. So its few require() and exports become imports and exports.
 */
const commanderAsModules: Plugin = {
  name: "commander-as-modules",
  resolveId: { filter: { id: /^commander$/ }, handler: () => "\0commander" },
  load: {
    filter: { id: /^\0commander$/ },
    handler: () =>
      ["command", "error", "help", "option"]
        .map(
          (name) => `export * from ${JSON.stringify(`${import.meta.dirname}/node_modules/commander/lib/${name}.js`)};`,
        )
        .join("\n"),
  },
  transform: {
    filter: { id: /commander\/lib\/\w+\.js$/ },
    handler(code, id) {
      const module = code
        .replace("const process = require('node:process');", "")
        .replace(/^const (.+) = require\('(.+?)'\)(?:\.(\w+))?;$/gm, (_, names, from, member) =>
          member ? `import { ${member} } from "${from}";` : `import ${names} from "${from}";`,
        )
        .replace(/^exports\.(\w+) = \1;.*$/gm, "export { $1 };");
      if (/\b(?:require\(|exports\.)/.test(module.replace(/^ *\*.*$/gm, "")))
        throw new Error(`${id} is not read whole`);
      return module;
    },
  },
};

/**
 * The grammar is only for what is not written plainly, and loading it takes 3 ms. A dynamic import() gives it a file
 * of its own; since readers cannot wait, that becomes a call of require(), which does the same at once.
 */
const grammar = `${import.meta.dirname}/src/notation/grammar.ts`;
const grammarWhenNeeded: Plugin = {
  name: "grammar-when-needed",
  resolveId: (id, importer) => (id === "./grammar.ts" && importer !== "\0grammar" ? "\0grammar" : undefined),
  load: {
    filter: { id: /^\0grammar$/ },
    handler: () =>
      [
        `let loaded; const grammar = () => (loaded ??= atOnce(import(${JSON.stringify(grammar)})));`,
        ...["readWords", "lossesNamed", "areOnlyNames"].map(
          (name) => `export const ${name} = (...given) => grammar().${name}(...given);`,
        ),
      ].join("\n"),
  },
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      chunk.code = chunk.code.replace(/atOnce\(Promise\.resolve\(\)\.then\(\(\)=>(require\([^()]+\))\)\)/g, "$1");
      if (chunk.code.includes("atOnce(")) throw new Error("the grammar is not loaded at once");
    }
  },
};

/** The licences of the packages and the data that are bundled, as they ask for. */
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
    const { name, version, title, authors, url, licenceUrl, notice } = JSON.parse(
      readFileSync(`${import.meta.dirname}/src/record/battles.json`, "utf8"),
    );
    texts.push(`${name} ${version}\n\n${title}, ${authors}, ${url}\n${notice} ${licenceUrl}\n`);
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
    plugins: [commanderAsModules, withoutUnreached, grammarWhenNeeded, ascii, licences],
    preserveEntrySignatures: false,
    output: {
      dir: "dist",
      format: "cjs",
      entryFileNames: "[name].cjs",
      chunkFileNames: "[name].cjs",
      codeSplitting: {
        groups: [
          { name: "main", test: /rolldown\/runtime/ },
          { name: "main", tags: ["$initial"] },
        ],
      },
      minify: true,
    },
  },
  { input: { index: "src/index.ts" }, platform: "node", external, output: { dir: "dist", format: "esm" } },
]);
