import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const KEY = "gimbal.language";

function Title({ copy }: { readonly copy: { readonly trade: string } }) {
  return <h1>{copy.trade}</h1>;
}

/** The modules of the page as they are after it is loaded anew. */
async function load({ early = false } = {}) {
  vi.resetModules();
  // the words are there when they are asked for, however slow the machine
  if (early) await import("@/content/de");
  const [{ LanguageGate }, { LanguageMenu }, { shellCopy }] = await Promise.all([
    import("@/features/language/language-gate"),
    import("@/features/language/language-menu"),
    import("@/content/shell"),
  ]);
  return (
    <LanguageGate>
      <Title copy={shellCopy.nav} />
      <LanguageMenu />
    </LanguageGate>
  );
}

beforeEach(() => {
  localStorage.clear();
  document.documentElement.lang = "en";
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.doUnmock("@/content/de");
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("the page", () => {
  test("is hydrated in English and speaks German right after, with nothing to press in between", async () => {
    localStorage.setItem(KEY, "de");
    const page = await load({ early: true });
    const complaint = vi.spyOn(console, "error");
    const root = document.createElement("div");
    document.body.append(root);
    root.innerHTML = renderToString(page);
    expect(root.querySelector("h1")?.textContent).toBe("Trade");
    const complained = vi.fn();
    await act(async () => {
      hydrateRoot(root, page, { onRecoverableError: complained });
    });
    await vi.waitFor(() => expect(root.querySelector("h1")?.textContent).toBe("Handel"));
    expect(document.documentElement.lang).toBe("de");
    expect(document.body.inert).toBe(false);
    expect(complained).not.toHaveBeenCalled();
    expect(complaint).not.toHaveBeenCalled();
  });

  test("stays English without a choice, and with one that is no language", async () => {
    for (const kept of [undefined, "fr", "__proto__"]) {
      if (kept !== undefined) localStorage.setItem(KEY, kept);
      const page = await load();
      render(page);
      expect(document.body.inert).toBe(false);
      expect(screen.getByRole("heading").textContent).toBe("Trade");
      expect(document.documentElement.lang).toBe("en");
      cleanup();
    }
  });

  test("can be used in English when the words do not come", async () => {
    localStorage.setItem(KEY, "de");
    vi.doMock("@/content/de", () => Promise.reject(new Error("offline")));
    const page = await load();
    await act(async () => {
      render(page);
    });
    await vi.waitFor(() => expect(document.body.inert).toBe(false));
    expect(screen.getByRole("heading").textContent).toBe("Trade");
  });

  test("waits three seconds at most, and does not change under the hand after that", async () => {
    localStorage.setItem(KEY, "de");
    let arrive: (module: object) => void = () => {};
    vi.doMock("@/content/de", () => new Promise((resolve) => (arrive = resolve)));
    vi.useFakeTimers();
    const page = await load();
    render(page);
    expect(document.body.inert).toBe(true);
    await act(async () => vi.advanceTimersByTime(3_000));
    expect(document.body.inert).toBe(false);
    arrive({ german: { language: "de", shell: { nav: { trade: "Handel" } } } });
    await act(async () => vi.advanceTimersByTime(1_000));
    expect(screen.getByRole("heading").textContent).toBe("Trade");
    expect(document.documentElement.lang).toBe("en");
  });
});

describe("the choice", () => {
  test("is kept and loads the page again; the language that is spoken does not", async () => {
    const page = await load();
    const reload = vi.spyOn(window.location, "reload").mockImplementation(() => {});
    const user = userEvent.setup();
    render(page);
    const open = screen.getByRole("button", { name: "Language / Sprache: EN" });
    await user.click(open);
    const english = screen.getByRole("button", { name: "English" });
    expect(english.getAttribute("aria-pressed")).toBe("true");
    await user.click(english);
    expect(reload).not.toHaveBeenCalled();
    await user.click(open);
    const german = screen.getByRole("button", { name: "Deutsch" });
    expect(german.getAttribute("lang")).toBe("de");
    german.focus();
    await user.keyboard("{Enter}");
    expect(localStorage.getItem(KEY)).toBe("de");
    expect(reload).toHaveBeenCalledOnce();
  });

  test("that cannot be kept changes nothing", async () => {
    const page = await load();
    const reload = vi.spyOn(window.location, "reload").mockImplementation(() => {});
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    vi.stubGlobal("localStorage", { getItem: () => null, setItem: full });
    const user = userEvent.setup();
    render(page);
    await user.click(screen.getByRole("button", { name: "Language / Sprache: EN" }));
    await user.click(screen.getByRole("button", { name: "Deutsch" }));
    expect(reload).not.toHaveBeenCalled();
  });
});
