export * from "./generated/abis";
export * from "./generated/riskAbis";
