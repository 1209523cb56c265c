/**
 * Stands for the wallet SDKs that RainbowKit names and this app leaves out: they call foreign hosts.
 * A wallet that needs one of them is never offered, so nothing here runs.
 */
const absent = new Proxy(class {}, {
  get(_, name) {
    throw new ReferenceError(`Wallet SDK left out of this build: ${String(name)}`);
  },
});

export const GeminiWalletProvider = absent;
export const RpcSchema = {};
export const z = {};
export default absent;
