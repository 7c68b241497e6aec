#!/usr/bin/env node
// CommonJS (see package.json beside it): Node starts it sooner than a module.
// Node 22.1 and later keep the compiled program; Node 20 has no such function.
require("node:module").enableCompileCache?.();
require("../dist/cli.cjs");
