// Fails when a page sends more JavaScript than its budget.
import { CSS_LIMIT, LAZY_LIMIT, measureSizes } from "./first-load.mjs";

const { pages, lazy } = measureSizes();
const rows = [
  ...pages.flatMap(({ path, scripts, styles, limit }) => [
    { what: `${path}, first load`, size: scripts, limit },
    { what: `${path}, styles`, size: styles, limit: CSS_LIMIT },
  ]),
  { what: "largest lazy chunk", size: lazy, limit: LAZY_LIMIT },
];

let failed = false;
for (const { what, size, limit } of rows) {
  const over = size > limit;
  failed ||= over;
  const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
  process.stdout.write(`${over ? "over" : "ok  "} ${kb(size)} of ${kb(limit)}  ${what}\n`);
}
if (failed) {
  process.stderr.write("A page is over its budget. Load the new part when it is needed, or leave it out.\n");
  process.exitCode = 1;
}
