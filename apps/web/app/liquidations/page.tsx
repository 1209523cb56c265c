import type { Metadata } from "next";
import { liquidationsTitle } from "@/content/liquidations-title";
import { LiquidationsScreen } from "@/features/liquidations/liquidations-screen";

export const metadata: Metadata = { title: liquidationsTitle };

export default async function LiquidationsPage({ searchParams }: PageProps<"/liquidations">) {
  const { market } = await searchParams;
  return (
    <div className="mx-auto w-full max-w-[1440px] px-4 pt-4 pb-6 max-tablet:px-3">
      <LiquidationsScreen requested={typeof market === "string" ? market : undefined} />
    </div>
  );
}
