import type { OwnerHistory } from "@gimbal/sdk";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { portfolioCopy } from "@/content/portfolio";
import { dataOf, type Loadable } from "@/features/data/loadable";
import type { PortfolioView } from "../portfolio-view";
import { courseOf } from "./course";
import { CourseTable } from "./course-table";

const CourseChart = dynamic(() => import("./course-chart").then((module) => module.CourseChart), {
  ssr: false,
  loading: () => <Skeleton className="h-[200px] rounded-2" />,
});

const copy = portfolioCopy.course;

interface CoursePanelProps {
  readonly view: PortfolioView;
  readonly history: Loadable<OwnerHistory>;
}

/** Realised profit over time; nothing while nothing was realised. */
export function CoursePanel({ view, history }: CoursePanelProps) {
  const [asTable, setAsTable] = useState(false);
  const past = dataOf(history);
  const points = useMemo(() => past && courseOf(view, past), [view, past]);
  if (points === undefined || points.length === 0) return null;
  return (
    <Panel
      title={copy.title}
      data-portfolio-panel="course"
      aside={
        <Button variant="ghost" size="xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? copy.showChart : copy.showTable}
        </Button>
      }
    >
      <div className="px-4 pb-4">
        {asTable ? (
          <CourseTable points={points} />
        ) : (
          <CourseChart points={points} now={Number(view.snapshot.timestamp)} />
        )}
        <p className="mt-2 text-12 text-fg-3">{copy.about}</p>
      </div>
    </Panel>
  );
}
