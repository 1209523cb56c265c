import type { Metadata } from "next";
import { debugTitle } from "@/content/debug-title";
import { DebugScreen } from "@/features/debug/debug-screen";

export const metadata: Metadata = { title: debugTitle, robots: { index: false } };

export default function DebugPage() {
  return (
    <div className="mx-auto w-full max-w-[1440px] px-4 pt-4 pb-6 max-tablet:px-3">
      <DebugScreen />
    </div>
  );
}
