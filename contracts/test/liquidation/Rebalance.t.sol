// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    BackstopAsset,
    BackstopParameters,
    BackstopStatus,
    IBackstopBase
} from "../../src/interfaces/IBackstopVault.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice Out of inventory and assumed debt through a real pool: how much, at what price, and for whom.
contract RebalanceTest is BackstopTest {
    /// @dev Most value that trades in five minutes [USD wad].
    uint256 internal constant ROOM = DEPTH * 1e18 / 4;

    function _rebalance() internal returns (uint256 sold, uint256 bought, uint256 reward) {
        vm.prank(keeper);
        return vault.rebalance(1);
    }

    function _weth() internal view returns (BackstopAsset memory) {
        return vault.status().assets[0];
    }

    function _setVolatility(uint256 value) internal {
        risk.VOLATILITY_ORACLE().setVolatility(address(weth), value);
    }

    function _setDepth(uint256 depth) internal {
        risk.DEPTH_ORACLE().set(address(weth), depth, depth);
    }

    /* SELLING */

    /// @dev The target rises with the forecast to 1: below the band nothing happens, else the rest is what the target says.
    function testFuzz_SellsToTheTarget(uint256 volatility) public {
        _withInventory();
        volatility = bound(volatility, 0.01e18, 2e18);
        _setVolatility(volatility);
        BackstopAsset memory before = _weth();
        uint256 target = volatility >= 0.6e18 ? 10_000 : volatility * 10_000 / 0.6e18;
        if (target < 5_000) target = 5_000;
        assertEq(before.hedgeTarget, target);
        assertEq(before.hedgeRatio, 0);
        (uint256 sold, uint256 received, uint256 reward) = _rebalance();
        assertEq(before.held - sold, before.taken * (10_000 - target) / 10_000, "to the target");
        assertEq(usdc.balanceOf(keeper), reward);
        assertEq(reward, received * 5 / 10_000, "a fixed part");
        assertGe(received, sold * 2_600 / 1e12 * 99 / 100, "never worse than a hundredth");
        BackstopStatus memory s = vault.status();
        if (target == 10_000) {
            assertEq(s.assets.length, 0, "out of it");
            return;
        }
        assertApproxEqAbs(s.assets[0].hedgeRatio, target, 1);
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.HedgeInBand.selector, s.assets[0].hedgeRatio, target));
        vault.rebalance(1);
        _assertBacked();
    }

    /// @dev Cash rises by what the pool paid, less the reward; inventory falls by what it got.
    function testFuzz_ASaleBooksEveryUnit(uint256 depth) public {
        _withInventory();
        _setDepth(bound(depth, 100_000, 10_000_000));
        BackstopStatus memory before = vault.status();
        (uint256 cash, uint256 held) = (usdc.balanceOf(address(vault)), weth.balanceOf(address(vault)));
        (uint256 sold, uint256 received, uint256 reward) = _rebalance();
        BackstopStatus memory s = vault.status();
        assertEq(s.cash, before.cash + received - reward, "66: cash");
        assertEq(usdc.balanceOf(address(vault)), cash + received - reward, "66: moved");
        assertEq(weth.balanceOf(address(vault)), held - sold, "66: moved");
        _assertBacked();
    }

    /// @dev No more than a quarter of depth in any five minutes, however often somebody calls.
    function testFuzz_NoMoreThanDepthAllows(uint256 depth, uint256 seed) public {
        _withInventory();
        depth = bound(depth, 4_000, 200_000);
        _setDepth(depth);
        uint256 start = vm.getBlockTimestamp();
        uint256 sold;
        while (vm.getBlockTimestamp() < start + 5 minutes) {
            try vault.rebalance(1) returns (uint256 part, uint256, uint256) {
                sold += part;
            } catch {}
            _skip(bound(seed = uint256(keccak256(abi.encode(seed))), 10, 200));
        }
        assertLe(sold * 2_600 / 1e18, depth / 4, "a quarter of the depth");
        assertGt(sold, 0);
    }

    function testFuzz_RevertWhen_DepthIsUsedUp(uint256 depth) public {
        _withInventory();
        depth = bound(depth, 4_000, 100_000);
        _setDepth(depth);
        _rebalance();
        vm.expectPartialRevert(IBackstopBase.TradeRoomExhausted.selector);
        _rebalance();
        _skip(5 minutes);
        _rebalance();
    }

    function test_RevertWhen_ThereIsNoDepth() public {
        _withInventory();
        _setDepth(0);
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.TradeRoomExhausted.selector, 0, 0));
        _rebalance();
    }

    /// @dev A sandwich of any size: what the vault gets is at most a hundredth worse than the guarded price, so what the
    /// attacker earns is at most that on what it sold.
    function testFuzz_ASandwichIsBounded(uint256 attack, uint256 depth) public {
        _withInventory();
        _setDepth(bound(depth, 100_000, 10_000_000));
        attack = bound(attack, 1e15, 20_000e18);
        (, uint256 first) = poolTrader.swap(ethPool, address(weth), int256(attack));
        try vault.rebalance(1) returns (uint256 sold, uint256 received, uint256) {
            assertGe(received + 1, sold * 2_600 * 99 / 100 / 1e12, "a hundredth");
            (, uint256 back) = poolTrader.swap(ethPool, address(usdc), int256(first));
            uint256 gain = back > attack ? (back - attack) * 2_600 / 1e12 : 0;
            assertLe(gain, sold * 2_600 / 100 / 1e12 + 1, "31: at most a hundredth of what was sold");
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), IBackstopBase.PoolPriceBeyondLimit.selector);
        }
        _assertBacked();
    }

    /// @dev While the sources disagree, the higher one is asked for.
    function testFuzz_DisagreementIsNotSoldInto(uint256 low) public {
        _withInventory();
        _setPrices(ETH, 1, 2_600e18, bound(low, 2_640e18, 4_000e18));
        vm.expectPartialRevert(IBackstopBase.PoolPriceBeyondLimit.selector);
        _rebalance();
    }

    /* BUYING BACK */

    /// @dev Debt goes down by what was bought, collateral comes back to cash, the price is bounded.
    function testFuzz_BuysBackToTheTarget(uint256 volatility) public {
        _withDebt();
        volatility = bound(volatility, 0.01e18, 2e18);
        _setVolatility(volatility);
        BackstopStatus memory before = vault.status();
        uint256 target = before.assets[0].hedgeTarget;
        (uint256 paid, uint256 bought, uint256 reward) = _rebalance();
        assertLe(paid, bought * 3_500 / 1e12 * 101 / 100 + 1, "never worse than a hundredth");
        assertEq(reward, paid * 5 / 10_000);
        BackstopStatus memory s = vault.status();
        assertEq(s.cash + s.collateral + paid + reward, before.cash + before.collateral, "66: every unit");
        if (target == 10_000) {
            assertEq(s.assets.length, 0, "out of it");
            assertEq(s.collateral, 0, "and all collateral is cash again");
        } else {
            assertApproxEqAbs(s.assets[0].hedgeRatio, target, 1);
            assertLe(s.collateral, 2 * s.owed + 1);
        }
        _assertBacked();
    }

    /// @dev With no cash at all the freed collateral pays.
    function testFuzz_BuysBackOutOfCollateral(uint256 depth) public {
        _withDebt();
        BackstopParameters memory p = _parameters();
        p.coverShare = 10_000;
        _setParameters(p);
        _loss(type(uint128).max);
        assertEq(vault.freeCash(), 0);
        _setDepth(bound(depth, 50_000, 4_000_000));
        (uint256 paid, uint256 bought,) = _rebalance();
        assertGt(bought, 0);
        assertGt(vault.freeCash() + paid, 0);
        _assertBacked();
    }

    /// @dev The minimum debt never blocks: in steps of any size the vault gets out of the position.
    function testFuzz_SmallStepsReachTheEnd(uint256 depth) public {
        _withDebt();
        _setDepth(bound(depth, 20_000, 60_000));
        for (uint256 i; i < 60 && vault.status().assets.length != 0; ++i) {
            _rebalance();
            _movePool(ethPool, weth, usdc, 3_500e18, USDC_PRICE);
            _skip(5 minutes);
        }
        assertEq(vault.status().assets.length, 0, "out of it");
        vault.trim();
        assertEq(vault.status().collateral, 0);
        _assertBacked();
    }

    /* OFFSETTING */

    /// @dev Inventory and debt of one asset cancel without a market, without a fee, and without a reward.
    function testFuzz_InventoryRepaysOwnDebt(uint256 size) public {
        _withInventory();
        bytes32 short = _account(bob, 1);
        _moveEth(2_600e18);
        uint256 value = bound(size, 5_000, 150_000);
        _deposit(short, ETH, 0, value * 1e6);
        _borrow(short, ETH, 1, value * 82 / 100 * 1e18 / 2_600);
        _moveEth(3_000e18);
        _due(short);
        _assume(short);
        BackstopAsset memory before = _weth();
        assertGt(before.held, 0);
        assertGt(before.owed, 0);
        _setDepth(0);
        BackstopStatus memory s = vault.status();
        uint256 worth = s.low;
        if (before.held == before.owed) return;
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.TradeRoomExhausted.selector, 0, 0));
        _rebalance();
        _setDepth(DEPTH);
        (uint256 paid,,) = _rebalance();
        paid;
        s = vault.status();
        assertEq(s.assets.length, 0, "both sides are gone");
        assertGe(s.low, worth * 98 / 100);
        _assertBacked();
    }

    /// @dev An unhealthy long closes the assumed debt at the mid and pays a rebate: the vault is out of it without a market,
    /// worth no less, and its collateral is cash again.
    function testFuzz_UnhealthyLongsNetTheAssumedDebt(uint256 size) public {
        _withDebt();
        assertTrue(engine.auction(bytes32(bytes20(address(vault)))).nettable, "opted in");
        bytes32 long = _account(bob, 9);
        uint256 value = bound(size, 10_000, 300_000);
        _deposit(long, ETH, 1, value * 1e18 / 3_500);
        _borrow(long, ETH, 0, value * 82 / 100 * 1e6);
        _setPrice(ETH, 1, 3_100e18);
        _due(long);
        BackstopStatus memory before = vault.status();
        engine.net(long, bytes32(bytes20(address(vault))), 1, 0, type(uint112).max);
        BackstopStatus memory s = vault.status();
        assertLt(s.owed, before.owed, "debt is gone");
        assertGe(s.low + 1, before.low, "not at the vault's cost");
        vault.trim();
        assertLe(vault.status().collateral, 2 * s.owed + 1, "margin is cash again");
        _assertBacked();
    }

    /* CALLBACK AND PRECONDITIONS */

    function testFuzz_RevertWhen_ACallbackIsNotAwaited(address caller, int256 amount0, int256 amount1) public {
        _withInventory();
        bytes memory call =
            abi.encodeWithSignature("uniswapV3SwapCallback(int256,int256,bytes)", amount0, amount1, bytes(""));
        vm.prank(caller);
        (bool done, bytes memory reason) = address(vault).call(call);
        assertFalse(done);
        assertEq(reason, abi.encodeWithSelector(IBackstopBase.BackstopCallbackNotAllowed.selector, caller));
        vm.prank(address(ethPool));
        (done,) = address(vault).call(call);
        assertFalse(done, "137: nor from the pool itself");
    }

    function test_RevertWhen_ThereIsNothingToTrade() public {
        _put(carol, FIRST);
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.BackstopAssetInvalid.selector, 1));
        _rebalance();
    }

    function test_RevertWhen_ThereIsNoPool() public {
        _withInventory();
        vm.prank(admin);
        vault.setPool(1, 0);
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.PoolNotSet.selector, 1));
        _rebalance();
    }
}
