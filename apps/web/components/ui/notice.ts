import type { ReactNode } from "react";

export interface Notice {
  /** `pending` stays until it is replaced under the same id. */
  readonly kind: "pending" | "done" | "cancelled" | "failed" | "warning";
  readonly title: string;
  readonly detail?: ReactNode;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}
