/**
 * Units of the numbers. Each is a `bigint` with a flavour: a plain `bigint` fits all of them, but a value that is
 * known to be one is refused where another is wanted.
 */
type Flavour<unit extends string> = bigint & { readonly unit?: unit };

/** Fraction or ratio, 1e18 = 1. */
export type Wad = Flavour<"wad">;
/** US dollars, 1e18 = $1. */
export type Usd = Flavour<"usd">;
/** Smallest units of a token. */
export type TokenAmount = Flavour<"token">;
/** Price as the engine uses it: USD · 10^(36 − decimals) per whole token, so that `amount · price / 1e18` is a {@link Usd}. */
export type AssetPrice = Flavour<"price">;
/** Seconds, or a unix time. */
export type Seconds = Flavour<"seconds">;
/** 1e-4: one basis point. */
export type BasisPoints = Flavour<"bps">;

/** One, as a wad. */
export const WAD = 10n ** 18n;
/** One, in basis points. */
export const BASIS_POINTS = 10_000n;
/** Seconds in the year of every yearly rate. */
export const YEAR = 31_536_000n;
/** The largest `uint256`, which the engine reads as "all of it". */
export const MAX_UINT256 = 2n ** 256n - 1n;
