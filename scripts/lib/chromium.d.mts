export class ChromiumMissingError extends Error {
  override readonly name: "ChromiumMissingError";
}

export interface ChromiumWays {
  readonly find?: () => string | undefined;
  readonly download?: (log: string) => Promise<boolean>;
  readonly installPackage?: (log: string) => Promise<boolean>;
}

export function installedChromium(
  env?: Readonly<Record<string, string | undefined>>,
  exists?: (file: string) => boolean,
): string | undefined;
export function ensureChromium(log: string, ways?: ChromiumWays): Promise<string | undefined>;
