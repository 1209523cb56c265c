"use client";

import type { AccountId } from "@gimbal/sdk";
import { type FormEvent, useId, useState } from "react";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldNoteLine } from "@/components/ui/field-frame";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { alertsCopy as copy } from "@/content/alerts";
import { dataOf } from "@/features/data/loadable";
import { useAccountPositions } from "@/features/data/use-snapshot";
import { nameOf } from "@/features/positions/position-view";
import { NotificationLine } from "./notification-line";
import { useRules, useRulesOf } from "./rule-store";
import { isBounded, isSameRule, MOST_RULES, parseBound, type Rule, type RuleKind } from "./rules";

const usual: Record<RuleKind, string> = { health: "1.10", liquidation: "5", rate: "10", auction: "" };
const kinds = () =>
  (Object.keys(copy.kinds) as RuleKind[]).map((value) => ({ value, label: copy.kinds[value] }));

interface AlertsDialogProps {
  readonly scope: string;
  readonly onClose: () => void;
}

/** The rules of one owner. */
export function AlertsDialog({ scope, onClose }: AlertsDialogProps) {
  const rules = useRulesOf(scope);
  const put = useRules((state) => state.put);
  const positions = dataOf(useAccountPositions()) ?? [];
  const nameFor = (account: Rule["account"]) => {
    if (account === "any") return copy.any;
    const position = positions.find((candidate) => candidate.account === account);
    return position === undefined ? copy.any : nameOf(position);
  };
  const say = ({ kind, bound, account }: Rule) =>
    copy.rule(copy.kinds[kind], bound, copy.units[kind], nameFor(account));

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={copy.title}
      description={copy.about}
      width={480}
    >
      <div className="grid gap-4">
        {rules.length === 0 ? (
          <p className="text-fg-3">{copy.none}</p>
        ) : (
          <ul aria-label={copy.list}>
            {rules.map((rule) => (
              <li
                key={rule.id}
                data-slot="rule"
                data-kind={rule.kind}
                className="flex min-h-9 items-center gap-2 border-line border-b last:border-b-0"
              >
                <span className="min-w-0 flex-1">{say(rule)}</span>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={copy.remove(say(rule))}
                  onClick={() =>
                    put(
                      scope,
                      rules.filter(({ id }) => id !== rule.id),
                    )
                  }
                >
                  <Icon name="close" size={14} />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <RuleForm
          rules={rules}
          accounts={positions.map((position) => ({ value: position.account, label: nameOf(position) }))}
          onAdd={(rule) => put(scope, [...rules, rule])}
        />
        <NotificationLine />
      </div>
    </Dialog>
  );
}

interface RuleFormProps {
  readonly rules: readonly Rule[];
  readonly accounts: readonly { readonly value: AccountId; readonly label: string }[];
  readonly onAdd: (rule: Rule) => void;
}

function RuleForm({ rules, accounts, onAdd }: RuleFormProps) {
  const [kind, setKind] = useState<RuleKind>("health");
  const [account, setAccount] = useState<AccountId | "any">("any");
  const [text, setText] = useState(usual.health);
  const [isTried, setTried] = useState(false);
  const parsed = parseBound(kind, text);
  const draft = { kind, account, bound: parsed.type === "bound" ? parsed.text : text };
  const fault = faultOf();

  function faultOf(): string | undefined {
    if (rules.length >= MOST_RULES) return copy.faults.full(MOST_RULES);
    if (parsed.type === "fault" && isBounded(kind))
      return parsed.fault === "number" ? copy.faults.number : copy.faults.range[kind];
    return rules.some((rule) => isSameRule(rule, draft)) ? copy.faults.duplicate : undefined;
  }
  const note = isTried && fault !== undefined ? ({ tone: "error", text: `${fault}.` } as const) : undefined;
  const noteId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(fault !== undefined);
    if (fault === undefined) onAdd({ id: crypto.randomUUID(), ...draft });
  };
  const choose = (next: RuleKind) => {
    setKind(next);
    setText(usual[next]);
    setTried(false);
  };
  return (
    <form data-slot="rule-form" onSubmit={submit} className="grid gap-3">
      <div className="grid grid-cols-2 gap-2 max-tablet:grid-cols-1">
        <Select<RuleKind> label={copy.kind} options={kinds()} value={kind} onChange={choose} />
        <Select
          label={copy.scope}
          options={[{ value: "any" as AccountId | "any", label: copy.any }, ...accounts]}
          value={account}
          onChange={setAccount}
        />
      </div>
      {isBounded(kind) ? (
        <TextField
          label={copy.bound}
          inputMode="decimal"
          value={text}
          onChange={setText}
          unit={copy.units[kind]}
          note={note}
        />
      ) : (
        <FieldNoteLine id={noteId} note={note} />
      )}
      <Button type="submit" variant="primary" size="lg">
        {copy.add}
      </Button>
    </form>
  );
}
