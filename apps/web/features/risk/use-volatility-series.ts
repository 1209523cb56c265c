"use client";

import { useMemo } from "react";
import { type Loadable, mapLoadable } from "@/features/data/loadable";
import type { RiskView } from "./risk-view";
import { seriesOf, type VolatilityPoint } from "./series";
import { useForecastHistory } from "./use-forecast-history";

/** Forecast and realised volatility of the base asset, oldest first. */
export function useVolatilitySeries({ token, report }: RiskView): Loadable<readonly VolatilityPoint[]> {
  const history = useForecastHistory(token);
  const now = report.timestamp;
  return useMemo(
    () => mapLoadable(history, (points) => token && seriesOf(points, token, now)),
    [history, token, now],
  );
}
