#!/usr/bin/env node
// CommonJS (see package.json next to it): Node starts it sooner than a module.
// The compiled program is kept, which saves half of what it adds to Node's own start. Node 22 and later can do that by
// themselves, but keep no function that was compiled when it was first called, which costs 10 ms. The folder is the
// package's own: in a shared temporary folder somebody else could plant a program.
const Module = require("node:module");
const { readFileSync } = require("node:fs");
const { Script } = require("node:vm");

const folder = `${__dirname}/../dist/compiled`;
// V8 refuses what another version of it compiled, or what is damaged.
const kept = `${folder}/${process.version}-${process.arch}`;
const program = require.resolve("../dist/cli.cjs");
// The build writes plain ASCII.
const source = `(function (exports, require, module) {${readFileSync(program, "latin1")}\n})`;
const script = new Script(source, { filename: program, cachedData: compiledBefore() });
if (script.cachedDataRejected !== false) process.once("exit", keep);
// The other files of the program require this one.
const main = new Module(program);
require.cache[program] = main;
script.runInThisContext()(main.exports, Module.createRequire(program), main);

function compiledBefore() {
  try {
    return readFileSync(kept);
  } catch {}
}

/** Under another name first, since a second program may be reading. Where it fails, the next run compiles again. */
function keep() {
  const { mkdirSync, renameSync, rmSync, writeFileSync } = require("node:fs");
  const draft = `${kept}-${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(draft, script.createCachedData());
      renameSync(draft, kept);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch {}
}
