import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Address, isAddress } from "viem";
import { requireFreePort } from "../../../scripts/lib/ports.mjs";
import { DRIVEN_ASSETS } from "./assets";
import { ControlRequestError } from "./errors";
import type { ChainTime, Devnet, DrivenAsset } from "./types";

const MAX_BODY = 1_024;
/** A shock may take nine tenths of a price, or multiply it by three. */
const SHOCK_RANGE = [-90, 200] as const;
/** A week: longer, and the history of the chart is of no use. */
const MAX_TIME = 7 * 24 * 3_600;

/** What the control endpoint may do; the part of `Devnet` that the demo bar needs. */
export type Controls = Pick<
  Devnet,
  "deployment" | "price" | "shock" | "liquidity" | "setLiquidity" | "travel" | "mint" | "chainTime"
>;

/** Body of a request after it was found to be what it should be. */
interface FaucetRequest {
  readonly symbol: DrivenAsset | "USDC";
  readonly to: Address;
}

export interface ControlServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Amount of one draw from the faucet, in whole tokens. */
const FAUCET = { USDC: 10_000n, ETH: 5n, BTC: 1n, LINK: 1_000n } as const satisfies Record<
  FaucetRequest["symbol"],
  bigint
>;

/**
 * The demo bar's lever: prices, time and test tokens by HTTP, because a browser must not hold the keys of the driver.
 * On the loopback interface only, and for pages of one origin only.
 */
export async function startControlServer(
  controls: Controls,
  options: { readonly port?: number; readonly webOrigin?: string },
): Promise<ControlServer> {
  const { port = 0, webOrigin } = options;
  if (port !== 0) await requireFreePort(port, "the demo controls");
  const server = createServer((request, response) => {
    void serve(controls, webOrigin, request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const bound = (server.address() as AddressInfo).port;
  return { url: `http://127.0.0.1:${bound}`, stop: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function serve(
  controls: Controls,
  webOrigin: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    requireLoopback(request);
    allowOrigin(request, response, webOrigin);
    if (request.method === "OPTIONS") return reply(response, 204, undefined);
    reply(response, 200, await answer(controls, request));
  } catch (error) {
    const status = error instanceof ControlRequestError ? error.status : 500;
    const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
    reply(response, status, { error: { name, message } });
  }
}

/** A page that had its name resolve to this machine would send its own host name. */
function requireLoopback(request: IncomingMessage): void {
  const host = request.headers.host?.replace(/:\d+$/, "");
  if (host !== "127.0.0.1" && host !== "localhost")
    throw new ControlRequestError(403, `The controls answer on 127.0.0.1 only, not as ${host ?? "nobody"}.`);
}

function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  webOrigin: string | undefined,
): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (webOrigin === undefined || byName(origin) !== byName(webOrigin))
    throw new ControlRequestError(
      403,
      `Pages of ${origin} may not use the controls; those of ${webOrigin} may.`,
    );
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Allow-Headers", "content-type");
  response.setHeader("Access-Control-Allow-Methods", "GET, POST");
  response.setHeader("Vary", "Origin");
}

/** `http://127.0.0.1:3000` and `http://localhost:3000` are one server to a person. */
function byName(origin: string): string {
  return origin.replace("//127.0.0.1", "//localhost");
}

async function answer(controls: Controls, request: IncomingMessage): Promise<unknown> {
  const route = `${request.method} ${request.url}`;
  if (route === "GET /status") return status(controls);
  if (route === "POST /shock") return time(await controls.shock(shockRequest(await body(request))));
  if (route === "POST /liquidity") return liquidity(controls, await body(request));
  if (route === "POST /time") return time(await controls.travel(timeRequest(await body(request))));
  if (route === "POST /faucet") return faucet(controls, faucetRequest(await body(request)));
  throw new ControlRequestError(
    404,
    `There is no ${route}; there are GET /status, POST /shock, /liquidity, /time and /faucet.`,
  );
}

async function status(controls: Controls): Promise<unknown> {
  const [prices, liquidity] = await Promise.all([
    ofEach(async (asset) => String(await controls.price(asset))),
    ofEach((asset) => controls.liquidity(asset)),
  ]);
  return { ...time(await controls.chainTime()), prices, liquidity };
}

async function ofEach<T>(read: (asset: DrivenAsset) => Promise<T>): Promise<Readonly<Record<string, T>>> {
  return Object.fromEntries(
    await Promise.all(DRIVEN_ASSETS.map(async (asset) => [asset, await read(asset)] as const)),
  );
}

/** Says where the liquidity is after it, so that a page need not ask. */
async function liquidity(
  controls: Controls,
  { asset: symbol, liquidity: side }: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  if (side !== "in" && side !== "out")
    throw new ControlRequestError(400, '"liquidity" must be "in" or "out".');
  const asset = drivenAsset(symbol);
  const moved = await controls.setLiquidity(asset, side);
  return { ...time(moved), liquidity: await controls.liquidity(asset) };
}

async function faucet(controls: Controls, { symbol, to }: FaucetRequest): Promise<unknown> {
  const asset = controls.deployment.markets
    .flatMap((market) => market.assets)
    .find((a) => a.symbol === symbol);
  if (!asset) throw new ControlRequestError(400, `There is no ${symbol} on this chain.`);
  const amount = FAUCET[symbol] * 10n ** BigInt(asset.decimals);
  return { hash: await controls.mint(symbol, to, amount), amount: String(amount) };
}

function time({ blockNumber, timestamp }: ChainTime): { blockNumber: string; timestamp: string } {
  return { blockNumber: String(blockNumber), timestamp: String(timestamp) };
}

async function body(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  if (!request.headers["content-type"]?.startsWith("application/json"))
    throw new ControlRequestError(415, "Send JSON, with the content type application/json.");
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_BODY)
      throw new ControlRequestError(413, `A request has at most ${MAX_BODY} characters.`);
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null) return { ...parsed };
  } catch {
    // Falls through: the sentence is the same for what is no JSON and for what is no object.
  }
  throw new ControlRequestError(400, "The request is not a JSON object.");
}

function shockRequest({ asset, percent }: Readonly<Record<string, unknown>>) {
  const [least, most] = SHOCK_RANGE;
  if (typeof percent !== "number" || !Number.isFinite(percent) || percent < least || percent > most)
    throw new ControlRequestError(400, `"percent" must be a number from ${least} to ${most}.`);
  return { asset: drivenAsset(asset), percent };
}

function timeRequest({ seconds }: Readonly<Record<string, unknown>>): number {
  if (typeof seconds !== "number" || !Number.isSafeInteger(seconds) || seconds < 1 || seconds > MAX_TIME)
    throw new ControlRequestError(400, `"seconds" must be a whole number from 1 to ${MAX_TIME}.`);
  return seconds;
}

function faucetRequest({ symbol, to }: Readonly<Record<string, unknown>>): FaucetRequest {
  if (typeof to !== "string" || !isAddress(to))
    throw new ControlRequestError(400, '"to" must be an address.');
  return { symbol: symbol === "USDC" ? symbol : drivenAsset(symbol), to };
}

function drivenAsset(value: unknown): DrivenAsset {
  const asset = DRIVEN_ASSETS.find((name) => name === value);
  if (!asset)
    throw new ControlRequestError(400, `"${String(value)}" is none of ${DRIVEN_ASSETS.join(", ")}.`);
  return asset;
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(value === undefined ? undefined : JSON.stringify(value));
}
