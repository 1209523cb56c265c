import type { Abi, Address } from "viem";
import { type Artifact, compiled, interfaceAbi } from "./artifacts";
import type { DeploymentConfig } from "./config";
import { oracleParameters } from "./parameters";
import type { Session } from "./session";

/** Addresses of Gimbal's own contracts. */
export interface Core {
  readonly accessManager: Address;
  readonly priceOracle: Address;
  readonly marginEngineExtension: Address;
  readonly marginEngineLiquidation: Address;
  readonly marginEngineClearing: Address;
  readonly marginEngineNetting: Address;
  readonly marginEngine: Address;
  readonly volatilityOracle: Address;
  readonly depthOracle: Address;
  readonly riskEngine: Address;
  readonly coverageGate: Address;
  readonly riskLens: Address;
  readonly tradeRouter: Address;
  readonly liquidationTaker: Address;
  readonly positionRouter: Address;
  readonly accountMover: Address;
  readonly lens: Address;
}

/** Which artifact each of them is. */
export const CORE_ARTIFACTS = {
  accessManager: () => compiled("AccessManager"),
  priceOracle: () => compiled("PriceOracle"),
  marginEngineExtension: () => compiled("MarginEngineExtension"),
  marginEngineLiquidation: () => compiled("MarginEngineLiquidation"),
  marginEngineClearing: () => compiled("MarginEngineClearing"),
  marginEngineNetting: () => compiled("MarginEngineNetting"),
  marginEngine: () => withModules("MarginEngine", "IMarginEngine"),
  volatilityOracle: () => compiled("VolatilityOracle"),
  depthOracle: () => compiled("DepthOracle"),
  riskEngine: () => compiled("RiskEngine"),
  coverageGate: () => compiled("CoverageGate"),
  riskLens: () => compiled("RiskLens"),
  tradeRouter: () => compiled("TradeRouter"),
  liquidationTaker: () => compiled("LiquidationTaker"),
  positionRouter: () => compiled("PositionRouter"),
  accountMover: () => compiled("AccountMover"),
  lens: () => compiled("Lens"),
} as const satisfies Record<keyof Core, () => Artifact>;

/** A contract that answers for its modules, whose functions its own ABI does not have. */
export function withModules(name: string, interfaceName: string): Artifact {
  const contract = compiled(name);
  const own = new Set(contract.abi.map((item) => signature(item)));
  const others = interfaceAbi(interfaceName).filter((item) => !own.has(signature(item)));
  return { ...contract, abi: [...contract.abi, ...others] };
}

function signature(item: Abi[number]): string {
  return JSON.stringify([item.type, "name" in item ? item.name : "", "inputs" in item ? item.inputs : []]);
}

/** Constructor arguments of each, given the addresses of those before it. */
function constructorArguments(
  name: keyof Core,
  session: Session,
  config: DeploymentConfig,
  factory: Address,
  core: Partial<Core>,
): readonly unknown[] {
  switch (name) {
    case "accessManager":
      return [session.deployer];
    case "priceOracle":
      return [core.accessManager, oracleParameters(config)];
    case "marginEngineExtension":
      return [];
    case "marginEngineLiquidation":
    case "marginEngineClearing":
    case "marginEngineNetting":
      return [core.priceOracle];
    case "marginEngine":
      return [
        core.priceOracle,
        core.accessManager,
        core.marginEngineExtension,
        core.marginEngineLiquidation,
        core.marginEngineClearing,
        core.marginEngineNetting,
      ];
    case "volatilityOracle":
      return [core.accessManager, core.priceOracle, BigInt(config.oracle.samplePeriod)];
    case "depthOracle":
      return [
        core.accessManager,
        core.marginEngine,
        factory,
        BigInt(config.oracle.minWindow),
        BigInt(config.oracle.depthSpacing),
        BigInt(config.oracle.blockInterval),
      ];
    case "riskEngine":
      return [core.accessManager, core.marginEngine, core.volatilityOracle, core.depthOracle];
    case "coverageGate":
      return [core.accessManager, core.marginEngine, core.volatilityOracle];
    case "riskLens":
      return [core.marginEngine, core.riskEngine, core.coverageGate];
    case "tradeRouter":
    case "liquidationTaker":
    case "positionRouter":
    case "accountMover":
      return [core.marginEngine, factory];
    case "lens":
      return [core.marginEngine, core.tradeRouter];
  }
}

/** Deploys what is missing; the addresses are known before anything is sent. */
export async function ensureCore(
  session: Session,
  config: DeploymentConfig,
  factory: Address,
): Promise<Core> {
  const core: Partial<Record<keyof Core, Address>> = {};
  for (const name of Object.keys(CORE_ARTIFACTS) as (keyof Core)[]) {
    const artifact = CORE_ARTIFACTS[name]();
    core[name] = await session.create2(artifact, constructorArguments(name, session, config, factory, core));
  }
  return core as Core;
}
