"use client";

import { usePathname } from "next/navigation";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { Action, ActionGroup } from "@/components/ui/segmented";
import { Spinner } from "@/components/ui/spinner";
import { demoCopy } from "@/content/demo";
import { useChainStore } from "@/features/data/chain-store";
import { LOCAL_CHAIN, useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useWallet } from "@/features/wallet/use-wallet";
import { formatFullTime } from "@/lib/format";
import { DemoWalletPicker } from "./demo-wallet-picker";
import { LiquidityToggle } from "./liquidity-toggle";
import { useControl } from "./use-control";

const shocks = [-40, -20, -5, 5] as const;
const steps = [60, 3600, 86400] as const;

/** Levers of the local chain: whose wallet, what price, what time. */
export function DemoBar() {
  const { chainId, controlUrl } = useRuntime();
  if (chainId !== LOCAL_CHAIN || controlUrl === undefined) return null;
  return (
    <aside
      aria-label={demoCopy.region}
      data-slot="demo-bar"
      className="flex h-10 shrink-0 items-center gap-[18px] overflow-x-auto whitespace-nowrap border-line-control border-t border-dashed bg-canvas px-4 text-12 max-tablet:hidden"
    >
      <DemoControls />
    </aside>
  );
}

function DemoControls() {
  const { address } = useWallet();
  const { run, pending } = useControl();
  const asset = useMarketAsset();
  const getUsdc = () => {
    if (address === undefined) return;
    run({
      command: { path: "/faucet", body: { symbol: "USDC", to: address } },
      done: { title: demoCopy.faucetDone },
    });
  };
  const shock = (percent: number) => () =>
    run({
      command: { path: "/shock", body: { asset, percent } },
      done: { title: demoCopy.moved(asset, demoCopy.shockPercent(percent)), detail: demoCopy.movedDetail },
    });
  const travel = (seconds: (typeof steps)[number]) => () =>
    run({
      command: { path: "/time", body: { seconds } },
      done: { title: demoCopy.travelled(demoCopy.steps[seconds]) },
    });

  return (
    <>
      <span className="flex items-center gap-1.5 font-medium">
        {pending ? <Spinner className="text-accent" /> : <Icon name="bolt" size={14} />}
        {demoCopy.title}
      </span>
      <span className="flex items-center gap-2">
        <span className="text-fg-3 max-desktop:hidden">{demoCopy.wallet}</span>
        <DemoWalletPicker />
        <Button
          size="xs"
          disabled={address === undefined}
          title={address === undefined ? demoCopy.faucetOff : undefined}
          onClick={getUsdc}
        >
          {demoCopy.faucet}
        </Button>
      </span>
      <span className="flex items-center gap-2">
        <span className="text-fg-3">{demoCopy.shock(asset)}</span>
        <ActionGroup label={demoCopy.shock(asset)}>
          {shocks.map((percent) => (
            <Action key={percent} onClick={shock(percent)} disabled={pending}>
              {demoCopy.shockPercent(percent)}
            </Action>
          ))}
        </ActionGroup>
      </span>
      <LiquidityToggle asset={asset} run={run} pending={pending} />
      <span className="flex items-center gap-2">
        <span className="text-fg-3">{demoCopy.time}</span>
        <ActionGroup label={demoCopy.time}>
          {steps.map((seconds) => (
            <Action key={seconds} onClick={travel(seconds)} disabled={pending}>
              {demoCopy.steps[seconds]}
            </Action>
          ))}
        </ActionGroup>
      </span>
      <ChainTime />
    </>
  );
}

/** The base asset of the market on screen; ETH elsewhere. */
function useMarketAsset(): string {
  const path = usePathname();
  const { markets } = useDeployment();
  const market = markets.find(({ slug }) => path === `/trade/${slug}`);
  return market?.assets[1]?.symbol ?? "ETH";
}

function ChainTime() {
  const timestamp = useChainStore(({ watch }) => watch.head?.timestamp);
  return (
    <span data-slot="chain-time" className="ml-auto text-fg-3 max-desktop:hidden">
      {timestamp !== undefined && formatFullTime(Number(timestamp))}
    </span>
  );
}
