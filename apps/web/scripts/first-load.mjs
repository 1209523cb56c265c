// How much a page sends before it can be used. Reads what `next build` left in `.next`.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", ".next");

/** [bytes after gzip] */
const KB = 1000;
export const PAGE_LIMIT = 300 * KB;
export const TRADE_LIMIT = 330 * KB;
export const LAZY_LIMIT = 115 * KB;
export const CSS_LIMIT = 20 * KB;

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

const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** Scripts and styles that the HTML of a page names, the fallback for browsers without modules left out. */
function firstLoad(entry) {
  const source = readFileSync(join(root, "server/app", `${entry}_client-reference-manifest.js`), "utf8");
  const start = source.indexOf("= {") === -1 ? source.indexOf("={") + 1 : source.indexOf("= {") + 2;
  const manifest = JSON.parse(source.slice(start).trim().replace(/;?$/, ""));
  const scripts = new Set(readJson("build-manifest.json").rootMainFiles);
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

/** Every page that was built, with its first load, and the largest chunk that comes later [bytes after gzip]. */
export function measureSizes() {
  const first = new Set(readJson("build-manifest.json").polyfillFiles);
  const pages = Object.entries(readJson("app-path-routes-manifest.json"))
    .filter(([entry, path]) => entry.endsWith("/page") && !path.startsWith("/_"))
    .map(([entry, path]) => {
      const { scripts, styles } = firstLoad(entry);
      for (const script of scripts) first.add(script);
      const name = path.split("/")[1] || "home";
      const limit = name === "trade" ? TRADE_LIMIT : PAGE_LIMIT;
      return { name, path, scripts: sum(scripts), styles: sum(styles), limit };
    });
  const lazy = chunks().filter((path) => !first.has(path));
  return { pages, lazy: Math.max(0, ...lazy.map(gzipped)) };
}
