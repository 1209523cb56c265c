import { afterEach, expect, test, vi } from "vitest";

const notices = vi.hoisted(() => [] as { kind: string; title: string; detail?: unknown }[]);
vi.mock("@/components/ui/toast", () => ({
  notify: (notice: (typeof notices)[number]) => notices.push(notice),
}));

const { share } = await import("@/features/watch/share");
const URL = "http://app.test/portfolio?watch=0x1";

afterEach(() => {
  notices.length = 0;
  vi.unstubAllGlobals();
});

function browser(properties: object, isPhone = false) {
  vi.stubGlobal("navigator", properties);
  vi.stubGlobal("matchMedia", () => ({ matches: isPhone }));
  window.matchMedia = (() => ({ matches: isPhone })) as never;
}

test("a link is copied, and what was copied is said", async () => {
  const writeText = vi.fn(async () => {});
  browser({ clipboard: { writeText } });
  await share(URL);
  expect(writeText).toHaveBeenCalledWith(URL);
  expect(notices).toEqual([{ kind: "done", title: "Link copied", detail: URL }]);
});

test("where the browser has no clipboard the link is shown", async () => {
  browser({});
  await share(URL);
  expect(notices).toMatchObject([{ kind: "warning", detail: URL }]);
});

test("a phone shares by its own sheet, and closing that is no failure", async () => {
  const sheet = vi.fn(async () => {
    throw new DOMException("closed", "AbortError");
  });
  browser({ share: sheet }, true);
  await share(URL);
  expect(sheet).toHaveBeenCalledWith({ url: URL });
  expect(notices).toEqual([]);
});
