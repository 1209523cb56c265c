import { marginEngineAbi, marginEngineLiquidationAbi } from "@gimbal/sdk/abis";

/** All that a keeper calls of the engine and hears from it: the modules answer at the engine's own address. */
export const engineAbi = [...marginEngineAbi, ...marginEngineLiquidationAbi] as const;
