import { type AccountId, type Portfolio, type Position, rescueOf } from "@gimbal/sdk";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { portfolioCopy } from "@/content/portfolio";
import { signingCopy } from "@/content/signing";
import { accountName } from "@/features/positions/position-view";
import { useOwner } from "@/features/wallet/use-owner";
import { formatDistance, formatHealth, formatToken } from "@/lib/format";
import { zoneOf } from "@/lib/zones";
import { SAFE_AGAIN } from "./safe-again";

const copy = portfolioCopy.danger;

interface DangerBannersProps {
  readonly portfolio: Portfolio;
  readonly onManage: (account: AccountId) => void;
}

/** Sub-accounts that need somebody now, with the amount that helps. */
export function DangerBanners({ portfolio, onManage }: DangerBannersProps) {
  const { watching } = useOwner();
  const endangered = portfolio.positions.filter((position) => {
    const zone = zoneOf(position.health);
    return zone === "soft" || zone === "auction";
  });
  return endangered.map((position) => (
    <div key={position.account} data-slot="danger" data-account={position.account}>
      <Banner
        tone={zoneOf(position.health) === "auction" ? "bad" : "warning"}
        title={titleOf(position)}
        action={
          <Button
            size="sm"
            disabled={watching}
            title={watching ? signingCopy.watching : undefined}
            onClick={() => onManage(position.account)}
          >
            {copy.action}
          </Button>
        }
      >
        {remedyOf(position)}
      </Banner>
    </div>
  ));
}

function titleOf(position: Position): string {
  const name = accountName(position);
  return zoneOf(position.health) === "auction"
    ? copy.auction(name)
    : copy.soft(name, formatDistance(position.liquidationDistance));
}

/** What brings the account back, in words; empty where nothing simple does. */
export function remedyOf(position: Position): string {
  const rescue = rescueOf(position, SAFE_AGAIN);
  if (rescue === undefined) return "";
  return copy[rescue.kind](formatToken(rescue.amount, rescue.asset, "up"), formatHealth(SAFE_AGAIN));
}
