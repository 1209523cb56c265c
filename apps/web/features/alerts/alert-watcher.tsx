"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/ui/announcer";
import { notify } from "@/components/ui/toast";
import { common } from "@/content/common";
import { useRuntime } from "@/features/data/runtime-context";
import { useAccountPositions } from "@/features/data/use-snapshot";
import { useOwner } from "@/features/wallet/use-owner";
import { useAlertLog } from "./alert-log";
import { evaluate, type Finding, type Ringing, step } from "./evaluate";
import { scopeOf, useRules, useRulesOf } from "./rule-store";
import { sentenceOf } from "./sentence";

const SILENT: Ringing = new Set();

/** Checks the rules of the owner on screen whenever positions were read anew. Reads nothing itself. */
export function AlertWatcher() {
  const { chainId } = useRuntime();
  const { owner } = useOwner();
  const scope = owner && scopeOf(chainId, owner);
  const rules = useRulesOf(scope);
  const positions = useAccountPositions();
  const ringing = useRef({ scope, alarms: SILENT });

  useEffect(() => {
    void useRules.persist.rehydrate();
    void useAlertLog.persist.rehydrate();
    // another tab may change the rules, or have heard an alarm
    const follow = ({ key }: StorageEvent) => {
      if (key === useRules.persist.getOptions().name) void useRules.persist.rehydrate();
      if (key === useAlertLog.persist.getOptions().name) void useAlertLog.persist.rehydrate();
    };
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  }, []);

  useEffect(() => {
    // old numbers ring no alarm
    if (positions.status !== "ok") return;
    const before = ringing.current.scope === scope ? ringing.current.alarms : SILENT;
    const after = step(before, evaluate(rules, positions.data));
    ringing.current = { scope, alarms: after.ringing };
    for (const finding of after.begun) ring(finding, chainId);
  }, [positions, rules, scope, chainId]);

  return null;
}

function ring(finding: Finding, chainId: number): void {
  const sentence = sentenceOf(finding);
  useAlertLog.getState().add({
    id: crypto.randomUUID(),
    chainId,
    sentence,
    at: Math.floor(Date.now() / 1_000),
  });
  notify({ kind: "warning", title: sentence }, `alert:${finding.key}`);
  announce(sentence);
  if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
  try {
    // one tag for each alarm: several tabs show it once
    new Notification(common.product, { body: sentence, tag: finding.key });
  } catch {
    // some phones know the class and refuse its constructor: the notice above stands
  }
}
