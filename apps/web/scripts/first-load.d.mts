export interface PageSize {
  /** First part of the path, e.g. `trade`. */
  readonly name: string;
  readonly path: string;
  /** [bytes after gzip] */
  readonly scripts: number;
  readonly styles: number;
  readonly limit: number;
}

export const LAZY_LIMIT: number;

export function measureSizes(): { readonly pages: readonly PageSize[]; readonly lazy: number };
