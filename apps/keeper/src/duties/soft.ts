import { EngineRisk } from "@gimbal/sdk";
import { healthOf } from "../risk/exact";
import { type Duty, marketIn, type Round } from "./duty";
import { takesOf } from "./take";

const WAD = 10n ** 18n;
/** The widest soft zone there is: 10 % above the health of liquidation. */
const WIDEST = WAD / 10n;

/** Takes small slices of accounts that asked for it, before they are unhealthy. */
export const soft: Duty = {
  name: "soft",
  async plans(round) {
    const near = [...round.accounts.values()].filter(
      (account) => account.softZone && account.owed.length > 0 && isNear(account.id, round),
    );
    return takesOf(
      "soft",
      round,
      near.map(({ id }) => id),
    );
  },
};

/** Healthy, and not by more than the widest zone; how wide its own is, the engine says. */
function isNear(id: Parameters<Round["accounts"]["get"]>[0], round: Round): boolean {
  const account = round.accounts.get(id);
  const market = account && marketIn(round, account.market);
  const health = account && market && healthOf(account, market);
  if (health === undefined || !EngineRisk.covers(health)) return false;
  const factor = EngineRisk.factorOf(health);
  return factor !== null && factor < WAD + WIDEST;
}
