"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/ui/announcer";
import { notify } from "@/components/ui/toast";
import { gaugeCopy } from "@/content/gauge";
import { positionsCopy } from "@/content/positions";
import { formatHealth } from "@/lib/format";
import type { HealthValue, Zone } from "@/lib/zones";

const worse: Partial<Record<Zone, true>> = { soft: true, auction: true };

/** Says aloud when a position changes its zone, and shows it when the zone is a dangerous one. */
export function useZoneVoice(name: string, health: HealthValue, zone: Zone): void {
  const number = formatHealth(health);
  const last = useRef<Zone>(undefined);
  useEffect(() => {
    const previous = last.current;
    if (zone === "unknown" || zone === previous) return;
    last.current = zone;
    if (previous === undefined) return;
    const sentence = positionsCopy.zone(name, gaugeCopy.words[zone].toLowerCase(), number);
    announce(sentence);
    if (worse[zone]) notify({ kind: "warning", title: sentence }, `zone:${name}`);
  }, [name, zone, number]);
}
