import type { ReactNode } from "react";

export interface Notice {
  /** `pending` stays until it is replaced under the same id. */
  readonly kind: "pending" | "done" | "cancelled" | "failed" | "warning";
  readonly title: string;
  readonly detail?: ReactNode;
  /** Where it can be looked up. */
  readonly source?: ReactNode;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}
