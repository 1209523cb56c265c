import type { AccountId } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { dataOf } from "@/features/data/loadable";
import { AccountsPanel } from "./accounts/accounts-panel";
import { DangerBanners } from "./danger-banners";
import { ExposurePanel } from "./exposure-panel";
import { HistoryPanel } from "./history/history-panel";
import { LoansPanel } from "./loans-panel";
import type { OrderMode } from "./orders/orders-dialog";
import { PortfolioKpis } from "./portfolio-kpis";
import type { PortfolioView } from "./portfolio-view";
import { CoursePanel } from "./result/course-panel";
import { ResultPanel } from "./result/result-panel";
import { resultsOf } from "./result/results";
import { usePortfolioHistory } from "./use-portfolio-history";

const StressPanel = dynamic(() => import("./stress/stress-panel").then((module) => module.StressPanel), {
  ssr: false,
  loading: () => <Skeleton className="h-[420px] rounded-3" />,
});

const WorthPanel = dynamic(() => import("./result/worth-panel").then((module) => module.WorthPanel), {
  ssr: false,
});

const AdjustDialog = dynamic(
  () => import("@/features/positions/adjust/adjust-dialog").then((module) => module.AdjustDialog),
  { ssr: false },
);

const OrdersDialog = dynamic(() => import("./orders/orders-dialog").then((module) => module.OrdersDialog), {
  ssr: false,
});

const UnfinishedMove = dynamic(
  () => import("./orders/unfinished-move").then((module) => module.UnfinishedMove),
  { ssr: false },
);

interface PortfolioBodyProps {
  readonly view: PortfolioView;
  readonly isStale: boolean;
}

/** Figures, tables and the stress test of one owner. */
export function PortfolioBody({ view, isStale }: PortfolioBodyProps) {
  const { snapshot, vaults, portfolio } = view;
  const history = usePortfolioHistory(snapshot, vaults);
  const past = dataOf(history);
  const results = useMemo(() => past && resultsOf(view, past), [view, past]);
  const [managed, setManaged] = useState<AccountId>();
  const [ordered, setOrdered] = useState<{ readonly account: AccountId; readonly mode: OrderMode }>();
  return (
    <div className={cx("grid grid-cols-1 gap-3", isStale && "opacity-60")}>
      <UnfinishedMove snapshot={snapshot} />
      <DangerBanners portfolio={portfolio} onManage={setManaged} />
      <PortfolioKpis view={view} results={results} />
      <div className="grid grid-cols-1 items-start gap-3 desktop:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-1 gap-3">
          <AccountsPanel
            positions={portfolio.positions}
            isStale={isStale}
            onManage={setManaged}
            onOrder={(account) => setOrdered({ account, mode: "swapCollateral" })}
          />
          <ExposurePanel exposures={portfolio.exposures} />
          <LoansPanel portfolio={portfolio} isPart={vaults === "unknown"} />
          <ResultPanel results={results} history={history} />
          <CoursePanel view={view} history={history} />
          {past !== undefined && <WorthPanel view={view} history={past} />}
        </div>
        <StressPanel view={view} isStale={isStale} />
      </div>
      <HistoryPanel snapshot={snapshot} history={history} />
      {managed !== undefined && (
        <AdjustDialog
          key={managed}
          account={managed}
          initialMode="add"
          onClose={() => setManaged(undefined)}
          onReopen={() => setManaged(managed)}
        />
      )}
      {ordered !== undefined && (
        <OrdersDialog
          key={ordered.account}
          account={ordered.account}
          initialMode={ordered.mode}
          onClose={() => setOrdered(undefined)}
          onReopen={(mode) => setOrdered({ account: ordered.account, mode })}
        />
      )}
    </div>
  );
}
