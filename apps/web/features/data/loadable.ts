/** A read, in the state it is in. `stale` is an old answer: it stays on screen, dimmed, and nothing is signed on it. */
export type Loadable<T> =
  | { readonly status: "loading" }
  | { readonly status: "error"; readonly error: Error; readonly retry: () => void }
  | { readonly status: "ok"; readonly data: T }
  | { readonly status: "stale"; readonly data: T; readonly age: number };

const LOADING = { status: "loading" } as const;

export const loading = (): Loadable<never> => LOADING;

/** The answer, if there is one, however old. */
export function dataOf<T>(loadable: Loadable<T>): T | undefined {
  return loadable.status === "ok" || loadable.status === "stale" ? loadable.data : undefined;
}

/** The same state with another value; `undefined` from `map` means that the value is not there yet. */
export function mapLoadable<T, U>(loadable: Loadable<T>, map: (value: T) => U | undefined): Loadable<U> {
  if (loadable.status === "loading" || loadable.status === "error") return loadable;
  const data = map(loadable.data);
  return data === undefined ? LOADING : { ...loadable, data };
}
