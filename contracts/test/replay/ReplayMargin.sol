// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {MarginMath} from "../../src/libraries/MarginMath.sol";

/// @notice Margin of one asset: `v` and `π` [wad], depth [USD, whole].
struct Margin {
    uint256 volatility;
    uint256 penalty;
    uint256 depth;
}

/// @notice Health of one collateral and one debt that do not hedge each other, as the engine computes it.
library ReplayMargin {
    /// @param c, d Value of collateral and debt [USD wad].
    function health(uint256 c, uint256 d, Margin memory mc, Margin memory md) internal pure returns (uint256) {
        uint256 margin = MarginMath.spread(MarginMath.share(c, mc.volatility), MarginMath.share(d, md.volatility), 0)
            + MarginMath.share(c, mc.penalty + MarginMath.impact(c, mc.depth))
            + MarginMath.share(d, md.penalty + MarginMath.impact(d, md.depth));
        return MarginMath.healthFactor(c, d, margin);
    }
}
