#!/usr/bin/env node
// CommonJS (see package.json next to it): Node starts it sooner than a module.
// The compiled program is kept, which saves a third of the time to start. The folder is the package's own: in Node's
// default, the shared temporary folder, somebody else could plant a program.
const program = require.resolve("../dist/cli.cjs");
const folder = `${__dirname}/../dist/compiled`;
if (process.version.startsWith("v20.")) requireKept();
else {
  require("node:module").enableCompileCache?.(folder);
  require(program);
}

/** Does what Node 22.1 and later do by themselves. V8 refuses what another version of it compiled. */
function requireKept() {
  const Module = require("node:module");
  const { readFileSync } = require("node:fs");
  const { Script } = require("node:vm");
  const kept = `${folder}/${process.version}-${process.arch}`;
  let cachedData;
  try {
    cachedData = readFileSync(kept);
  } catch {}
  // The build writes plain ASCII.
  const source = `(function (exports, require, module) {${readFileSync(program, "latin1")}\n})`;
  const script = new Script(source, { filename: program, cachedData });
  const module = new Module(program);
  // The other files of the program require this one.
  require.cache[program] = module;
  if (script.cachedDataRejected !== false) process.once("exit", () => keep(script.createCachedData(), kept));
  script.runInThisContext()(module.exports, Module.createRequire(program), module);
}

/** Under another name first, since a second program may be reading. Where it fails, the next run compiles again. */
function keep(data, file) {
  const { mkdirSync, renameSync, rmSync, writeFileSync } = require("node:fs");
  const draft = `${file}-${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(draft, data);
      renameSync(draft, file);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch {}
}
