import type { Address } from "viem";

/** A disc whose gradient starts at an angle of the address's own. */
export function Avatar({ address }: { readonly address: Address }) {
  const angle = Number.parseInt(address.slice(-4), 16) % 360;
  return (
    <span
      aria-hidden="true"
      className="size-5 rounded-full"
      style={{ background: `conic-gradient(from ${angle}deg, #3b6ae0, #8fb3ff, #d9dbe0, #3b6ae0)` }}
    />
  );
}
