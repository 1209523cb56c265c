// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MarketParameters, RiskState} from "../../../src/interfaces/IMarginEngine.sol";
import {RiskRails} from "../../../src/interfaces/IRiskEngine.sol";
import {RiskEngineTest} from "./RiskEngineTest.sol";

/// @notice Forecasts, depths and correlations move without sense, anyone refreshes anything at any time, prices stand
/// still. Positions are as sharp as the rails let them be: large against the depth, hedged, and at health near 1.05.
contract RiskHandler is RiskEngineTest {
    uint256 internal constant WAD = 1e18;

    bytes32[] internal accounts;
    /// @dev Health of each account when the block began [wad].
    mapping(bytes32 account => uint256) internal healthAtStart;
    /// @dev Largest fall in one block of an account that began at 1.05 or above [wad].
    uint256 public largestFall;
    uint256 public sharpChecks;
    mapping(bytes4 => uint256) public calls;

    function setUp() public override {
        super.setUp();
        for (uint8 asset; asset < 3; ++asset) {
            uint256[3] memory prices = [USDC_PRICE, WETH_PRICE, WBTC_PRICE];
            _supply(lender, CROSS, asset, _tokens(_tokenOf(CROSS, asset), 200_000_000e18, prices[asset]));
        }
        vm.prank(admin);
        engine.setMarketParameters(CROSS, MarketParameters(10_500, 10_100, false)); // as sharp as the engine allows
        // half and half hedged, and correlations at their most before positions are opened
        volatilities.setCorrelation(address(weth), address(wbtc), 255, false);
        depths.set(address(weth), 2_000_000, 2_000_000);
        depths.set(address(wbtc), 2_000_000, 2_000_000);
        for (uint256 i; i < 150; ++i) {
            _wait(30 minutes);
            _refreshAll(CROSS);
        }
        uint256[3] memory sizes = [uint256(50_000e18), 5_000_000e18, 40_000_000e18];
        for (uint256 i; i < 3; ++i) {
            _open(sizes[i], 1, 0);
            _open(sizes[i], 0, 1);
            _open(sizes[i], 2, 1);
            _open(sizes[i], 1, 2);
        }
        _begin();
    }

    /// @dev The most debt that the initial margin allows, in steps of a fiftieth of the collateral.
    function _open(uint256 value, uint8 collateralAsset, uint8 debtAsset) private {
        bytes32 account = _account(alice, uint96(accounts.length + 1));
        uint256[3] memory prices = [USDC_PRICE, WETH_PRICE, WBTC_PRICE];
        _deposit(
            account, CROSS, collateralAsset, _tokens(_tokenOf(CROSS, collateralAsset), value, prices[collateralAsset])
        );
        uint256 step = _tokens(_tokenOf(CROSS, debtAsset), value / 50, prices[debtAsset]);
        for (uint256 i; i < 50; ++i) {
            vm.prank(alice);
            try engine.borrow(account, CROSS, debtAsset, step, alice) {} catch {}
        }
        accounts.push(account);
    }

    /* ACTIONS */

    function moveVolatility(uint8 asset, uint64 sigma) external counted {
        volatilities.setVolatility(address(_tokenOf(CROSS, asset % 3)), bound(sigma, 0, asset % 2 == 0 ? 1e18 : 15e18));
    }

    function moveDepth(uint8 asset, uint64 depth, bool usual) external counted {
        // mostly between nothing and what positions are large against
        depth = uint64(depth % 8 == 0 ? bound(depth, 0, 1e12) : bound(depth, 0, 4_000_000));
        depths.set(address(_tokenOf(CROSS, asset % 3)), depth, usual ? depth : 2_000_000);
    }

    function moveCorrelation(uint8 rho, bool part) external counted {
        volatilities.setCorrelation(address(weth), address(wbtc), rho, part);
    }

    function clip(uint8 asset, uint8 count) external counted {
        volatilities.poke(address(_tokenOf(CROSS, asset % 3)), count % 5);
    }

    function refresh(uint8 asset, uint8 times) external counted {
        for (uint256 i; i <= times % 3; ++i) {
            _refreshAndCheck(asset % 3);
        }
    }

    function refreshEverything() external counted {
        for (uint8 asset; asset < 3; ++asset) {
            _refreshAndCheck(2 - asset);
        }
    }

    /// @notice Calm for long enough that everything loosens, refreshed all the while.
    function recover(uint8 steps) external counted {
        for (uint8 asset; asset < 3; ++asset) {
            address token = address(_tokenOf(CROSS, asset));
            depths.set(token, 4_000_000, 4_000_000);
            volatilities.setVolatility(token, 0.3e18);
        }
        volatilities.setCorrelation(address(weth), address(wbtc), 255, false);
        uint256 count = 20 + steps % 16;
        for (uint256 i; i < count; ++i) {
            _wait(i < 20 ? 2 hours : 30 minutes); // first out of the regime and over a day after it
            _begin();
            for (uint8 asset; asset < 3; ++asset) {
                _refreshAndCheck(asset);
            }
        }
    }

    /// @notice Governance moves rails inside their bounds; the penalty at its own pace.
    function moveRails(uint8 asset, uint16 marginCap, uint8 correlationCap, uint16 penalty, uint64 depthCap)
        external
        counted
    {
        asset %= 3;
        RiskRails memory rails = risks.railsOf(CROSS, asset);
        rails.marginCap = uint16(bound(marginCap, rails.marginFloor, 4_000));
        rails.correlationCap = asset == 0 ? 0 : uint8(bound(correlationCap, 0, 153));
        rails.depthCap = uint64(bound(depthCap, rails.depthFloor, 1e12));
        uint16 penaltyNow = uint16(engine.risk(CROSS, asset).penalty / 1e14);
        rails.penalty = penaltyNow;
        vm.prank(admin);
        risks.setRails(CROSS, asset, rails);
        rails.penalty = uint16(bound(penalty, 10, 1_000));
        vm.prank(admin);
        try risks.setRails(CROSS, asset, rails) {} catch {}
        _check();
    }

    function skipTime(uint16 time, bool poked) external counted {
        _skip(bound(time, 1, 6 hours));
        if (poked) _poke();
        _begin();
    }

    /// @notice Owners who are near the edge add collateral up to health 1.05, those who are far from it leave: sharp
    /// positions stay sharp.
    function sharpen(uint8 which) external counted {
        for (uint256 i; i < 3; ++i) {
            _sharpen(accounts[(uint256(which) + i) % accounts.length]);
        }
        _begin();
    }

    /* CHECKS */

    function _refreshAndCheck(uint8 asset) private {
        RiskRails memory rails = risks.railsOf(CROSS, asset);
        uint256 depthBefore = risks.assetOf(CROSS, asset).depth;
        RiskState memory before = engine.risk(CROSS, asset);
        risks.refresh(CROSS, asset);
        RiskState memory r = engine.risk(CROSS, asset);
        uint256 depth = risks.assetOf(CROSS, asset).depth;

        assertGe(r.targetMargin, uint256(rails.marginFloor) * 1e14, "122: margin in its rails");
        assertLe(r.targetMargin, uint256(rails.marginCap) * 1e14, "122: margin in its rails");
        uint256 second = 0.01e18 / uint256(1 hours) + 1; // a new ramp starts at a whole second
        assertApproxEqAbs(r.maintenanceMargin, before.maintenanceMargin, second, "123: by its ramp alone");
        assertEq(r.penalty, before.penalty, "122: the penalty is not measured");
        // where rails have just been moved past it, depth glides back into them
        uint256 low = _min(uint256(rails.depthFloor) * 1e6, depthBefore);
        uint256 high = _max(uint256(rails.depthCap) * 1e6, depthBefore);
        assertGe(depth, low, "122: depth in its rails");
        assertLe(depth, high, "122: depth in its rails");
        assertLe(r.depth * 1e6, depth, "122: rounded down");
        _check();
    }

    /// @dev Prices are fixed: what changed in this block is parameters alone.
    function _check() private {
        for (uint256 i; i < accounts.length; ++i) {
            uint256 start = healthAtStart[accounts[i]];
            if (start < 1.05e18 || start == type(uint256).max) continue;
            uint256 health = _healthFactor(accounts[i]);
            assertGe(health, WAD, "123: nobody goes from 1.05 to below 1 in a block");
            uint256 fall = start > health ? start - health : 0;
            if (fall > largestFall) largestFall = fall;
            if (start < 1.1e18) ++sharpChecks;
        }
    }

    /// @dev A block begins.
    function _begin() private {
        for (uint256 i; i < accounts.length; ++i) {
            healthAtStart[accounts[i]] = _healthFactor(accounts[i]);
        }
    }

    /// @dev Moves collateral until health is 1.05 to 1.1, as far as the owner may.
    function _sharpen(bytes32 account) private {
        (, uint256[16] memory collateral,) = engine.position(account);
        uint8 asset;
        while (collateral[asset] == 0) ++asset;
        for (uint256 i; i < 40 && _healthFactor(account) < 1.05e18; ++i) {
            _deposit(account, CROSS, asset, collateral[asset] / 20);
        }
        for (uint256 i; i < 40 && _healthFactor(account) > 1.1e18; ++i) {
            vm.prank(alice);
            try engine.withdraw(account, asset, collateral[asset] / 40, alice) {}
            catch {
                break;
            }
        }
    }

    modifier counted() {
        ++calls[msg.sig];
        _;
    }

    function selectors() external pure returns (bytes4[] memory list) {
        list = new bytes4[](10);
        (list[0], list[1], list[2]) = (this.moveVolatility.selector, this.moveDepth.selector, this.clip.selector);
        (list[3], list[4], list[5]) = (this.moveCorrelation.selector, this.refresh.selector, this.skipTime.selector);
        (list[6], list[7]) = (this.refreshEverything.selector, this.sharpen.selector);
        (list[8], list[9]) = (this.moveRails.selector, this.recover.selector);
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }

    function _max(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }
}
