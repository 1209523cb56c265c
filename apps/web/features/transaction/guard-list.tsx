import type { Guard } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { Icon } from "@/components/icon";
import { said } from "@/content/said";

/** What the SDK found: errors first, then what a person should know. */
export function GuardList({ guards }: { readonly guards: readonly Guard[] }) {
  if (guards.length === 0) return null;
  const ordered = [...guards].sort((a, b) => rank(a) - rank(b));
  return (
    <ul data-slot="guards" className="grid gap-1.5 text-12 leading-[1.35]">
      {ordered.map((guard) => (
        <li
          key={`${guard.code}:${said(guard.message)}`}
          data-slot="guard"
          data-code={guard.code}
          data-level={guard.level}
          className={cx("flex gap-1.5", guard.level === "block" ? "text-auction" : "text-soft")}
        >
          <Icon name="alert" size={14} className="mt-px" />
          <span>{said(guard.message)}</span>
        </li>
      ))}
    </ul>
  );
}

function rank({ level }: Guard): number {
  return level === "block" ? 0 : 1;
}
