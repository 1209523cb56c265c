export * from "./generated/abis";
export * from "./generated/errorsAbi";
export * from "./generated/liquidationAbis";
export * from "./generated/ordersAbis";
export * from "./generated/riskAbis";
