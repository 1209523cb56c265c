#!/usr/bin/env node
// TypeScript runs as it is, wherever the packages are installed.
import { register } from "tsx/esm/api";

register();
const { main } = await import("../src/cli.ts");
process.exitCode = await main(process.argv.slice(2), process.env);
