import { createJSONStorage, type PersistStorage, type StateStorage } from "zustand/middleware";

type Texts = StateStorage<void> & { readonly getItem: (name: string) => string | null };

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}

/** The browser's own storage; where a person forbade it, merely asking for it throws. */
function ofBrowser(): Storage | undefined {
  if (typeof window === "undefined") return undefined;
  try {
    return window.localStorage;
  } catch {
    const value = memory();
    // The dialog that connects wallets asks for it unprepared, and would take the page down with it.
    attempt(() => Object.defineProperty(window, "localStorage", { configurable: true, value }), undefined);
    return value;
  }
}

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

/**
 * Texts by name, kept in this browser as far as it allows that: on the server, in a full or in a forbidden storage they
 * last as long as the page. Never throws.
 */
export function keptTexts(): Texts {
  const storage = ofBrowser() ?? memory();
  return {
    getItem: (name) => attempt(() => storage.getItem(name), null),
    setItem: (name, value) => attempt(() => storage.setItem(name, value), undefined),
    removeItem: (name) => attempt(() => storage.removeItem(name), undefined),
  };
}

/** Where a store is kept. A text that is none of its states counts as nothing. */
export function browserStorage<T>(): PersistStorage<T> {
  const texts = keptTexts();
  const storage = createJSONStorage<T>(() => texts) as PersistStorage<T>;
  return { ...storage, getItem: (name) => attempt(() => storage.getItem(name), null) };
}
