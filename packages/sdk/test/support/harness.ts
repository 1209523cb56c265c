import type { Address, Hex } from "viem";
import type { Health } from "../../src";
import { encodeState, type StateCase } from "../differential/states";
import { type Anvil, startAnvil } from "./anvil";
import { artifact } from "./artifacts";

/** Block time at which every state is evaluated. */
export const NOW = 1_800_000_000n;

/** Reserve as the engine reports it. */
export interface ReserveOutput {
  readonly cash: bigint;
  readonly debt: bigint;
  readonly fees: bigint;
  readonly totalAssets: bigint;
  readonly index: bigint;
  readonly rateAtTarget: bigint;
  readonly borrowRate: bigint;
}

/** What the engine says of one state; failures are the bytes of the revert. */
export interface StateOutput {
  readonly maintenance: Health;
  readonly maintenanceFailure: Hex;
  readonly initial: Health;
  readonly initialFailure: Hex;
  readonly debt: readonly bigint[];
  readonly reserve: ReserveOutput;
  readonly risks: readonly {
    readonly maintenanceMargin: bigint;
    readonly initialMargin: bigint;
    readonly depth: bigint;
  }[];
  readonly paid: bigint;
  readonly seized: bigint;
  readonly liquidationFailure: Hex;
  readonly collateralAfter: readonly bigint[];
  readonly debtAfter: readonly bigint[];
  readonly reserveAfter: ReserveOutput;
}

/** The engine on a chain of its own, with states written straight into its storage. */
export interface Harness {
  evaluate(states: readonly StateCase[]): Promise<readonly StateOutput[]>;
  stop(): Promise<void>;
}

/** Starts a chain and deploys the harness. */
export async function startHarness(): Promise<Harness> {
  const anvil = await startAnvil(
    "--disable-code-size-limit",
    "--gas-limit",
    "100000000000",
    "--no-request-size-limit",
  );
  const token = await deploy(anvil, "HarnessToken");
  const oracle = await deploy(anvil, "HarnessOracle");
  const extension = await deploy(anvil, "MarginEngineExtension");
  const liquidation = await deploy(anvil, "MarginEngineLiquidation", [oracle]);
  const clearing = await deploy(anvil, "MarginEngineClearing", [oracle]);
  const netting = await deploy(anvil, "MarginEngineNetting", [oracle]);
  const modules = [extension, liquidation, clearing, netting];
  const harness = await deploy(anvil, "MathHarness", [oracle, ...modules]);
  await anvil.client.setNextBlockTimestamp({ timestamp: NOW });
  await anvil.client.mine({ blocks: 1 });
  const { abi } = artifact("MathHarness");
  return {
    stop: anvil.stop,
    async evaluate(states) {
      const { result } = await anvil.client.simulateContract({
        address: harness,
        abi,
        functionName: "evaluate",
        args: [states.map((state, i) => encodeState(state, token, i + 1))],
        gas: 90_000_000_000n,
      });
      const [timestamp, outputs] = result as unknown as readonly [bigint, readonly StateOutput[]];
      if (timestamp !== NOW) throw new RangeError(`the chain is at ${timestamp}, not at ${NOW}`);
      return outputs;
    },
  };
}

async function deploy({ client }: Anvil, name: string, args: readonly unknown[] = []): Promise<Address> {
  const [account] = await client.getAddresses();
  if (account === undefined) throw new RangeError("anvil has no accounts");
  const hash = await client.deployContract({ ...artifact(name), account, args, gas: 30_000_000n });
  const { contractAddress } = await client.waitForTransactionReceipt({ hash });
  return contractAddress as Address;
}
