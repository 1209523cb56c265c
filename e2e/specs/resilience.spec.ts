import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Deployment } from "@gimbal/sdk";
import type { BrowserContext } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { startGate } from "../support/gate";
import { freePort, startWeb } from "../support/server";

/** Servers that a test started itself are no foreign hosts. */
async function own(context: BrowserContext, ...urls: readonly string[]): Promise<void> {
  const origins = new Set(urls.map((url) => new URL(url).origin));
  await context.route(
    (url) => origins.has(url.origin),
    (route) => route.continue(),
  );
}

test("when an endpoint fails the next one is read, and the first again once it is back", async ({
  app,
  context,
  devnet,
  page,
}) => {
  const gate = await startGate(devnet.rpcUrl);
  const rpcUrl = `${gate.url},${devnet.rpcUrl}`;
  const web = await startWeb({ port: await freePort(), rpcUrl, controlUrl: undefined });
  await own(context, gate.url, web.url);
  try {
    await app.visit(`${web.url}/earn`);
    const block = app.slot("block-number");
    const shown = async () => BigInt((await block.getAttribute("data-value")) ?? "0");
    await expect(app.slot("endpoint")).toHaveCount(0);

    gate.isShut = true;
    await expect(app.slot("endpoint")).toContainText(`${new URL(gate.url).host} does not answer.`);
    const before = await shown();
    await devnet.mine(1);
    await expect.poll(shown).toBeGreaterThan(before);
    await expect(block).toHaveAttribute("data-status", "ok");
    await expect(page.getByText("No connection to the chain.")).toHaveCount(0);

    gate.isShut = false;
    await expect(app.slot("endpoint")).toHaveCount(0);
    const { version } = await (await page.request.get(`${web.url}/version`)).json();
    expect(version).toMatch(/^[\w-]{8,}:31337:0x[0-9a-f]{40}$/);
  } finally {
    await web.stop();
    await gate.stop();
  }
});

test("names that somebody chose to deceive are shown as plain, short text", async ({
  app,
  context,
  devnet,
  page,
}) => {
  const source = join(
    dirname(createRequire(import.meta.url).resolve("@gimbal/sdk")),
    "deployments/31337.json",
  );
  const deployment = JSON.parse(await readFile(source, "utf8")) as Deployment;
  const markup = "<img src=x onerror=window.pwned=1>";
  const hostile = {
    ...deployment,
    markets: deployment.markets.map((market) => ({
      ...market,
      assets: market.assets.map((asset) =>
        asset.symbol === "ETH" ? { ...asset, symbol: `\u202e${markup}\u0000${"W".repeat(500)}` } : asset,
      ),
    })),
  };
  const folder = await mkdtemp(join(tmpdir(), "gimbal-"));
  await writeFile(join(folder, "31337.json"), JSON.stringify(hostile));
  const web = await startWeb({
    port: await freePort(),
    rpcUrl: devnet.rpcUrl,
    controlUrl: undefined,
    deployments: folder,
  });
  await own(context, web.url);
  try {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["/trade/eth-usdc", "/earn", "/liquidations", "/risk"]) {
      await app.visit(`${web.url}${path}`);
      const text = (await page.locator("body").textContent()) ?? "";
      expect(text, path).toContain(`${markup.slice(0, 15)}…`);
      expect(text, path).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|W{9}/);
      expect(await page.locator("img[src=x]").count(), path).toBe(0);
      const { pwned, width } = await page.evaluate(() => ({
        pwned: "pwned" in window,
        width: document.documentElement.scrollWidth,
      }));
      expect(pwned, path).toBe(false);
      expect(width, path).toBeLessThanOrEqual(390);
    }
  } finally {
    await web.stop();
    await rm(folder, { recursive: true });
  }
});

test("a script without the page's nonce does not run, and nothing leaves for another host", async ({
  page,
}) => {
  const injected = `<script>window.ran = "script"</script><img alt="" src="data:," onerror="window.ran = 'handler'">`;
  // what a fault in the server, or a hostile name that it did not escape, would put into the page
  await page.route("**/earn", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</body>", `${injected}</body>`);
    await route.fulfill({ response, body });
  });
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
  });
  await page.goto("/earn");
  // its own inline script has the nonce, and ran
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const sent = await page.evaluate(() =>
    fetch("https://example.org/").then(
      () => true,
      () => false,
    ),
  );
  expect(sent).toBe(false);
  const found = await page.evaluate(() => ({ ran: "ran" in window, broken: Reflect.get(window, "broken") }));
  expect(found.ran).toBe(false);
  expect(found.broken).toEqual(expect.arrayContaining(["script-src-elem", "script-src-attr", "connect-src"]));
});

test("the first transaction of a browser comes after what can be lost", async ({ app, chain, page }) => {
  await page.addInitScript(() => localStorage.removeItem("gimbal.risks.1"));
  await app.prepare({ slug: "eth-usdc", side: "long", amount: "500", leverage: "2" });
  await app.action.click();
  await expect(app.slot("risks")).toContainText("unaudited");
  await expect(app.slot("review-confirm")).toHaveCount(0);
  await app.slot("risks").getByRole("button").click();
  await app.confirm();
  await expect(app.position("eth-usdc", "long")).toBeVisible();
  expect((await chain.position("eth-usdc", "long")).debt).toBeGreaterThan(0n);
});

test("pasted revert data says what it means, and the endpoint in use is named", async ({
  app,
  page,
  devnet,
}) => {
  await app.visit("/debug");
  await expect(page.locator('[data-debug-panel="endpoints"] [data-endpoint="0"]')).toHaveAttribute(
    "data-state",
    "used",
  );
  await expect(page.locator('[data-debug-panel="endpoints"]')).toContainText(new URL(devnet.rpcUrl).host);
  await expect(page.locator('[data-debug-panel="oracle"] [data-oracle="ETH"]')).toBeVisible();
  const field = page.getByRole("textbox", { name: "Data or selector, 0x…" });
  await field.fill("execution reverted: 0xffffffff");
  await expect(app.slot("decoded")).toHaveAttribute("data-type", "unknown");
  // Panic(0x11)
  await field.fill(`data: "0x4e487b71${"11".padStart(64, "0")}"`);
  await expect(app.slot("decoded")).toContainText("panic 0x11");
});
