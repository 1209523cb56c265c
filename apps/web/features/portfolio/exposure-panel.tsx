import type { Exposure } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { Coin } from "@/components/coin";
import { Panel } from "@/components/ui/panel";
import { Cell, CellSub, HeadCell, Row, Table } from "@/components/ui/table";
import { portfolioCopy } from "@/content/portfolio";
import { Value } from "@/features/transaction/value";
import { formatAmount, formatUsd } from "@/lib/format";
import { toPlot } from "@/lib/plot";

const copy = portfolioCopy.exposure;
const { head } = copy;

/** What an owner depends on: each token once, netted over everything. */
export function ExposurePanel({ exposures }: { readonly exposures: readonly Exposure[] }) {
  const largest = Math.max(0, ...exposures.map(({ netValue }) => Math.abs(toPlot(netValue ?? 0n))));
  return (
    <Panel title={copy.title} aside={copy.note} data-portfolio-panel="exposure">
      <Table aria-label={copy.title}>
        <thead>
          <tr>
            <HeadCell>{head.asset}</HeadCell>
            <HeadCell numeric className="max-tablet:hidden">
              {head.held}
            </HeadCell>
            <HeadCell numeric className="max-tablet:hidden">
              {head.owed}
            </HeadCell>
            <HeadCell numeric className="max-tablet:hidden">
              {head.lent}
            </HeadCell>
            <HeadCell numeric>{head.net}</HeadCell>
            <HeadCell numeric>{head.value}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {exposures.map((exposure) => (
            <ExposureRow key={exposure.token} exposure={exposure} largest={largest} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function ExposureRow({ exposure, largest }: { readonly exposure: Exposure; readonly largest: number }) {
  const { symbol, held, owed, lent, net, netValue } = exposure;
  return (
    <Row data-exposure={symbol}>
      <Cell>
        <span className="flex items-center gap-2 font-medium">
          <Coin symbol={symbol} />
          {symbol}
        </span>
      </Cell>
      {[held, owed, lent].map((amount, index) => (
        <Cell
          key={head[(["held", "owed", "lent"] as const)[index] ?? "held"]}
          numeric
          className="text-fg-2 max-tablet:hidden"
        >
          {formatAmount(amount, exposure, index === 1 ? "up" : "down")}
        </Cell>
      ))}
      <Cell numeric>
        <Value name="net" raw={net}>
          {formatAmount(net, exposure)}
        </Value>
      </Cell>
      <Cell numeric className="min-w-[132px]">
        <Value name="netValue" raw={netValue}>
          {formatUsd(netValue)}
        </Value>
        <CellSub aria-hidden="true" className="mt-1">
          <Bar part={largest === 0 ? 0 : toPlot(netValue ?? 0n) / largest} />
        </CellSub>
      </Cell>
    </Row>
  );
}

/** Longs to the right of the middle, shorts hatched to the left of it. */
function Bar({ part }: { readonly part: number }) {
  const width = `${(Math.abs(part) * 50).toFixed(1)}%`;
  return (
    <span className="relative block h-1 w-full rounded-full bg-hover">
      <span
        className={cx(
          "absolute inset-y-0 rounded-full",
          part < 0 ? "right-1/2 hatch-short" : "left-1/2 bg-s1",
        )}
        style={{ width }}
      />
      <span className="absolute inset-y-[-2px] left-1/2 w-px bg-line-control" />
    </span>
  );
}
