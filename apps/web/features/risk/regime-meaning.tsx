import type { MarketRisk } from "@gimbal/sdk";
import { regimeCopy } from "@/content/regime";
import { reasonText } from "./regime";

/** What a regime means and what put the market there, for a popover. */
export function RegimeMeaning({ risk: { regime, reasons } }: { readonly risk: MarketRisk }) {
  return (
    <>
      <p>{regimeCopy.meanings[regime]}</p>
      {reasons.length > 0 ? (
        <>
          <p className="mt-1.5 text-fg">{regimeCopy.because}</p>
          <ul className="list-disc pl-4">
            {reasons.map((reason) => (
              <li key={reason}>{reasonText(reason)}</li>
            ))}
          </ul>
        </>
      ) : (
        regime !== "calm" && <p className="mt-1.5">{regimeCopy.noReason}</p>
      )}
      <p className="mt-1.5 text-fg-3">{regimeCopy.about}</p>
    </>
  );
}
