#!/usr/bin/env node
// CommonJS (see package.json next to it): Node starts it sooner than a module.
// Node 22.1 and later keep the compiled program; Node 20 has no such function. The folder is the package's own: in
// Node's default, the shared temporary folder, somebody else could plant a program. If it cannot be written, there
// is no cache.
require("node:module").enableCompileCache?.(`${__dirname}/../dist/compiled`);
require("../dist/cli.cjs");
