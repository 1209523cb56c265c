import type { SVGProps } from "react";
import type { Zone } from "@/lib/zones";

export interface DrawingProps {
  readonly zone: Zone;
  /** For pixels; `null` without debt, undefined while unknown. */
  readonly health: number | null | undefined;
  readonly before: number | undefined;
  readonly soft: number;
  readonly size: number;
  /** Health as text. */
  readonly number: string;
  /** Start of the soft zone as text. */
  readonly softLabel: string;
  readonly svg: SVGProps<SVGSVGElement> & Readonly<Record<`data-${string}`, string | undefined>>;
}
