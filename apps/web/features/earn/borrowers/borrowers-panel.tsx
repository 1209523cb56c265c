"use client";

import { useMemo } from "react";
import { Coin } from "@/components/coin";
import { ErrorState } from "@/components/ui/empty-state";
import { Explain } from "@/components/ui/explain";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { common } from "@/content/common";
import { earnCopy } from "@/content/earn";
import { vaultCopy } from "@/content/vault";
import { dataOf } from "@/features/data/loadable";
import { useBorrowerStates } from "@/features/liquidations/use-liquidations";
import { Value } from "@/features/transaction/value";
import { formatHealth, formatRatio, formatShare, formatToken, formatUsdCompact } from "@/lib/format";
import type { ReserveView } from "../reserves";
import { type Backing, backingOf } from "./backing";

const copy = vaultCopy.borrowers;
const { head } = copy;

/** Which collateral backs the debt of one reserve. */
export function BorrowersPanel({ reserve }: { readonly reserve: ReserveView }) {
  const { asset, market, marketName, key } = reserve;
  const loaded = useBorrowerStates();
  const states = dataOf(loaded);
  const backing = useMemo(
    () => states && backingOf(states, market, asset.index),
    [states, market, asset.index],
  );
  const name = earnCopy.name(asset.symbol, marketName);
  return (
    <Panel
      title={copy.title(name)}
      data-borrowers={key}
      data-status={loaded.status}
      aside={
        backing !== undefined &&
        backing.accounts > 0 && (
          <>
            {copy.summary(formatToken(backing.debt, asset, "up"), backing.accounts)},{" "}
            {copy.lowest(formatHealth(backing.lowest))}
          </>
        )
      }
    >
      {loaded.status === "error" ? (
        <ErrorState title={copy.failed.title} onRetry={loaded.retry} retryLabel={common.retry}>
          {copy.failed.body}
        </ErrorState>
      ) : backing === undefined ? (
        <div aria-busy="true" className="px-4 pb-4">
          <span className="sr-only">{copy.loading}</span>
          <Skeleton className="h-24 rounded-2" />
        </div>
      ) : backing.lines.length === 0 ? (
        <p className="px-4 pb-4 text-fg-2">{copy.none}</p>
      ) : (
        <>
          <Lines backing={backing} reserve={reserve} label={copy.label(name)} />
          <p className="border-line border-t px-4 py-2.5 text-12 text-fg-3">{copy.about}</p>
        </>
      )}
    </Panel>
  );
}

interface LinesProps {
  readonly backing: Backing;
  readonly reserve: ReserveView;
  readonly label: string;
}

function Lines({ backing, reserve: { asset }, label }: LinesProps) {
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          <HeadCell>{head.collateral}</HeadCell>
          <HeadCell numeric className="max-tablet:hidden">
            {head.accounts}
          </HeadCell>
          <HeadCell numeric>{head.debt}</HeadCell>
          <HeadCell numeric>{head.share}</HeadCell>
          <HeadCell numeric className="max-tablet:hidden">
            {head.held}
          </HeadCell>
          <HeadCell numeric>
            <Explain term={head.cover}>{copy.coverExplain}</Explain>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {backing.lines.map(({ key, collateral, accounts, debt, share, held, cover }) => (
          <Row key={key} data-backing={key}>
            <Cell>
              <span className="flex items-center gap-2">
                {collateral.map(({ symbol }) => (
                  <Coin key={symbol} symbol={symbol} />
                ))}
                <span className="font-medium">{key === "" ? copy.nothing : key}</span>
              </span>
            </Cell>
            <Cell numeric className="max-tablet:hidden">
              {accounts}
            </Cell>
            <Cell numeric>
              <Value name="debt" raw={debt}>
                {formatToken(debt, asset, "up")}
              </Value>
            </Cell>
            <Cell numeric>
              <Value name="share" raw={share}>
                {formatShare(share)}
              </Value>
              <span aria-hidden="true" className="mt-0.5 ml-auto block h-1 w-16 rounded-full bg-line">
                <span
                  className="block h-full rounded-full bg-s1"
                  style={{ width: `${Number((share * 1000n) / 10n ** 18n) / 10}%` }}
                />
              </span>
            </Cell>
            <Cell numeric className="max-tablet:hidden">
              <Value name="held" raw={held}>
                {formatUsdCompact(held)}
              </Value>
            </Cell>
            <Cell numeric>
              <Value name="cover" raw={cover}>
                {formatRatio(cover)}
              </Value>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
