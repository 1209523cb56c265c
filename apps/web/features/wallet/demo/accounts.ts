import type { Address } from "viem";

/** An account of anvil's public development mnemonic, by what it does in the demo. */
export interface DemoAccount {
  readonly address: Address;
  readonly name: string;
}

export const demoAccounts = [
  { name: "Trader 1", address: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" },
  { name: "Trader 2", address: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC" },
  { name: "Trader 3", address: "0x90F79bf6EB2c4f870365E785982E1f101E93b906" },
  { name: "Lender", address: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65" },
  { name: "Liquidator", address: "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc" },
] as const satisfies readonly DemoAccount[];

/** Name of a demo account; undefined for any other address. */
export function demoAccountName(address: string | undefined): string | undefined {
  const wanted = address?.toLowerCase();
  return demoAccounts.find((account) => account.address.toLowerCase() === wanted)?.name;
}
