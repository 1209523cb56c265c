import type { BrowserContext, Page } from "@playwright/test";
import { createWalletClient, type Hex, hexToBigInt, http, type LocalAccount, numberToHex } from "viem";

const PROVIDER_INFO = {
  uuid: "5b2c4f1e-6d0a-4f57-9a3b-7d1f0c2e8a11",
  name: "Test Wallet",
  rdns: "test.wallet",
};
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Crect width='8' height='8' fill='%23888'/%3E%3C/svg%3E";

type Answer = { result: unknown } | { error: { code: number; message: string } };
type Request = { method: string; params?: readonly unknown[] };

const REJECTED = { error: { code: 4001, message: "User rejected the request." } };

/**
 * A wallet extension as the app sees it: an EIP-6963 provider in the page, keys and decisions in this process.
 * It approves everything, except what a test told it to refuse.
 */
export class TestWallet {
  readonly requests: string[] = [];
  /** When each transaction was in a block, the chain mining at once [unix ms]. */
  readonly minedAt: number[] = [];
  private chainId = 31_337;
  private connected = false;
  /** What its owner does with the next requests, in turn; approves when nothing is left. */
  private readonly moods: ("refuses" | "never looks" | "loses the answer")[] = [];
  private isAtomic = false;
  private readonly batches = new Map<string, Hex>();
  private readonly typedDataUnsupported: boolean;

  constructor(
    public account: LocalAccount,
    private readonly rpcUrl: string,
    options: { typedDataUnsupported?: boolean } = {},
  ) {
    this.typedDataUnsupported = options.typedDataUnsupported ?? false;
  }

  /** Refuses the next request that asks its owner (signature or transaction). */
  rejectNext(): void {
    this.moods.push("refuses");
  }

  /** The next request stays in a window that its owner never sees. */
  ignoreNext(): void {
    this.moods.push("never looks");
  }

  /** The next request is carried out, but the page never hears of it: it was asleep while its owner was in the wallet. */
  loseNextAnswer(): void {
    this.moods.push("loses the answer");
  }

  /** Its owner picks another account in the extension. */
  async use(page: Page, account: LocalAccount): Promise<void> {
    this.account = account;
    await page.evaluate((address) => {
      window.dispatchEvent(new CustomEvent("test-wallet:account", { detail: [address] }));
    }, account.address);
  }

  /** From now on it says that it takes several calls as one. */
  becomeAtomic(): void {
    this.isAtomic = true;
  }

  /** Chain the wallet is on now. */
  get chain(): number {
    return this.chainId;
  }

  /** Its owner picks another network in the extension. */
  async moveTo(page: Page, chainId: number): Promise<void> {
    this.chainId = chainId;
    await page.evaluate((chain) => {
      window.dispatchEvent(new CustomEvent("test-wallet:chain", { detail: chain }));
    }, numberToHex(chainId));
  }

  async install(context: BrowserContext): Promise<void> {
    await context.exposeFunction("__walletRequest", (request: Request) => this.answer(request));
    // its owner has read what can be lost
    await context.addInitScript(() => localStorage.setItem("gimbal.risks.1", "1"));
    await context.addInitScript(announce, { info: { ...PROVIDER_INFO, icon: ICON } });
  }

  private async answer(request: Request): Promise<Answer> {
    this.requests.push(request.method);
    try {
      return await this.handle(request);
    } catch (error) {
      const {
        code = -32603,
        details,
        message,
      } = error as { code?: number; details?: string; message: string };
      return { error: { code, message: details ?? message } };
    }
  }

  private async handle({ method, params = [] }: Request): Promise<Answer> {
    switch (method) {
      case "eth_requestAccounts":
        if (this.refuses()) return REJECTED;
        this.connected = true;
        return { result: [this.account.address] };
      case "wallet_requestPermissions":
        if (this.refuses()) return REJECTED;
        this.connected = true;
        return { result: [{ parentCapability: "eth_accounts" }] };
      case "eth_accounts":
        // before the first approval a wallet shows nobody, else the app would connect by itself
        return { result: this.connected ? [this.account.address] : [] };
      case "eth_chainId":
        return { result: numberToHex(this.chainId) };
      case "wallet_switchEthereumChain":
        if (this.refuses()) return REJECTED;
        this.chainId = Number((params[0] as { chainId: Hex }).chainId);
        return { result: null };
      case "wallet_getCapabilities":
        return {
          result: this.isAtomic ? { [numberToHex(this.chainId)]: { atomic: { status: "supported" } } } : {},
        };
      case "wallet_sendCalls":
        return this.refuses() ? REJECTED : this.sendAll(params[0] as { calls: Record<string, Hex>[] });
      case "wallet_getCallsStatus": {
        const transactionHash = this.batches.get(params[0] as string);
        return {
          result: transactionHash
            ? { status: 200, atomic: true, receipts: [{ transactionHash, status: "0x1" }] }
            : { status: 400 },
        };
      }
      case "eth_sendTransaction":
        return this.ask(() => this.send(params[0] as Record<string, Hex>));
      case "eth_signTypedData_v4":
        return this.ask(() => this.sign(params[1] as string));
      default:
        return this.forward(method, params);
    }
  }

  /** Asks its owner for a signature. */
  private async ask(act: () => Promise<Answer>): Promise<Answer> {
    if (this.refuses()) return REJECTED;
    const mood = this.moods.shift();
    if (mood === undefined) return act();
    if (mood === "loses the answer") await act();
    return new Promise(() => {});
  }

  private refuses(): boolean {
    if (this.moods[0] !== "refuses") return false;
    this.moods.shift();
    return true;
  }

  private async sign(message: string): Promise<Answer> {
    if (this.typedDataUnsupported)
      return { error: { code: 4200, message: "eth_signTypedData_v4 is not supported." } };
    return { result: await this.account.signTypedData(JSON.parse(message)) };
  }

  private async send(transaction: Record<string, Hex>): Promise<Answer> {
    const wallet = createWalletClient({ account: this.account, transport: http(this.rpcUrl) });
    const { to, data, value, gas } = transaction;
    const hash = await wallet.sendTransaction({
      chain: null,
      to: to as Hex,
      ...(data ? { data } : {}),
      ...(value ? { value: hexToBigInt(value) } : {}),
      ...(gas ? { gas: hexToBigInt(gas) } : {}),
    });
    this.minedAt.push(Date.now());
    return { result: hash };
  }

  /** One after the other, which on a chain of its own is as good as one. */
  private async sendAll({ calls }: { calls: Record<string, Hex>[] }): Promise<Answer> {
    let last: Answer = REJECTED;
    for (const call of calls) last = await this.send(call);
    const id = `0x${"ba".repeat(31)}${(this.batches.size + 16).toString(16)}`;
    if ("result" in last) this.batches.set(id, last.result as Hex);
    return { result: { id } };
  }

  private async forward(method: string, params: readonly unknown[]): Promise<Answer> {
    const response = await fetch(this.rpcUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    });
    return (await response.json()) as Answer;
  }
}

/** Runs in the page: one provider, announced as an extension announces itself. */
function announce({ info }: { info: { uuid: string; name: string; rdns: string; icon: string } }): void {
  type Listener = (value: unknown) => void;
  const listeners = new Map<string, Set<Listener>>();
  const emit = (event: string, value: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(value);
  };
  const ask = (globalThis as unknown as { __walletRequest: (r: unknown) => Promise<Answer> }).__walletRequest;
  const provider = {
    async request(request: { method: string; params?: unknown[] }): Promise<unknown> {
      const answer = await ask(request);
      if ("error" in answer) throw Object.assign(new Error(answer.error.message), answer.error);
      if (request.method === "wallet_switchEthereumChain")
        for (const target of (request.params ?? []) as { chainId: string }[])
          emit("chainChanged", target.chainId);
      return answer.result;
    },
    on(event: string, listener: Listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener);
    },
  };
  window.addEventListener("test-wallet:chain", (event) =>
    emit("chainChanged", (event as CustomEvent).detail),
  );
  window.addEventListener("test-wallet:account", (event) =>
    emit("accountsChanged", (event as CustomEvent).detail),
  );
  const detail = Object.freeze({ info: Object.freeze(info), provider });
  const say = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", say);
  say();
}
