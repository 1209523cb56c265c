// Prices: trades in the pools, answers of the feeds.
import { ponder } from "ponder:registry";
import { abs } from "./lib/bigints";
import { feedOf } from "./lib/feeds";
import { POSITION_ROUTER, poolAt, ROUTER } from "./lib/markets";
import { poolPrice } from "./lib/poolPrice";
import { addTick } from "./store/candles";
import { noteSwap } from "./store/orders";
import { settleTrade } from "./store/positions";

ponder.on("Pool:Swap", async ({ event, context: { db } }) => {
  const pool = poolAt(event.log.address);
  if (pool === undefined) return;
  const { sender, amount0, amount1, sqrtPriceX96 } = event.args;
  const [base, quote] = pool.baseIsToken0 ? [amount0, amount1] : [amount1, amount0];
  await addTick(db, pool.address, event.block.timestamp, {
    price: poolPrice(sqrtPriceX96, pool),
    baseVolume: abs(base),
    quoteVolume: abs(quote),
  });
  const by = sender.toLowerCase();
  if (by === ROUTER || by === POSITION_ROUTER) await settleTrade(db, pool.address, [base, quote], event);
  if (by === POSITION_ROUTER) await noteSwap(db, pool.address, [base, quote], event);
});

ponder.on("Feed:AnswerUpdated", async ({ event, context: { db } }) => {
  const feed = feedOf(event.log.address);
  const { current } = event.args;
  if (feed === undefined || current <= 0n) return; // no answer, as for the price oracle
  await addTick(db, feed.proxy, event.block.timestamp, {
    price: current * 10n ** BigInt(18 - feed.decimals),
    baseVolume: 0n,
    quoteVolume: 0n,
  });
});
