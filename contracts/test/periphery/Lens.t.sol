// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountView, AssetView, LenderView, PoolView, Snapshot, WalletView} from "../../src/interfaces/ILens.sol";
import {ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {Lens} from "../../src/periphery/Lens.sol";
import {IMintable} from "../support/TestTokens.sol";
import {TradeTest} from "../support/TradeTest.sol";

contract LensTest is TradeTest {
    Lens private lens;
    bytes32 private account;

    function setUp() public override {
        super.setUp();
        lens = new Lens(engine, address(router));
        account = _account(alice, 0);
    }

    /* ONE CALL AGREES WITH THE GETTERS */

    function testFuzz_Markets(uint256 price, uint256 borrowed, uint256 time) public {
        _openLong(account, ETH, 100_000e6, bound(borrowed, 10_000e6, 400_000e6));
        _skip(bound(time, 1, 365 days));
        price = bound(price, 1e18, 1e24);
        _setPrices(ETH, 1, price, price + 1e18);

        Snapshot memory s = lens.snapshot(_markets(), new bytes32[](0), new address[](0), address(0));

        assertEq(s.blockNumber, block.number);
        assertEq(s.timestamp, block.timestamp);
        assertEq(s.markets.length, 3);
        for (uint256 i; i < 3; ++i) {
            assertEq(s.markets[i].market, i + 1);
            assertEq(s.markets[i].parameters.initialRatio, 12_500);
            assertEq(s.markets[i].parameters.targetHealth, 10_500);
            assertEq(s.markets[i].assets.length, engine.assetCount(uint16(i + 1)));
            for (uint8 j; j < s.markets[i].assets.length; ++j) {
                _assertAsset(s.markets[i].assets[j], uint16(i + 1), j);
            }
        }
        AssetView memory eth = s.markets[0].assets[1];
        assertEq(eth.symbol, "WETH");
        assertEq(eth.decimals, 18);
        assertEq(eth.openingLow, price);
        assertEq(eth.openingHigh, price + 1e18);
        assertEq(uint8(eth.price.status), uint8(PriceStatus.Guarded));
        assertEq(s.lender.length + s.wallet.length + s.pools.length + s.accounts.length, 0);
    }

    function _assertAsset(AssetView memory view_, uint16 market, uint8 asset) private view {
        assertEq(view_.asset, asset);
        _assertReserve(view_.reserve, engine.reserve(market, asset));
        assertEq(abi.encode(view_.risk), abi.encode(engine.risk(market, asset)));
        assertEq(abi.encode(view_.price), abi.encode(oracle.report(market, asset)));
        uint256 opening = oracle.openingPrices(market, uint16(1 << asset))[asset];
        uint256 maintenance = oracle.maintenancePrices(market, uint16(1 << asset))[asset];
        assertEq(view_.openingLow << 128 | view_.openingHigh, opening);
        assertEq(view_.maintenanceLow << 128 | view_.maintenanceHigh, maintenance);
        assertEq(view_.decimals, _tokenOf(market, asset).decimals());
        assertEq(view_.symbol, _tokenOf(market, asset).symbol());
    }

    function _assertReserve(ReserveState memory shown, ReserveState memory expected) private pure {
        assertEq(shown.token, expected.token);
        assertEq(shown.cash, expected.cash);
        assertEq(shown.debt, expected.debt);
        assertEq(shown.fees, expected.fees);
        assertEq(shown.totalAssets, expected.totalAssets);
        assertEq(shown.supplyShares, expected.supplyShares);
        assertEq(shown.index, expected.index);
        assertEq(shown.rateAtTarget, expected.rateAtTarget);
        assertEq(shown.borrowRate, expected.borrowRate);
        assertEq(shown.parameters.debtCap, expected.parameters.debtCap);
        assertEq(shown.parameters.supplyCap, expected.parameters.supplyCap);
        assertEq(shown.parameters.minDebt, expected.parameters.minDebt);
    }

    function testFuzz_Accounts(uint256 borrowed, uint256 time, uint256 price) public {
        _openLong(account, ETH, 100_000e6, bound(borrowed, 10_000e6, 400_000e6));
        _deposit(_account(bob, 3), CROSS, 2, 1e8);
        _skip(bound(time, 1, 365 days));
        _setPrice(ETH, 1, bound(price, 1e18, 1e22));

        AccountView[] memory views = lens.accounts(_ids(account, _account(bob, 3), _account(bob, 4)));

        for (uint256 i; i < 3; ++i) {
            (uint16 market, uint256[16] memory collateral, uint256[16] memory debt) = engine.position(views[i].account);
            assertEq(views[i].market, market);
            assertEq(abi.encode(views[i].collateral), abi.encode(collateral));
            assertEq(abi.encode(views[i].debt), abi.encode(debt));
            assertTrue(views[i].priced);
            assertEq(abi.encode(views[i].maintenance), abi.encode(engine.health(views[i].account)));
            assertEq(abi.encode(views[i].initial), abi.encode(engine.initialHealth(views[i].account)));
        }
        assertEq(views[0].account, account);
        assertEq(views[1].collateral[2], 1e8);
        assertEq(views[2].market, 0, "an unknown account is empty");
    }

    /// @dev What the lens shows is what `redeem` gives, to the unit, whatever interest came in between.
    function testFuzz_Lender(uint256 supplied, uint256 borrowed, uint256 time) public {
        uint256 shares = _supply(bob, ETH, 0, bound(supplied, 1e6, 1_000_000e6));
        _openLong(account, ETH, 1_000_000e6, bound(borrowed, 10_000e6, 2_000_000e6));
        _skip(bound(time, 0, 365 days));

        LenderView[] memory views = lens.snapshot(_markets(), new bytes32[](0), new address[](0), bob).lender;

        assertEq(views.length, 7, "one per reserve");
        assertEq(views[0].market, ETH);
        assertEq(views[0].asset, 0);
        assertEq(views[0].shares, shares);
        for (uint256 i = 1; i < 7; ++i) {
            assertEq(views[i].shares + views[i].assets, 0);
        }
        vm.prank(bob);
        uint256 redeemed = engine.redeem(_account(bob, 0), ETH, 0, type(uint256).max, bob);
        assertEq(views[0].assets, redeemed);
    }

    function testFuzz_Wallet(uint256 balance, uint256 engineAllowance, uint256 routerAllowance) public {
        weth.mint(bob, balance = bound(balance, 0, 1e30));
        vm.startPrank(bob);
        weth.approve(address(engine), engineAllowance);
        weth.approve(address(router), routerAllowance);
        vm.stopPrank();

        WalletView[] memory views = lens.snapshot(_markets(), new bytes32[](0), new address[](0), bob).wallet;

        assertEq(views.length, 3, "a token of several markets appears once");
        assertEq(views[0].token, address(usdc));
        assertEq(views[1].token, address(weth));
        assertEq(views[2].token, address(wbtc));
        assertEq(views[1].balance, balance);
        assertEq(views[1].engineAllowance, engineAllowance);
        assertEq(views[1].routerAllowance, routerAllowance);
        assertEq(views[0].balance, 0);
    }

    function testFuzz_Pools(uint256 price) public {
        _moveEth(bound(price, 1_000e18, 9_000e18));
        address[] memory pools = new address[](3);
        (pools[0], pools[1], pools[2]) = (address(ethPool), address(btcPool), makeAddr("no pool yet"));

        PoolView[] memory views = lens.snapshot(new uint16[](0), new bytes32[](0), pools, address(0)).pools;

        (uint160 sqrtPriceX96, int24 tick,,,,,) = ethPool.slot0();
        assertEq(views[0].pool, address(ethPool));
        assertEq(views[0].sqrtPriceX96, sqrtPriceX96);
        assertEq(views[0].tick, tick);
        assertEq(views[0].liquidity, ethPool.liquidity());
        assertEq(views[0].fee, POOL_FEE);
        assertEq(views[1].liquidity, btcPool.liquidity());
        assertEq(views[2].pool, pools[2]);
        assertEq(views[2].sqrtPriceX96, 0);
    }

    /* ONE BAD PART DOES NOT HIDE THE REST */

    /// @dev Down is a price of 0; the worst source reverts instead. Either way the other assets are shown.
    function testFuzz_BadPrice(bool reverts, bool opening) public {
        _openLong(account, ETH, 100_000e6, 100_000e6);
        _deposit(_account(bob, 3), BTC, 1, 1e8);
        if (reverts) {
            bytes4 selector = opening ? oracle.openingPrices.selector : oracle.maintenancePrices.selector;
            vm.mockCallRevert(address(oracle), abi.encodeWithSelector(selector, ETH), "");
            vm.mockCallRevert(address(oracle), abi.encodeWithSelector(oracle.report.selector, ETH, uint8(1)), "");
        } else {
            _setPrices(ETH, 1, 0, 0);
        }
        bytes32[] memory ids = _ids(account, _account(bob, 3), _account(bob, 4));

        Snapshot memory s = lens.snapshot(_markets(), ids, new address[](0), address(0));

        assertFalse(s.accounts[0].priced, "unknown");
        assertEq(s.accounts[0].maintenance.collateral + s.accounts[0].initial.collateral, 0);
        assertGt(s.accounts[0].collateral[1], 0, "amounts are known");
        assertTrue(s.accounts[1].priced);
        assertGt(s.accounts[1].maintenance.collateral, 0);
        assertEq(uint8(s.markets[0].assets[1].price.status), uint8(PriceStatus.Down));
        AssetView memory eth = s.markets[0].assets[1];
        assertEq(reverts && !opening ? eth.maintenanceHigh : eth.openingHigh, 0);
        assertGt(s.markets[1].assets[1].openingHigh, 0);
        assertGt(s.markets[1].assets[1].maintenanceHigh, 0);
        assertEq(s.markets[0].assets[1].symbol, "WETH");
    }

    function test_SymbolAsBytes32AndNone() public {
        uint16 market = 4;
        _createMarket(market);
        _list(market, 0, IMintable(address(new Bytes32Token())), 1e18);
        _list(market, 1, IMintable(address(new NamelessToken())), 1e18);
        _list(market, 2, IMintable(address(new MuteToken())), 1e18);
        uint16[] memory markets = new uint16[](1);
        markets[0] = market;

        Snapshot memory s = lens.snapshot(markets, new bytes32[](0), new address[](0), bob);

        assertEq(s.markets[0].assets[0].symbol, "MKR");
        assertEq(s.markets[0].assets[1].symbol, "");
        assertEq(s.markets[0].assets[1].decimals, 18);
        assertEq(s.wallet[2].balance, 0, "a token that does not answer");
        assertEq(s.wallet.length, 3);
    }

    /* HELPERS */

    function _markets() private pure returns (uint16[] memory markets) {
        markets = new uint16[](3);
        (markets[0], markets[1], markets[2]) = (ETH, BTC, CROSS);
    }

    function _ids(bytes32 a, bytes32 b, bytes32 c) private pure returns (bytes32[] memory ids) {
        ids = new bytes32[](3);
        (ids[0], ids[1], ids[2]) = (a, b, c);
    }
}

/// @notice As the first Maker token.
contract Bytes32Token {
    uint8 public constant decimals = 18;

    function symbol() external pure returns (bytes32) {
        return "MKR";
    }

    function balanceOf(address) external pure returns (uint256) {
        return 0;
    }
}

contract NamelessToken {
    uint8 public constant decimals = 18;

    function balanceOf(address) external pure returns (uint256) {
        return 0;
    }
}

/// @notice Knows its decimals and nothing else.
contract MuteToken {
    uint8 public constant decimals = 18;

    function balanceOf(address) external pure {
        revert();
    }
}
