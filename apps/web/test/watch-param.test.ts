import { checksumAddress } from "viem";
import { describe, expect, test } from "vitest";
import { parseWatch, watchedHref } from "@/features/watch/watch-param";

const ADDRESS = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";

describe("whom a link watches", () => {
  test.each([
    ["checksummed", ADDRESS],
    ["lower case", ADDRESS.toLowerCase()],
    ["upper case", `0x${ADDRESS.slice(2).toUpperCase()}`],
    ["upper case with its prefix", ADDRESS.toUpperCase()],
    ["spaces around", `  ${ADDRESS}\n`],
  ])("%s is an address", (_, text) => {
    expect(parseWatch(text)).toEqual({ type: "address", address: checksumAddress(ADDRESS) });
  });

  test.each([
    ["", "empty"],
    ["   ", "empty"],
    ["vitalik.eth", "length"],
    [ADDRESS.slice(0, -1), "length"],
    [`${ADDRESS}0`, "length"],
    [ADDRESS.replace("Bcd4", "Bcg4"), "length"],
    // one digit changed: the capitals give it away
    [ADDRESS.replace("4042", "4043"), "checksum"],
    [ADDRESS.replace("Bcd", "bcd"), "checksum"],
  ])("%j is refused: %s", (text, fault) => {
    expect(parseWatch(text)).toEqual({ type: "invalid", fault });
  });

  test("nothing asked is nothing", () => {
    expect(parseWatch(null)).toEqual({ type: "none" });
  });
});

describe("links inside the app", () => {
  test("keep whom a person watches, beside what they say themselves", () => {
    expect(watchedHref("/earn", null)).toBe("/earn");
    expect(watchedHref("/earn", ADDRESS)).toBe(`/earn?watch=${ADDRESS}`);
    expect(watchedHref("/risk?market=btc-usdc#map", ADDRESS)).toBe(
      `/risk?market=btc-usdc&watch=${ADDRESS}#map`,
    );
    expect(watchedHref("/trade/eth-usdc?watch=0x1", ADDRESS)).toBe(`/trade/eth-usdc?watch=${ADDRESS}`);
  });
});
