import { notify } from "@/components/ui/toast";
import { watchCopy as copy } from "@/content/watch";

/** Gives a link to somebody else: by the phone's own sheet, or by the clipboard; shown to be copied by hand where neither works. */
export async function share(url: string): Promise<void> {
  if (isPhone() && typeof navigator.share === "function") {
    // a person who closes the sheet wants nothing else
    await navigator.share({ url }).catch(() => {});
    return;
  }
  try {
    await navigator.clipboard.writeText(url);
    notify({ kind: "done", title: copy.copied, detail: url });
  } catch {
    notify({ kind: "warning", title: copy.notCopied, detail: url });
  }
}

function isPhone(): boolean {
  return window.matchMedia("(pointer: coarse)").matches;
}
