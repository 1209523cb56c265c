import type { Address, Hex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { demoAccounts } from "./accounts";

/**
 * Keys of accounts 1 to 5 of anvil's mnemonic `test test … junk`. They are public: anyone can spend from these
 * accounts on any chain, so the wallet that uses them exists on the local chain only.
 */
const keys: readonly Hex[] = [
  "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d",
  "0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a",
  "0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6",
  "0x47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a",
  "0x8b3a350cf5c34c9194ca85829a2df0ec3153be0318b5e2d3348e872092edffba",
];

export function demoSigner(address: Address): PrivateKeyAccount {
  const index = demoAccounts.findIndex((account) => account.address === address);
  const key = keys[index];
  if (key === undefined) throw new RangeError(`No demo account ${address}`);
  return privateKeyToAccount(key);
}
