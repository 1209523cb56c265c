import type { Metadata } from "next";
import { riskTitle } from "@/content/risk-title";
import { RiskScreen } from "@/features/risk/risk-screen";

export const metadata: Metadata = { title: riskTitle };

export default async function RiskPage({ searchParams }: PageProps<"/risk">) {
  const { market } = await searchParams;
  return (
    <div className="mx-auto w-full max-w-[1440px] px-4 pt-4 pb-6 max-tablet:px-3">
      <RiskScreen requested={typeof market === "string" ? market : undefined} />
    </div>
  );
}
