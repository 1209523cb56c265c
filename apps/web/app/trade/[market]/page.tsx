import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { tradeCopy } from "@/content/trade";
import { marketTitle, tradableMarkets } from "@/features/market/market-title";
import { parseTradeParams } from "@/features/trade/trade-params";
import { TradeScreen } from "@/features/trade/trade-screen";
import { readDeployment } from "@/lib/deployment";
import { readRuntimeConfig } from "@/lib/runtime-config";

type TradePageProps = PageProps<"/trade/[market]">;

async function findMarket({ params }: TradePageProps) {
  const { market: slug } = await params;
  const { markets } = await readDeployment(readRuntimeConfig().chainId);
  return tradableMarkets(markets).find((market) => market.slug === slug);
}

export async function generateMetadata(props: TradePageProps): Promise<Metadata> {
  const market = await findMarket(props);
  return market === undefined ? {} : { title: tradeCopy.title(marketTitle(market)) };
}

export default async function TradePage(props: TradePageProps) {
  const market = await findMarket(props);
  if (market === undefined) notFound();
  const params = parseTradeParams(await props.searchParams);
  return <TradeScreen key={market.slug} slug={market.slug} params={params} />;
}
