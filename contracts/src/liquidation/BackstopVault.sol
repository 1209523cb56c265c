// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IBackstop} from "../interfaces/IBackstop.sol";
import {BackstopParameters, IBackstopShares} from "../interfaces/IBackstopVault.sol";
import {Errors} from "../libraries/Errors.sol";
import {BackstopDesk} from "./BackstopDesk.sol";
import {BackstopSetup, BackstopStorage} from "./BackstopStorage.sol";
import {BackstopViews} from "./BackstopViews.sol";

/// @title Backstop vault of one market
/// @notice Capital that takes over what no taker takes, pays losses before suppliers do, and earns what that is worth.
///
/// VALUE. Cash and inventory are booked, never read from balances. Two marks, see `BackstopMarks`.
///
/// LOSS. `cover` belongs to the engine alone, at most a share of the cash an event; an inventory that falls is a loss
/// of the share price and nothing else. Shares that wait for their exit bear both.
///
/// EXIT. Cooldown, window, free cash, and a twentieth a day in a nervous market. Nobody can lengthen or shorten it.
///
/// TRUST. The engine, its oracle and the risk engine, fixed at construction. Governance sets parameters within
/// `BackstopBounds` and pools of the factory; it can neither move funds nor stop an exit.
///
/// CIRCLES. The vault holds quote tokens, inventory of the market and its engine account: never its own shares, and no
/// claim on what it insures.
contract BackstopVault is BackstopViews {
    using SafeCastLib for uint256;
    using SafeTransferLib for address;

    /// @notice Code of `IBackstopDesk`, run on this storage.
    address public immutable DESK;

    constructor(BackstopSetup memory setup, BackstopParameters memory p, BackstopDesk desk)
        BackstopStorage(setup)
        ERC20(setup.name, setup.symbol)
        ERC4626(IERC20(setup.engine.reserve(setup.market, setup.quote).token))
    {
        require(desk.SETUP() == SETUP, BackstopDeskMismatch(desk.SETUP(), SETUP));
        DESK = address(desk);
        _startWindows();
        _setParameters(p);
    }

    /// @dev Every selector that is not here belongs to the desk. No value: not payable.
    fallback() external {
        address desk = DESK;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let success := delegatecall(gas(), desk, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(success) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }

    /// @inheritdoc IBackstop
    /// @dev No lock and no price: it is called in the middle of a liquidation, perhaps one of the vault's own. State is
    /// written before the transfer.
    function cover(uint16 market, address token, uint256 loss) external returns (uint256 paid) {
        require(msg.sender == address(ENGINE), NotEngine(msg.sender));
        if (market != MARKET || token != TOKEN) return 0;
        paid = _coverRoom();
        if (paid > loss) paid = loss;
        if (paid == 0) return 0;
        _cash -= paid;
        _covered += paid;
        emit Cover(loss, paid, _cash);
        token.safeTransfer(msg.sender, paid);
    }

    /// @inheritdoc IBackstopShares
    function harvest() external nonReentrant returns (uint256 income) {
        require(block.timestamp >= _vestedAt, HarvestTooEarly(block.timestamp, _vestedAt));
        try ENGINE.distributeFees(MARKET, QUOTE) {} catch {}
        _marks(0); // reverts while the engine acts: what `cover` has booked out could still be here
        income = IERC20(TOKEN).balanceOf(address(this)) - _cash;
        require(income != 0, Errors.ZeroAmount());
        _vesting = income.toUint128();
        _vestedAt = uint40(block.timestamp + DAY);
        _cash += income;
        emit Harvest(msg.sender, income, _vestedAt, _cash);
    }
}
