import { type Devnet, startDevnet } from "@gimbal/devnet";
import { test as base, expect } from "@playwright/test";
import type { LocalAccount } from "viem";
import { App } from "./app";
import { Chain } from "./chain";
import { freePort, startWeb } from "./server";
import { TestWallet } from "./wallet";

interface Stack {
  readonly devnet: Devnet;
  readonly webUrl: string;
}

interface WorkerFixtures {
  stack: Stack;
}

interface TestFixtures {
  /** A wallet that cannot sign typed data, as some hardware wallets. */
  typedDataUnsupported: boolean;
  devnet: Devnet;
  chain: Chain;
  wallet: TestWallet;
  app: App;
  hermetic: undefined;
}

/** Chain and server per worker; a chain as new, a wallet and a sealed network per test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
    async ({}, use) => {
      const port = await freePort();
      const devnet = await startDevnet({ webOrigin: `http://127.0.0.1:${port}` });
      const web = await startWeb({ port, rpcUrl: devnet.rpcUrl, controlUrl: devnet.controlUrl });
      await use({ devnet, webUrl: web.url });
      await web.stop();
      await devnet.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  typedDataUnsupported: [false, { option: true }],

  devnet: async ({ stack }, use) => {
    const snapshot = await stack.devnet.snapshot();
    await use(stack.devnet);
    await stack.devnet.revert(snapshot);
  },

  chain: async ({ devnet }, use) => use(new Chain(devnet)),

  wallet: async ({ devnet, context, typedDataUnsupported }, use) => {
    const account = devnet.accounts.traders[0] as LocalAccount;
    const wallet = new TestWallet(account, devnet.rpcUrl, { typedDataUnsupported });
    await wallet.install(context);
    await use(wallet);
  },

  baseURL: async ({ stack }, use) => use(stack.webUrl),

  app: async ({ page, wallet: _wallet }, use) => use(new App(page)),

  hermetic: [
    async ({ context, stack }, use) => {
      const own = [stack.webUrl, stack.devnet.rpcUrl, stack.devnet.controlUrl ?? stack.webUrl];
      const origins = new Set(own.map((url) => new URL(url).origin));
      const foreign: string[] = [];
      await context.route(
        (url) => /^(https?|wss?):$/.test(url.protocol) && !origins.has(url.origin),
        (route) => {
          foreign.push(route.request().url());
          return route.abort();
        },
      );
      await use(undefined);
      expect(foreign, "requests to foreign hosts").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
