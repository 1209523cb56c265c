// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IBackstop} from "../../src/interfaces/IBackstop.sol";
import {IMarginEngine} from "../../src/interfaces/IMarginEngine.sol";
import {Take} from "../../src/interfaces/IMarginEngineLiquidation.sol";

/// @notice A backstop that behaves, or not.
contract TestBackstop is IBackstop {
    enum Mode {
        Pays,
        PaysHalf,
        PaysTooMuch,
        Reverts,
        BurnsGas,
        Lies,
        Reenters,
        Floods
    }

    IMarginEngine public immutable ENGINE;
    address public asset;
    Mode public mode;
    bytes public reentry;
    uint256 public asked;
    bool public reentered;

    constructor(IMarginEngine engine, address asset_) {
        (ENGINE, asset) = (engine, asset_);
    }

    function set(Mode mode_, bytes calldata reentry_) external {
        (mode, reentry) = (mode_, reentry_);
    }

    function approve(address token) external {
        IERC20(token).approve(address(ENGINE), type(uint256).max);
    }

    function cover(uint16, address token, uint256 loss) external returns (uint256 paid) {
        asked = loss;
        if (mode == Mode.Reverts) revert("no");
        if (mode == Mode.BurnsGas) {
            while (true) ++asked;
        }
        if (mode == Mode.Floods) {
            assembly {
                return(0, 100000)
            }
        }
        if (mode == Mode.Lies || token != asset) return loss;
        if (mode == Mode.Reenters) (reentered,) = address(ENGINE).call(reentry);
        uint256 wanted = mode == Mode.PaysHalf ? loss / 2 : mode == Mode.PaysTooMuch ? 2 * loss : loss;
        paid = IERC20(token).balanceOf(address(this));
        if (paid > wanted) paid = wanted;
        IERC20(token).transfer(address(ENGINE), paid);
    }

    function absorb(bytes32 account, Take calldata take) external returns (uint256, uint256) {
        return ENGINE.absorb(account, take);
    }

    function assume(bytes32 account, bytes32 into, uint8 collateralAsset, uint8 debtAsset, uint256 most)
        external
        returns (uint256, uint256)
    {
        return ENGINE.assume(account, into, collateralAsset, debtAsset, most);
    }

    function deposit(bytes32 account, uint16 market, uint8 asset_, uint256 amount) external {
        ENGINE.deposit(account, market, asset_, amount);
    }
}
