import type { Deployment } from "@gimbal/sdk";
import { getAddress, isAddress, isHash } from "viem";
import { z } from "zod";
import { SettingsError } from "../errors";

const address = z
  .string()
  .refine((text) => isAddress(text, { strict: false }), "must be an address")
  .transform((text) => getAddress(text));
const hash = z.string().refine((text) => isHash(text), "must be 32 bytes in hex");

const asset = z.looseObject({
  index: z.number().int().min(0).max(15),
  symbol: z.string().min(1),
  name: z.string(),
  decimals: z.number().int().min(0).max(36),
  address,
  feed: address,
  poolFee: z.number().int().positive().nullable(),
  pool: address.nullable(),
});

const schema = z.looseObject({
  chainId: z.number().int().positive(),
  name: z.string(),
  contracts: z
    .looseObject({ marginEngine: address, lens: address, multicall3: address })
    .catchall(z.unknown()),
  markets: z
    .array(
      z.looseObject({
        id: z.number().int().positive(),
        slug: z.string(),
        kind: z.enum(["isolated", "cross"]),
        assets: z.array(asset).min(2),
      }),
    )
    .min(1),
  codeHashes: z.record(z.string(), hash),
});

/** A deployment from its file; throws with every problem. */
export function manifest(text: string, file: string): Deployment {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new SettingsError([`KEEPER_MANIFEST: ${file} is not JSON`]);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success)
    throw new SettingsError(
      parsed.error.issues.map(
        ({ path, message }) => `KEEPER_MANIFEST: ${path.join(".")} in ${file}: ${message}`,
      ),
    );
  // The schema holds what the keeper relies on; the rest is the SDK's own format.
  return json as Deployment;
}
