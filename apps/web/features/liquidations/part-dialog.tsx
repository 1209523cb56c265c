"use client";

import { parseAmount, type Seconds, type Snapshot } from "@gimbal/sdk";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Definition, DefinitionList } from "@/components/ui/definition";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import { TokenInput } from "@/components/ui/token-input";
import { useAmountText } from "@/components/ui/use-amount-text";
import { liquidationsCopy } from "@/content/liquidations";
import { useDeployment } from "@/features/data/runtime-context";
import { openReview } from "@/features/transaction/transaction-store";
import { Value } from "@/features/transaction/value";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { useOwner } from "@/features/wallet/use-owner";
import { exactAmount, formatResult, formatToken, UNKNOWN } from "@/lib/format";
import { type AuctionView, type Bid, bidAt } from "./auction-view";
import { type Capital, partIntent, partNote } from "./part-form";

const copy = liquidationsCopy.part;

const capitals = (["own", "flash"] as const).map((value) => ({ value, label: copy[value] }));

interface PartDialogProps {
  readonly view: AuctionView;
  readonly snapshot: Snapshot;
  /** Time of the chain. */
  readonly now: Seconds;
  readonly onClose: () => void;
  /** Shows this dialog again, when a person steps back from the review. */
  readonly onReopen: () => void;
}

/** A bid on a part of an auction. */
export function PartDialog({ view, snapshot, now, onClose, onReopen }: PartDialogProps) {
  const { debt, name } = view;
  const { text, isMax, setText, typeMax } = useAmountText();
  const [capital, setCapital] = useState<Capital>("own");
  const { owner } = useOwner();
  const { chainId, contracts } = useDeployment();
  const canSign = useCanSign();
  const most = bidAt(view, snapshot, now).repaid;
  const parsed = parseAmount(text, debt.decimals, debt.symbol);
  // what Max typed stays everything, though interest and the bonus move
  const typed = parsed.type === "amount" ? parsed.amount : 0n;
  const amount = isMax ? most : typed;
  const bid = bidAt(view, snapshot, now, amount);
  const takeMax = () => typeMax(exactAmount(most, debt.decimals));
  const note = partNote({ view, parsed, most: isMax ? typed : most, bid, capital, takeMax });
  const intent = note?.tone === "error" ? undefined : partIntent(view, amount, most, capital);
  const label = !canSign.ok
    ? canSign.reason
    : amount === 0n
      ? copy.empty
      : copy.review(formatToken(amount, debt, "up"));

  const review = () => {
    if (intent === undefined || owner === undefined) return;
    onClose();
    openReview(intent, { owner, chainId }, { back: onReopen });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={copy.title(name)}
      description={copy.about}
      width={480}
    >
      <div data-slot="part-form" className="grid grid-cols-1 gap-3.5">
        <TokenInput
          label={copy.amount}
          symbol={debt.symbol}
          value={text}
          onChange={setText}
          aside={copy.most(formatToken(most, debt))}
          onMax={takeMax}
          note={note}
        />
        {contracts.liquidationTaker !== undefined && (
          <Segmented<Capital>
            label={copy.capital}
            options={capitals}
            value={capital}
            onChange={setCapital}
            size="lg"
          />
        )}
        <Rows view={view} bid={bid} capital={capital} isEmpty={amount === 0n || amount > most} />
        <Button
          variant="primary"
          size="lg"
          data-slot="part-action"
          disabled={!canSign.ok || intent === undefined}
          onClick={review}
        >
          {label}
        </Button>
      </div>
    </Dialog>
  );
}

interface RowsProps {
  readonly view: AuctionView;
  readonly bid: Bid;
  readonly capital: Capital;
  /** No amount to say anything of. */
  readonly isEmpty: boolean;
}

function Rows({ view: { collateral, debt }, bid, capital, isEmpty }: RowsProps) {
  const profit = isEmpty ? undefined : capital === "own" ? bid.profit : bid.flashProfit;
  return (
    <DefinitionList>
      {capital === "own" && (
        <>
          <Definition term={copy.rows.pay}>
            <Value name="partPaid" raw={isEmpty ? null : bid.paid}>
              {isEmpty ? UNKNOWN : formatToken(bid.paid, debt, "up")}
            </Value>
          </Definition>
          <Definition term={copy.rows.receive}>
            <Value name="partSeized" raw={isEmpty ? null : bid.seized}>
              {isEmpty ? UNKNOWN : formatToken(bid.seized, collateral)}
            </Value>
          </Definition>
        </>
      )}
      <Definition term={copy.rows.profit}>
        <Value name="partProfit" raw={profit}>
          {formatResult(profit)}
        </Value>
      </Definition>
    </DefinitionList>
  );
}
