// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopParameters, BackstopStatus, IBackstopVault} from "../../src/interfaces/IBackstopVault.sol";
import {BackstopDesk} from "../../src/liquidation/BackstopDesk.sol";
import {BackstopSetup} from "../../src/liquidation/BackstopStorage.sol";
import {BackstopVault} from "../../src/liquidation/BackstopVault.sol";
import {Mechanism} from "./ReplayBooks.sol";
import {ReplayGimbal} from "./ReplayGimbal.sol";
import {ReplayAccount, ReplaySettings} from "./ReplayTypes.sol";

/// @notice The backstop vaults of the markets, filled before the accounts open, and their keepers.
abstract contract ReplayBackstop is ReplayGimbal {
    address private constant DEPOSITOR = address(0xdeed);
    /// @dev What the chain charges for gas, for the rewards of who takes over [wei].
    uint256 private constant BASE_FEE = 5 gwei;

    IBackstopVault[] internal vaults;

    function _fillBackstops(ReplaySettings memory s, ReplayAccount[] memory accounts) internal override {
        vm.fee(BASE_FEE);
        for (uint256 asset; asset < bases.length; ++asset) {
            (uint256 longs, uint256 shorts) = _planned(accounts, asset);
            uint256 capital = (longs + shorts) * s.backstop / 1e4 / 1e12;
            BackstopSetup memory setup = _setup(uint16(asset + 1));
            IBackstopVault vault =
                IBackstopVault(address(new BackstopVault(setup, _parameters(s.assetShare), new BackstopDesk(setup))));
            vaults.push(vault);
            vault.setPool(BASE, POOL_FEE);
            engine.setBackstop(uint16(asset + 1), address(vault));
            if (capital == 0) continue;
            _fund(DEPOSITOR, usdc, address(vault), capital);
            vm.prank(DEPOSITOR);
            vault.deposit(capital, DEPOSITOR);
        }
        figures.backstopStart = _backstopValue();
    }

    /// @dev Debt in dollars is paid from cash; debt in the base asset moves into the vault's own account.
    function _useBackstop(uint256 i) internal override returns (bool) {
        (bytes32 id, uint256 asset, bool isLong) = (positions[i].id, positions[i].asset, positions[i].isLong);
        Snapshot memory before = _open(asset);
        if (isLong) {
            try vaults[asset].absorb(id, BASE, type(uint128).max) {
                _close(i, Mechanism.Inventory, before);
                return true;
            } catch {
                return false;
            }
        }
        try vaults[asset].assume(id, BASE, type(uint128).max) returns (uint256 repaid, uint256 seized, uint256) {
            _close(i, Mechanism.Inventory, repaid, seized, before);
            return true;
        } catch {
            return false;
        }
    }

    function _rebalance(uint256 asset) internal override {
        try vaults[asset].rebalance(BASE) {} catch {} // nothing to trade, or not now
    }

    function _harvest() internal {
        for (uint256 asset; asset < vaults.length; ++asset) {
            try vaults[asset].harvest() {} catch {} // the last income still vests, or there is none
        }
    }

    /// @notice Cash, inventory at the feeds' prices and the vaults' own accounts [USD wad].
    function _backstopValue() internal view returns (uint256 value) {
        for (uint256 asset; asset < vaults.length; ++asset) {
            BackstopStatus memory status = vaults[asset].status();
            uint256 gets = status.cash + status.collateral;
            uint256 owes;
            for (uint256 n; n < status.assets.length; ++n) {
                gets += _valueOf(asset, status.assets[n].held, published[asset]) / 1e12;
                owes += _valueOf(asset, status.assets[n].owed, published[asset]) / 1e12;
            }
            value += gets > owes ? (gets - owes) * 1e12 : 0;
        }
    }

    function _othersHold(uint256 asset, uint8 which) internal view override returns (uint256) {
        (, uint256[16] memory collateral,) = engine.position(bytes32(bytes20(address(vaults[asset]))));
        return collateral[which];
    }

    function _setup(uint16 market) private view returns (BackstopSetup memory) {
        return BackstopSetup({
            engine: engine,
            market: market,
            quote: QUOTE,
            riskEngine: risks,
            factory: address(factory),
            authority: address(manager),
            gasMarket: 1,
            gasAsset: BASE,
            cooldown: 14 days,
            window: 2 days,
            name: "Backstop",
            symbol: "bs"
        });
    }

    /// @dev Those of the local deployment, but for the share of one asset.
    function _parameters(uint256 assetShare) private pure returns (BackstopParameters memory) {
        return BackstopParameters({
            depositCap: 1_000_000_000e6,
            haircut: 500,
            assetShare: uint16(assetShare),
            ownerShare: 2_000,
            coverShare: 5_000,
            assumeMargin: 10_000,
            hedgeFloor: 5_000,
            hedgeBand: 1_000,
            depthShare: 2_500,
            maxSlippage: 100,
            callerShare: 5,
            fullHedgeVolatility: 0.6e18
        });
    }
}
