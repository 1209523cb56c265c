/** Absolute path of the native binary of a Foundry tool. */
export function foundryBin(tool: "forge" | "cast" | "anvil"): string;
