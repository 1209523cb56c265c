/** Stands in for viem's `constants/contracts`: code that this app never runs (`next.config.ts`), and says so if it would. */
const absent = new Proxy(Object.create(null), {
  get() {
    throw new ReferenceError("Name the chain's Multicall3: this app carries no bytecode of its own");
  },
}) as `0x${string}`;

export const deploylessCallViaBytecodeBytecode = absent;
export const deploylessCallViaFactoryBytecode = absent;
export const erc6492SignatureValidatorByteCode = absent;
export const multicall3Bytecode = absent;
