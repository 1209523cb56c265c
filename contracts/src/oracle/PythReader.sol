// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {SourceReader} from "./SourceReader.sol";
import {IPyth} from "@pythnetwork/pyth-sdk-solidity/IPyth.sol";

/// @notice A price of Pyth: `price ± confidence`, each times 10^exponent USD per whole token.
/// @param publishTime [unix seconds]
struct PythPrice {
    uint256 price;
    uint256 confidence;
    int256 exponent;
    uint256 publishTime;
}

/// @title Reads prices of Pyth from a contract that may be hostile
library PythReader {
    /// @dev Pyth behind its proxy, cold, takes about 20,000.
    uint256 internal constant PYTH_GAS = 100_000;
    /// @dev Publishers' clocks run ahead of blocks by seconds: such a price has age 0. Further ahead is no price.
    uint256 internal constant MAX_AHEAD = 10 seconds;
    /// @dev Exponents in use are -12 to 0. The range keeps every scaled price below 2^256.
    int256 internal constant MIN_EXPONENT = -36;
    int256 internal constant MAX_EXPONENT = 12;

    /// @notice The price on chain, however old; whoever wants a newer one brings it to Pyth first.
    /// @return usable False if it is no positive price of the past in a known range.
    /// @return p All zero if it is not usable.
    function read(address pyth, bytes32 id) internal view returns (bool usable, PythPrice memory p) {
        bytes4 selector = IPyth.getPriceUnsafe.selector;
        uint256 gasBefore = gasleft();
        uint256 cap = PYTH_GAS;
        bool success;
        uint256[4] memory answer;
        assembly ("memory-safe") {
            let input := mload(0x40)
            mstore(input, selector)
            mstore(add(input, 4), id)
            success := staticcall(cap, pyth, input, 36, answer, 128)
            usable := and(success, eq(returndatasize(), 128))
        }
        if (!success) SourceReader.requireOwedGas(gasBefore, PYTH_GAS);
        if (!usable) return (false, p);
        // forge-lint: disable-next-line(unsafe-typecast) — an exponent above 2^255 is a negative one
        int256 exponent = int256(answer[2]);
        usable = answer[0] != 0 && answer[0] <= uint256(uint64(type(int64).max)) && answer[1] <= type(uint64).max;
        usable = usable && exponent >= MIN_EXPONENT && exponent <= MAX_EXPONENT;
        // forge-lint: disable-next-line(block-timestamp) — the skew is what MAX_AHEAD is for
        usable = usable && answer[3] != 0 && answer[3] <= block.timestamp + MAX_AHEAD;
        if (usable) p = PythPrice(answer[0], answer[1], exponent, answer[3]);
    }

    /// @notice Raw price, rounded down. Requires a price from `read` and token decimals up to 27.
    function raw(PythPrice memory p, uint256 tokenDecimals) internal pure returns (uint256) {
        unchecked {
            // 36 - 27 - 36 <= shift <= 36 + 12, and 2^63 · 10^48 < 2^256
            // forge-lint: disable-next-line(unsafe-typecast) — at most 27
            int256 shift = 36 - int256(tokenDecimals) + p.exponent;
            return shift >= 0 ? p.price * 10 ** uint256(shift) : p.price / 10 ** uint256(-shift);
        }
    }
}
