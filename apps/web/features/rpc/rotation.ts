import { HttpRequestError, RpcRequestError, TimeoutError } from "viem";

export interface RpcRequest {
  readonly method: string;
  readonly params?: unknown;
}

export type SendRequest = (request: RpcRequest) => Promise<unknown>;

export interface RotationParameters {
  /** Endpoints of one chain, the preferred one first. */
  readonly endpoints: readonly SendRequest[];
  readonly chainId: number;
  /** Until the preferred endpoints are tried again [ms]. */
  readonly returnAfterMs: number;
  /** Longest wait for an endpoint that is tried [ms]. */
  readonly probeMs: number;
  /** Told when another endpoint answers from now on. */
  readonly onMove: (current: number) => void;
  readonly now?: () => number;
}

/** An endpoint whose newest block is older than what the page shows by more than this is not turned to [s]. */
const MOST_LAG = 30n;

/**
 * Sends requests to the first endpoint that answers. One that fails is left at once, and the same request goes to the
 * next; whoever is preferred is tried again in the background, so that a request never waits for it. An endpoint of
 * another chain, or one that lags behind, is never turned to: its numbers would be wrong.
 */
export function rotate(parameters: RotationParameters): SendRequest {
  const { endpoints, chainId, returnAfterMs, probeMs, onMove, now = Date.now } = parameters;
  let current = 0;
  let nextTry = 0;
  /** Time of the newest block that was read [unix s]. */
  let shown = 0n;
  let moving: Promise<void> | undefined;

  async function isUsable(send: SendRequest): Promise<boolean> {
    try {
      const [id, block] = await within(
        probeMs,
        Promise.all([
          send({ method: "eth_chainId" }),
          send({ method: "eth_getBlockByNumber", params: ["latest", false] }),
        ]),
      );
      return Number(id) === chainId && timeOf(block) + MOST_LAG >= shown;
    } catch {
      return false;
    }
  }

  /** Turns to the most preferred usable one of these endpoints; stays where it is without one. */
  async function turnTo(candidates: readonly number[]): Promise<void> {
    const probes = candidates.map((index) => isUsable(endpoints[index] as SendRequest));
    for (const [i, index] of candidates.entries()) {
      if (!(await probes[i])) continue;
      current = index;
      onMove(index);
      break;
    }
    nextTry = now() + returnAfterMs;
  }

  function move(candidates: readonly number[]): Promise<void> {
    moving ??= turnTo(candidates).finally(() => {
      moving = undefined;
    });
    return moving;
  }

  async function ask(index: number, request: RpcRequest): Promise<unknown> {
    const answer = await (endpoints[index] as SendRequest)(request);
    if (isNewestBlock(request)) shown = timeOf(answer);
    return answer;
  }

  const all = endpoints.map((_, index) => index);
  return async (request) => {
    const asked = current;
    if (asked > 0 && moving === undefined && now() >= nextTry) void move(all.slice(0, asked));
    try {
      return await ask(asked, request);
    } catch (error) {
      if (!isOutage(error)) throw error;
      if (current === asked) await move(all.filter((index) => index !== asked));
      if (current === asked) throw error;
      return ask(current, request);
    }
  };
}

/** The endpoint failed, and not what it was asked: a revert is an answer. */
export function isOutage(error: unknown): boolean {
  if (error instanceof HttpRequestError || error instanceof TimeoutError) return true;
  return error instanceof RpcRequestError && LIMITED.has(error.code);
}

/** Codes for "you ask too much". */
const LIMITED: ReadonlySet<number> = new Set([-32_005, 429]);

function isNewestBlock({ method, params }: RpcRequest): boolean {
  return method === "eth_getBlockByNumber" && Array.isArray(params) && params[0] === "latest";
}

function timeOf(block: unknown): bigint {
  const { timestamp } = (block ?? {}) as { readonly timestamp?: string };
  return BigInt(timestamp ?? 0);
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer in ${ms} ms.`)), ms);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
