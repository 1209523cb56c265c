import { type AssetState, type MarketState, type MovePreview, marketOf, type Snapshot } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { Definition, DefinitionList } from "@/components/ui/definition";
import { Explain } from "@/components/ui/explain";
import { ordersCopy } from "@/content/orders";
import { impactTone } from "@/features/ticket/preview-rows";
import { feesOf, impactOf, routeText, tokensOf } from "@/features/transaction/orders/swap-costs";
import type { SwapPlan } from "@/features/transaction/plan-of";
import { usdOf } from "@/features/transaction/usd";
import { Value } from "@/features/transaction/value";
import { formatCost, formatToken, formatUsdCost } from "@/lib/format";

const copy = ordersCopy.costs;
const tones = { neutral: "text-fg", warning: "text-soft", bad: "text-auction" } as const;

/** What a swap brings, what it costs, and the limit it cannot pass. */
export function SwapCosts({ plan, market }: { readonly plan: SwapPlan; readonly market: MarketState }) {
  const { quotes, amountIn, amountOut, limit } = plan.preview;
  const isDebt = plan.action.type === "swapDebt";
  const token = market.assets[plan.action.args.to] as AssetState;
  const impact = impactOf(quotes);
  const tone = impactTone(impact);
  const fees = feesOf(quotes, market);
  const traded = isDebt ? amountIn : amountOut;
  const rounding = isDebt ? "up" : "down";
  return (
    <section data-slot="order-costs" aria-label={copy.title}>
      <DefinitionList>
        <Definition term={isDebt ? copy.borrowed : copy.bought}>
          <Value name="traded" raw={traded}>
            {formatToken(traded, token, rounding)}
          </Value>
        </Definition>
        <Definition term={isDebt ? copy.atMost : copy.atLeast}>
          <Value name="limit" raw={limit}>
            {formatToken(limit, token, rounding)}
          </Value>
        </Definition>
        <Definition term={<Explain term={copy.impact}>{copy.explain.impact}</Explain>}>
          <span data-tone={tone} className={cx(tones[tone])}>
            <Value name="impact" raw={impact}>
              {formatCost(impact)}
            </Value>
            , {copy.grades[tone]}
          </span>
        </Definition>
        <Definition term={copy.fees}>
          <Value name="fees" raw={fees}>
            {formatUsdCost(fees)}
          </Value>
        </Definition>
        <Definition term={copy.route}>{routeText(tokensOf(quotes), market)}</Definition>
      </DefinitionList>
    </section>
  );
}

interface MoveCostsProps {
  readonly preview: MovePreview;
  readonly snapshot: Snapshot;
  readonly market: number;
  readonly debtAsset: number;
}

/** A move trades nothing; only the loan of a moment costs. */
export function MoveCosts({ preview, snapshot, market, debtAsset }: MoveCostsProps) {
  const token = marketOf(snapshot, market).assets[debtAsset] as AssetState;
  const { fee } = preview;
  const text = `${formatToken(fee, token, "up")} (${formatUsdCost(usdOf(fee, token))})`;
  return (
    <section data-slot="order-costs" aria-label={copy.title}>
      <DefinitionList>
        <Definition term={<Explain term={copy.loanFee}>{copy.explain.loanFee}</Explain>}>
          <Value name="fee" raw={fee}>
            {fee === 0n ? copy.free : text}
          </Value>
        </Definition>
      </DefinitionList>
    </section>
  );
}
