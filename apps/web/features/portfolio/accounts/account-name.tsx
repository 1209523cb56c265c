import { AppLink } from "@/features/watch/app-link";
import type { AccountView } from "./account-view";

/** A sub-account by its name, with the way to its market. */
export function AccountName({ view: { name, href } }: { readonly view: AccountView }) {
  if (href === undefined) return <span className="font-medium">{name}</span>;
  return (
    <AppLink href={href} className="font-medium hover:underline">
      {name}
    </AppLink>
  );
}
