import { Icon } from "@/components/icon";
import { Definition, DefinitionList } from "@/components/ui/definition";
import { transactionCopy } from "@/content/transaction";
import type { ReviewRow } from "./review-rows";
import { Value } from "./value";

/** Numbers of a review, one under the other. */
export function ReviewRowList({ rows }: { readonly rows: readonly ReviewRow[] }) {
  return (
    <DefinitionList>
      {rows.map(({ name, label, before, after, raw }) => (
        <Definition key={name} term={label}>
          <span className="inline-flex items-center gap-1.5">
            {before !== undefined && before !== after && (
              <>
                <span className="text-fg-3">{before}</span>
                <Icon name="arrowRight" size={12} className="text-fg-3" />
                <span className="sr-only">{transactionCopy.health.becomes}</span>
              </>
            )}
            <Value raw={raw} name={name} className="font-medium">
              {after}
            </Value>
          </span>
        </Definition>
      ))}
    </DefinitionList>
  );
}
