import type { Portfolio } from "@gimbal/sdk";
import { Coin } from "@/components/coin";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Cell, CellSub, HeadCell, Row, Table } from "@/components/ui/table";
import { portfolioCopy } from "@/content/portfolio";
import { marketTitle } from "@/features/market/market-title";
import { Value } from "@/features/transaction/value";
import { AppLink } from "@/features/watch/app-link";
import { formatSupplyRate, formatToken, formatUsd } from "@/lib/format";

const copy = portfolioCopy.loans;
const { head } = copy;

interface LoansPanelProps {
  readonly portfolio: Portfolio;
  /** Vault tokens are not known, so this may not be all. */
  readonly isPart?: boolean;
}

/** What an owner lends, and what it earns. */
export function LoansPanel({ portfolio: { loans, earnsPerDay }, isPart = false }: LoansPanelProps) {
  if (loans.length === 0) {
    return (
      <Panel title={copy.title} data-portfolio-panel="loans">
        <div className="flex items-center justify-between gap-3 px-4 pb-3 text-fg-2">
          {isPart ? copy.unknown : copy.empty}
          <Button size="sm" asChild>
            <AppLink href="/earn">{copy.more}</AppLink>
          </Button>
        </div>
      </Panel>
    );
  }
  return (
    <Panel title={copy.title} aside={copy.earns(formatUsd(earnsPerDay))} data-portfolio-panel="loans">
      <Table aria-label={copy.title}>
        <thead>
          <tr>
            <HeadCell>{head.asset}</HeadCell>
            <HeadCell numeric>{head.amount}</HeadCell>
            <HeadCell numeric className="max-tablet:hidden">
              {head.value}
            </HeadCell>
            <HeadCell numeric>{head.rate}</HeadCell>
            <HeadCell numeric className="max-tablet:hidden">
              {head.day}
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {loans.map(({ market, asset, vault, assets, value, earnsPerDay: day }) => (
            <Row
              key={`${market.slug}:${asset.symbol}:${vault ?? ""}`}
              data-loan={`${market.slug}:${asset.symbol}${vault === undefined ? "" : ":vault"}`}
            >
              <Cell>
                <span className="flex items-center gap-2">
                  <Coin symbol={asset.symbol} />
                  <span>
                    <span className="font-medium">{asset.symbol}</span>
                    <CellSub>
                      {vault === undefined
                        ? marketTitle(market.deployed)
                        : copy.vault(marketTitle(market.deployed))}
                    </CellSub>
                  </span>
                </span>
              </Cell>
              <Cell numeric>
                <Value name="lent" raw={assets}>
                  {formatToken(assets, asset, "nearest")}
                </Value>
              </Cell>
              <Cell numeric className="max-tablet:hidden">
                <Value name="value" raw={value}>
                  {formatUsd(value)}
                </Value>
              </Cell>
              <Cell numeric>{formatSupplyRate(asset.reserve.supplyRate)}</Cell>
              <Cell numeric className="max-tablet:hidden">
                <Value name="day" raw={day}>
                  {formatUsd(day)}
                </Value>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {isPart && <p className="border-line border-t px-4 py-2 text-12 text-fg-3">{copy.unknown}</p>}
    </Panel>
  );
}
