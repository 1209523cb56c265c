#!/usr/bin/env node
// forge's `solc`, from the npm registry: standard JSON in on stdin, standard JSON out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
if (process.argv.includes("--version")) {
  const { version } = require("solc/package.json");
  console.log(
    `solc, the solidity compiler commandline interface\nVersion: ${version}+commit.00000000.Linux.g++`,
  );
} else {
  const soljson = require("solc/soljson.js");
  const input = readFileSync(0);
  // emscripten's ccall would put the input on its small stack and overflow on large projects: use the heap.
  const pointer = soljson._solidity_alloc(input.length + 1);
  soljson.HEAPU8.set(input, pointer);
  soljson.HEAPU8[pointer + input.length] = 0;
  const compile = soljson.cwrap("solidity_compile", "string", ["number", "number", "number"]);
  process.stdout.write(compile(pointer, 0, 0));
}
