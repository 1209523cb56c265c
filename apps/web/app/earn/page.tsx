import type { Metadata } from "next";
import { earnTitle } from "@/content/earn-title";
import { EarnScreen } from "@/features/earn/earn-screen";

export const metadata: Metadata = { title: earnTitle };

export default function EarnPage() {
  return (
    <div className="mx-auto w-full max-w-[1440px] px-4 pt-4 pb-6 max-tablet:px-3">
      <EarnScreen />
    </div>
  );
}
