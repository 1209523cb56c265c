import { demoCopy } from "@/content/demo";

/** Where the liquidity of an asset's pool is: in it, or out of it but for a sliver. */
export type PoolLiquidity = "in" | "out";

/** What the control endpoint of the local chain does. */
export type ControlCommand =
  | { readonly path: "/shock"; readonly body: { readonly asset: string; readonly percent: number } }
  | {
      readonly path: "/liquidity";
      readonly body: { readonly asset: string; readonly liquidity: PoolLiquidity };
    }
  | { readonly path: "/time"; readonly body: { readonly seconds: number } }
  | { readonly path: "/faucet"; readonly body: { readonly symbol: string; readonly to: string } };

/** A command that the endpoint refused, with its own sentence. */
export class ControlError extends Error {
  override name = "ControlError";
}

/** Sends one command; resolves when its block is mined. */
export async function sendControl(url: string, { path, body }: ControlCommand): Promise<void> {
  const response = await post(new URL(path, url), body);
  if (response.ok) return;
  const message = messageOf(await response.json().catch(() => undefined));
  throw new ControlError(message ?? `${response.status} ${response.statusText}`);
}

/** Where the liquidity of each pool is, by asset. */
export async function readLiquidity(url: string): Promise<Readonly<Record<string, PoolLiquidity>>> {
  const response = await request(new URL("/status", url));
  const answer = (await response.json()) as { readonly liquidity?: Readonly<Record<string, PoolLiquidity>> };
  return answer.liquidity ?? {};
}

function post(url: URL, body: unknown): Promise<Response> {
  return request(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function request(url: URL, options?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (cause) {
    throw new ControlError(demoCopy.unreachable, { cause });
  }
}

/** `{ "error": { "message": "…" } }` */
function messageOf(answer: unknown): string | undefined {
  const { error } = (answer ?? {}) as { readonly error?: { readonly message?: unknown } };
  return typeof error?.message === "string" ? error.message : undefined;
}
