#!/usr/bin/env node
// CommonJS (see package.json next to it): Node starts it sooner than a module.
// Node 22.1 and later can keep the compiled program. The folder is the package's own: in Node's default, the shared
// temporary folder, somebody else could plant a program. If it cannot be written, there is no cache. Node 20 has
// none, and is not made to load what would look for it.
if (!process.version.startsWith("v20.")) require("node:module").enableCompileCache?.(`${__dirname}/../dist/compiled`);
require("../dist/cli.cjs");
