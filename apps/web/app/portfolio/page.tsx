import type { Metadata } from "next";
import { portfolioTitle } from "@/content/portfolio-title";
import { PortfolioScreen } from "@/features/portfolio/portfolio-screen";

export const metadata: Metadata = { title: portfolioTitle };

export default function PortfolioPage() {
  return (
    <div className="mx-auto w-full max-w-[1440px] px-4 pt-4 pb-6 max-tablet:px-3">
      <PortfolioScreen />
    </div>
  );
}
