// Fails when a page sends more JavaScript than its budget. Reads what `next build` left in `.next`.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const KB = 1000;
const root = join(dirname(fileURLToPath(import.meta.url)), "..", ".next");

const budgets = [
  { name: "/trade/[market]", page: "app/trade/[market]/page", limit: 330 * KB },
  { name: "/earn", page: "app/earn/page", limit: 300 * KB },
  { name: "/liquidations", page: "app/liquidations/page", limit: 300 * KB },
  { name: "/portfolio", page: "app/portfolio/page", limit: 300 * KB },
  { name: "/risk", page: "app/risk/page", limit: 300 * KB },
];
const LAZY_LIMIT = 115 * KB;
const CSS_LIMIT = 20 * KB;

const sizes = new Map();

/** Size after gzip, of a path below `.next`. */
function gzipped(path) {
  let size = sizes.get(path);
  if (size === undefined) {
    size = gzipSync(readFileSync(join(root, path)), { level: 9 }).length;
    sizes.set(path, size);
  }
  return size;
}

/** Scripts and styles that the HTML of a page names, the fallback for browsers without modules left out. */
function firstLoad(page) {
  const build = JSON.parse(readFileSync(join(root, "build-manifest.json"), "utf8"));
  const source = readFileSync(join(root, "server", `${page}_client-reference-manifest.js`), "utf8");
  const start = source.indexOf("= {") === -1 ? source.indexOf("={") + 1 : source.indexOf("= {") + 2;
  const manifest = JSON.parse(source.slice(start).trim().replace(/;?$/, ""));
  const scripts = new Set(build.rootMainFiles);
  for (const files of Object.values(manifest.entryJSFiles)) for (const file of files) scripts.add(file);
  const styles = new Set();
  for (const files of Object.values(manifest.entryCSSFiles)) for (const { path } of files) styles.add(path);
  return { scripts, styles };
}

function sum(files) {
  return [...files].reduce((total, file) => total + gzipped(file), 0);
}

function chunks(folder = "static/chunks") {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return chunks(path);
    return path.endsWith(".js") ? [path] : [];
  });
}

const rows = [];
const first = new Set(JSON.parse(readFileSync(join(root, "build-manifest.json"), "utf8")).polyfillFiles);
for (const { name, page, limit } of budgets) {
  const { scripts, styles } = firstLoad(page);
  for (const script of scripts) first.add(script);
  rows.push({ what: `${name}, first load`, size: sum(scripts), limit });
  rows.push({ what: `${name}, styles`, size: sum(styles), limit: CSS_LIMIT });
}
const [largest] = chunks()
  .filter((path) => !first.has(path))
  .sort((a, b) => gzipped(b) - gzipped(a));
if (largest !== undefined)
  rows.push({ what: "largest lazy chunk", size: gzipped(largest), limit: LAZY_LIMIT });

let failed = false;
for (const { what, size, limit } of rows) {
  const over = size > limit;
  failed ||= over;
  const kb = (bytes) => `${(bytes / KB).toFixed(1)} kB`.padStart(9);
  process.stdout.write(`${over ? "over" : "ok  "} ${kb(size)} of ${kb(limit)}  ${what}\n`);
}
if (failed) {
  process.stderr.write("A page is over its budget. Load the new part when it is needed, or leave it out.\n");
  process.exitCode = 1;
}
