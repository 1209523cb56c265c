// Opens a long of ETH at 3× with 1,000 USDC, and closes it: two transactions, and one approval.
import { closePosition, openPosition, positionOf, readSnapshot, WAD } from "@gimbal/sdk";
import { formatUnits, parseUnits } from "viem";
import { connect } from "./connect";

const { client, deployment, owner, send } = await connect();
const read = () => readSnapshot(client, { deployment, owner });
const snapshot = await read();
const trade = { market: 1, side: "long", slippage: 50n, deadline: snapshot.timestamp + 600n } as const;

const open = openPosition({ snapshot, ...trade, equity: parseUnits("1000", 6), leverage: 3n * WAD });
await send(open);
const position = positionOf(await read(), open.action.args.account);
if (!position?.health) throw new TypeError("the position has no health");
console.log(`opened ${formatUnits(position.size, 18)} ETH, health ${formatUnits(position.health, 18)}`);

const close = closePosition({ snapshot: await read(), ...trade });
await send(close);
console.log(`closed, at least ${formatUnits(close.preview.received, 6)} USDC returned`);
