/** Options of `--csv FILE [--csv FILE…] [--json]` and of numbers given in `defaults`. */
export function options<defaults extends Record<string, number> = Record<never, number>>(
  argv: readonly string[],
  defaults?: defaults,
): { readonly files: readonly string[]; readonly json: boolean } & defaults;
