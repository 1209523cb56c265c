import { type CustomTransport, custom, http } from "viem";
import { EndpointsDownError } from "../errors";
import { hostOf } from "../observe/log";

/** First pause after a failure, doubled with each that follows [ms]. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** RPC codes that speak of the endpoint and not of the request: limits, and internal trouble of a gateway. */
const BUSY = [-32_005, -32_016, -32_097, 429, 503];

type Request = (call: { readonly method: string; readonly params?: unknown }) => Promise<unknown>;

/** One RPC endpoint and how it has been doing. */
export interface Endpoint {
  /** Its host: the rest of its address may hold a key. */
  readonly name: string;
  readonly request: Request;
  failures: number;
  /** Not asked before this time [ms]. */
  pausedUntil: number;
}

/** Hears of every answer and every failure. */
export interface EndpointWatch {
  onAnswer?(name: string): void;
  onFailure?(name: string, error: unknown): void;
}

/** Several endpoints used as one: the first that is well is asked, and the next one when it fails. */
export class Endpoints {
  readonly all: readonly Endpoint[];
  private readonly watch: EndpointWatch;
  private readonly now: () => number;

  constructor(urls: readonly string[], timeoutMs: number, watch: EndpointWatch = {}, now = Date.now) {
    this.watch = watch;
    this.now = now;
    this.all = urls.map((url) => ({
      name: hostOf(url),
      request: http(url, { retryCount: 0, timeout: timeoutMs })({ retryCount: 0 }).request as Request,
      failures: 0,
      pausedUntil: 0,
    }));
  }

  /** For viem's clients. */
  transport(): CustomTransport {
    return custom({ request: (call) => this.request(call) }, { retryCount: 0 });
  }

  /** The answer of the first endpoint that gives one. */
  async request(call: { readonly method: string; readonly params?: unknown }): Promise<unknown> {
    let last: unknown;
    for (const endpoint of this.inOrder()) {
      try {
        return await this.ask(endpoint, call);
      } catch (error) {
        if (!isEndpointFailure(error)) throw error;
        last = error;
      }
    }
    throw new EndpointsDownError(this.all.length, last);
  }

  /** Asks every endpoint that is not paused; undefined where there was no answer. */
  askAll(call: { readonly method: string; readonly params?: unknown }): Promise<readonly unknown[]> {
    const well = this.all.filter(({ pausedUntil }) => pausedUntil <= this.now());
    return Promise.all(well.map((endpoint) => this.ask(endpoint, call).catch(() => undefined)));
  }

  /** Those that are well first, then those whose pause ends soonest: a paused one is better than none. */
  private inOrder(): readonly Endpoint[] {
    const now = this.now();
    const rank = ({ pausedUntil }: Endpoint) => Math.max(0, pausedUntil - now);
    return [...this.all].sort((a, b) => rank(a) - rank(b));
  }

  private async ask(endpoint: Endpoint, call: Parameters<Request>[0]): Promise<unknown> {
    try {
      const answer = await endpoint.request(call);
      endpoint.failures = 0;
      endpoint.pausedUntil = 0;
      this.watch.onAnswer?.(endpoint.name);
      return answer;
    } catch (error) {
      if (isEndpointFailure(error)) {
        endpoint.pausedUntil = this.now() + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** endpoint.failures);
        endpoint.failures += 1;
        this.watch.onFailure?.(endpoint.name, error);
      }
      throw error;
    }
  }
}

/** Whether another endpoint could do better: the node did not answer, or is too busy to. */
function isEndpointFailure(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, status } = current as { readonly code?: unknown; readonly status?: unknown };
    if (typeof status === "number") return true;
    if (typeof code === "number") return BUSY.includes(code);
  }
  return true;
}
