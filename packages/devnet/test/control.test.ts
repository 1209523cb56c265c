import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { poolAbi, tokenAbi } from "../src/abis";
import { assetOf, tradedAssetOf } from "../src/assets";
import { startDevnet } from "../src/devnet";
import type { Devnet } from "../src/types";

const WEB = "http://localhost:3000";

let devnet: Devnet;
let url: string;

beforeAll(async () => {
  devnet = await startDevnet({ seed: "none", webOrigin: WEB });
  url = devnet.controlUrl ?? "";
});

afterAll(() => devnet?.stop());

function post(
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function sentence(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { message: string } };
  return error.message;
}

describe("the control endpoint", () => {
  it("tells time and prices", async () => {
    const response = await fetch(`${url}/status`, { headers: { origin: WEB } });
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe(WEB);
    const { blockNumber, timestamp } = await devnet.chainTime();
    expect(await response.json()).toEqual({
      blockNumber: String(blockNumber),
      timestamp: String(timestamp),
      prices: { ETH: "300000000000", BTC: "9000000000000", LINK: "1500000000" },
      liquidity: { ETH: "in", BTC: "in", LINK: "in" },
    });
  });

  it("shocks a price", async () => {
    const before = await devnet.price("LINK");
    const response = await post("/shock", { asset: "LINK", percent: -5 });
    expect(response.status).toBe(200);
    expect(await devnet.price("LINK")).toBe((before * 95n) / 100n);
  });

  it.each(["ETH", "BTC", "LINK"] as const)(
    "pulls the liquidity of %s, moves its price without it, and puts it back",
    async (asset) => {
      const { pool } = tradedAssetOf(devnet.deployment, asset);
      const liquidity = () =>
        devnet.client.readContract({ address: pool, abi: poolAbi, functionName: "liquidity" });
      const sent = () =>
        devnet.client.getTransactionCount({ address: devnet.accounts.driver.address, blockTag: "latest" });
      const move = async (side: "in" | "out") => {
        const response = await post("/liquidity", { asset, liquidity: side });
        expect(response.status).toBe(200);
        expect(await response.json()).toMatchObject({ liquidity: side });
      };
      const full = await liquidity();
      await move("out");
      const thin = await liquidity();
      expect(thin * 100n).toBeLessThan(full);
      expect(thin).toBeGreaterThan(10n ** 9n);
      const status = (await (await fetch(`${url}/status`)).json()) as { liquidity: unknown };
      expect(status.liquidity).toMatchObject({ [asset]: "out" });

      const before = await sent();
      await move("out");
      expect(await sent()).toBe(before);

      const price = await devnet.price(asset);
      await devnet.shock({ asset, percent: -40 });
      expect(await devnet.price(asset)).toBe((price * 60n) / 100n);
      await devnet.setPrice(asset, price);

      await move("in");
      const restored = await liquidity();
      expect(Number(restored) / Number(full)).toBeCloseTo(1, 6);
      const after = await sent();
      await move("in");
      expect(await sent()).toBe(after);
    },
  );

  it("moves time", async () => {
    const { timestamp } = await devnet.chainTime();
    const response = await post("/time", { seconds: 3_600 });
    const answer = (await response.json()) as { timestamp: string };
    expect(BigInt(answer.timestamp) - timestamp).toBeGreaterThanOrEqual(3_600n);
    expect(answer.timestamp).toBe(String((await devnet.chainTime()).timestamp));
  });

  it("gives test tokens", async () => {
    const to = "0x00000000000000000000000000000000000000AA";
    const response = await post("/faucet", { symbol: "USDC", to });
    const { amount } = (await response.json()) as { amount: string };
    const { address } = assetOf(devnet.deployment, "USDC");
    const balance = await devnet.client.readContract({
      address,
      abi: tokenAbi,
      functionName: "balanceOf",
      args: [to],
    });
    expect(balance).toBe(BigInt(amount));
    expect(balance).toBe(10_000_000_000n);
  });

  it.each([
    ["/shock", { asset: "DOGE", percent: 1 }, 400, '"DOGE" is none of ETH, BTC, LINK.'],
    ["/shock", { asset: "ETH", percent: -100 }, 400, '"percent" must be a number from -90 to 200.'],
    ["/shock", { asset: "ETH", percent: "5" }, 400, '"percent" must be a number from -90 to 200.'],
    ["/liquidity", { asset: "ETH", liquidity: "half" }, 400, '"liquidity" must be "in" or "out".'],
    ["/liquidity", { asset: "USDC", liquidity: "out" }, 400, '"USDC" is none of ETH, BTC, LINK.'],
    ["/time", { seconds: 0 }, 400, '"seconds" must be a whole number from 1 to 604800.'],
    ["/time", { seconds: 1.5 }, 400, '"seconds" must be a whole number from 1 to 604800.'],
    ["/faucet", { symbol: "ETH", to: "me" }, 400, '"to" must be an address.'],
    ["/faucet", "{", 400, "The request is not a JSON object."],
    ["/faucet", "7", 400, "The request is not a JSON object."],
    ["/faucet", "x".repeat(2_000), 413, "A request has at most 1024 characters."],
    [
      "/mint",
      {},
      404,
      "There is no POST /mint; there are GET /status, POST /shock, /liquidity, /time and /faucet.",
    ],
  ])("refuses %s %j", async (path, body, status, message) => {
    const response = await post(path, body);
    expect(response.status).toBe(status);
    expect(await sentence(response)).toBe(message);
  });

  it("refuses a form of another page, which needs no permission to be sent", async () => {
    const response = await post("/time", { seconds: 1 }, { "content-type": "text/plain" });
    expect(response.status).toBe(415);
  });

  it("answers pages of the web app only", async () => {
    const origin = "http://localhost:4000";
    const response = await post("/time", { seconds: 1 }, { origin });
    expect(response.status).toBe(403);
    expect(await sentence(response)).toBe(
      `Pages of ${origin} may not use the controls; those of ${WEB} may.`,
    );
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    const byAddress = await post("/time", { seconds: 1 }, { origin: WEB.replace("localhost", "127.0.0.1") });
    expect(byAddress.status).toBe(200);
    const preflight = await fetch(`${url}/time`, { method: "OPTIONS", headers: { origin: WEB } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("content-type");
  });

  it("answers only by the names of this machine", async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(url);
      request(
        { host: "127.0.0.1", port, path: "/status", headers: { host: `evil.example:${port}` } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
