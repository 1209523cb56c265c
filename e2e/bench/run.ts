// What the product's pages weigh and how fast they are: the production build on a seeded local chain.
//   npm run bench:web                 a table with the goals; --runs=5 Lighthouse runs per median
//   npm run bench:web -- --json       {"firstLoadKB","lazyChunkKB","lighthouse","requestsPerBlock",…}
//   npm run bench:web -- --check      exit 1 when a goal is missed
import { loadavg } from "node:os";
import { type Devnet, startDevnet } from "@gimbal/devnet";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import type { LocalAccount } from "viem";
import { measureSizes } from "../../apps/web/scripts/first-load.mjs";
import { ensureChromium } from "../../scripts/lib/chromium.mjs";
import { compile } from "../../scripts/lib/contracts.mjs";
import { path } from "../../scripts/lib/paths.mjs";
import { buildWeb } from "../../scripts/lib/web.mjs";
import { App } from "../support/app";
import { chromiumOptions } from "../support/chromium";
import { freePort, startWeb } from "../support/server";
import { TestWallet } from "../support/wallet";
import { isMissed, linesOf, type Measured, printedOf, tableOf } from "./budgets";
import { benchLighthouse, type LighthouseReport } from "./lighthouse";
import { p95 } from "./median";
import { measureRequests } from "./requests";
import { fillTicket, measureRow } from "./row";
import { measureSlider } from "./slider";

const TRADE = "/trade/eth-usdc";

const runs = option("runs", 5);
const say = (line: string) => process.stderr.write(`${line}\n`);
const log = (name: string) => path(".demo/bench", name);

interface Stack {
  readonly devnet: Devnet;
  readonly url: string;
}

const chromiumPath = await ensureChromium(log("chromium.log"));
if (chromiumPath !== undefined) process.env.CHROMIUM_PATH = chromiumPath;
say("compiling the contracts and building the app, unless nothing changed");
await compile(log("contracts"));
await buildWeb(log("web-build.log"));
const sizes = measureSizes();
const load = loadavg()[0] ?? 0;
const port = await freePort();
const devnet = await startDevnet({ webOrigin: `http://127.0.0.1:${port}` });
try {
  const web = await startWeb({ port, rpcUrl: devnet.rpcUrl, controlUrl: devnet.controlUrl });
  try {
    report(await measure({ devnet, url: web.url }));
  } finally {
    await web.stop();
  }
} finally {
  await devnet.stop();
}

async function measure(stack: Stack): Promise<Measured> {
  const paths = new Map(
    sizes.pages.map(({ name, path: route }) => [name, route.replace("[market]", "eth-usdc")]),
  );
  const requests = [await requestsOf(stack, TRADE)];
  for (const route of paths.values()) if (route !== TRADE) requests.push(await requestsOf(stack, route));
  const { slider, row } = await interactions(stack);
  const desktop = await lighthouseOf(stack, TRADE, "desktop", runs);
  const phone = await lighthouseOf(stack, TRADE, "phone", runs);
  const pages: Record<string, LighthouseReport> = {};
  for (const [name, route] of paths)
    if (name !== "trade") pages[name] = await lighthouseOf(stack, route, "desktop", 1);
  const kb = (bytes: number) => Math.round(bytes / 100) / 10;
  return {
    firstLoadKB: Object.fromEntries(sizes.pages.map(({ name, scripts }) => [name, kb(scripts)])),
    lazyChunkKB: kb(sizes.lazy),
    lighthouse: { desktop, phone, pages },
    requestsPerBlock: Math.max(...requests.map(({ perBlock }) => perBlock)),
    requestsHidden: Math.max(...requests.map(({ hidden }) => hidden)),
    coldRequests: requests[0]?.cold ?? Number.NaN,
    sliderP95Ms: p95(slider),
    minedToRowMs: Math.max(...row),
  };
}

async function contextOf(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  // esbuild names functions with a helper that functions sent to the page do not find there
  await context.addInitScript("globalThis.__name ??= (named) => named");
  return context;
}

async function requestsOf({ devnet: chain, url }: Stack, route: string) {
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await (await contextOf(browser, url)).newPage();
    const counts = await measureRequests(page, { url, path: route, devnet: chain });
    say(`${route}: ${JSON.stringify(counts)}`);
    return counts;
  } finally {
    await browser.close();
  }
}

/** A connected trader trades, then drags the slider of a ticket that would add to what he has. */
async function interactions({ devnet: chain, url }: Stack) {
  const browser = await chromium.launch(chromiumOptions());
  try {
    const context = await contextOf(browser, url);
    const wallet = new TestWallet(chain.accounts.traders[0] as LocalAccount, chain.rpcUrl);
    await wallet.install(context);
    const app = new App(await context.newPage());
    const row = await measureRow(app, wallet);
    say(`mined to row: ${row.map((ms) => Math.round(ms)).join(", ")} ms`);
    await fillTicket(app);
    const slider = await measureSlider(app.page);
    say(`slider to preview: ${slider.map((ms) => ms.toFixed(1)).join(", ")} ms`);
    return { row, slider };
  } finally {
    await browser.close();
  }
}

async function lighthouseOf({ url }: Stack, route: string, device: "desktop" | "phone", count: number) {
  const measured = await benchLighthouse(`${url}${route}`, device, count);
  say(`${route} on a ${device}: ${measured.runs.join(", ")}; ${measured.findings.join("; ")}`);
  return measured;
}

function report(measured: Measured): void {
  const lines = linesOf(measured);
  if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(printedOf(measured))}\n`);
  else
    process.stdout.write(
      `${tableOf(lines)}\n\n` +
        `"!" misses the goal. Medians of ${runs} Lighthouse runs; load of the machine at the start: ${load.toFixed(1)}. ` +
        "Lighthouse's performance is noisy on a busy machine.\nHow each is measured: docs/budgets.md\n",
    );
  if (!process.argv.includes("--check")) return;
  const missed = lines.filter(isMissed);
  for (const { what, value, unit, goal } of missed)
    process.stderr.write(`over budget: ${what}: ${value.toFixed(1)} ${unit} (goal ${goal})\n`);
  if (missed.length > 0) process.exitCode = 1;
}

/** `--name=123` of the command line. */
function option(name: string, fallback: number): number {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  const value = given === undefined ? fallback : Number(given.slice(name.length + 3));
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} is a whole number from 1`);
  return value;
}
