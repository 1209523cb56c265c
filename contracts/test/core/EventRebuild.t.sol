// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {
    IMarginEngineEvents,
    MarketParameters,
    ReserveParameters,
    RiskParameters,
    RiskState
} from "../../src/interfaces/IMarginEngine.sol";
import {EngineSlots} from "../support/EngineSlots.sol";
import {takeOf} from "../support/Takes.sol";
import {EventModel} from "./EventModel.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice Property 178: every state of the engine can be rebuilt from its logs, to the unit.
contract EventRebuildTest is LiquidationTest {
    uint256 internal constant RESERVES = 6 + 65_536;
    EventModel internal model;
    bytes32[4] internal ids;
    bytes32 internal opposite;

    function setUp() public override {
        vm.recordLogs();
        super.setUp();
        model = new EventModel(address(engine));
        model.consume(vm.getRecordedLogs());
        ids = [account, _account(alice, 2), other, _account(bob, 8)];
        for (uint256 i; i < 4; ++i) {
            for (uint8 asset; asset < 3; ++asset) {
                _fund(_ownerOf(ids[i]), _tokenOf(CROSS, asset), address(engine), 1e25);
            }
        }
        vm.prank(lender);
        usdc.approve(address(engine), type(uint256).max);
        usdc.mint(lender, 1e15);
        vm.getRecordedLogs();
    }

    /// @dev Random actions, some of which fail; then the model against the chain.
    function testFuzz_LogsRebuildTheState(uint256 seed) public {
        for (uint256 i; i < 24; ++i) {
            uint256 r = uint256(keccak256(abi.encode(seed, i)));
            if (r % 5 == 0) _skip((r >> 16) % 20 days);
            _act(r >> 8);
        }
        _crash(seed);
        model.consume(vm.getRecordedLogs());
        _compare();
    }

    function _call(address from, bytes memory data) private {
        model.consume(vm.getRecordedLogs());
        vm.prank(from);
        (bool ok,) = address(engine).call(data);
        // the recorder also has the logs of calls that were undone: a chain has not
        Vm.Log[] memory logs = vm.getRecordedLogs();
        if (ok) model.consume(logs);
    }

    function _act(uint256 r) private {
        bytes32 id = ids[r % 4];
        address owner = _ownerOf(id);
        uint8 c = uint8((r >> 8) % 3);
        uint8 d = uint8((r >> 16) % 3);
        uint256 value = bound(r >> 24, 20e18, 2_000_000e18);
        uint256 cAmount = _tokens(_tokenOf(CROSS, c), value, _priceOf(CROSS, c));
        uint256 dAmount = _tokens(_tokenOf(CROSS, d), value / 3, _priceOf(CROSS, d));
        uint256 which = (r >> 20) % 14;
        if (which < 3) _call(owner, abi.encodeCall(engine.deposit, (id, CROSS, c, cAmount)));
        else if (which < 5) _call(owner, abi.encodeCall(engine.borrow, (id, CROSS, d, dAmount, owner)));
        else if (which == 5) _call(owner, abi.encodeCall(engine.withdraw, (id, c, cAmount / 4, owner)));
        else if (which == 6) _call(owner, abi.encodeCall(engine.repay, (id, d, dAmount / 2)));
        else if (which == 7) _call(owner, abi.encodeCall(engine.repay, (id, d, type(uint256).max)));
        else if (which == 8) _call(owner, abi.encodeCall(engine.supply, (id, CROSS, c, cAmount / 100)));
        else if (which == 9) _call(owner, abi.encodeCall(engine.redeem, (id, CROSS, c, type(uint256).max, owner)));
        else if (which == 10) _call(owner, abi.encodeCall(engine.setOperator, (liquidator, r & 1 == 0)));
        else if (which == 11) _choose(id, owner, r);
        else if (which == 12) _call(bob, abi.encodeCall(engine.mark, (_all())));
        else _govern(r >> 32, c);
    }

    function _choose(bytes32 id, address owner, uint256 r) private {
        bool on = r & 64 == 0;
        if (r & 128 == 0) _call(owner, abi.encodeCall(engine.setSoftZone, (id, on)));
        else _call(owner, abi.encodeCall(engine.setNettable, (id, on)));
    }

    function _all() private view returns (bytes32[] memory all) {
        all = new bytes32[](4);
        for (uint256 i; i < 4; ++i) {
            all[i] = ids[i];
        }
    }

    function _govern(uint256 r, uint8 asset) private {
        uint256 which = r % 9;
        if (which == 0) {
            MarketParameters memory m = MarketParameters(uint16(bound(r, 10_500, 14_000)), 10_500, false);
            _call(admin, abi.encodeCall(engine.setMarketParameters, (CROSS, m)));
        } else if (which == 1) {
            ReserveParameters memory p = _reserve(CROSS, asset).parameters;
            (p.supplyCap, p.feeShare, p.ratePremium) = (uint128(r >> 150), uint8(r % 65), uint16(r % 1_001));
            _call(admin, abi.encodeCall(engine.setReserveParameters, (CROSS, asset, p)));
        } else if (which == 2) {
            uint128 row = uint128((r % 154) | (r % 101) << 8 | (r % 67) << 16) & ~(uint128(255) << (8 * asset));
            RiskParameters memory k =
                RiskParameters(uint16(bound(r, 50, 900)), uint16(bound(r, 10, 500)), uint64(r), row);
            _call(admin, abi.encodeCall(engine.setRiskParameters, (CROSS, asset, k)));
        } else if (which == 3) {
            _call(admin, abi.encodeCall(engine.collectFees, (CROSS, asset, admin)));
        } else if (which == 4) {
            _call(admin, abi.encodeCall(engine.setRatePremium, (CROSS, asset, uint16(r % 1_001))));
        } else if (which == 5) {
            _call(admin, abi.encodeCall(engine.setDebtCap, (CROSS, asset, uint128(bound(r, 1e20, 2 ** 76)))));
        } else if (which == 6) {
            _call(admin, abi.encodeCall(engine.setOpeningsClosed, (BTC, r & 256 == 0)));
        } else if (which == 7) {
            uint256 cap = bound(r, 1e9, 1e11); // above every position of this test
            _call(admin, abi.encodeCall(engine.setOpeningLimits, (CROSS, asset, cap, false, r & 256 == 0)));
        } else {
            engine.accrue(CROSS, asset);
        }
    }

    /// @dev Everything that can be liquidated is: in part, whole, and with write-offs.
    function _crash(uint256 seed) private {
        _openLast(seed);
        _openOpposite(seed);
        _setPrice(CROSS, 1, WETH_PRICE * (30 + seed % 65) / 100);
        _setPrice(CROSS, 2, WBTC_PRICE * (30 + (seed >> 8) % 65) / 100);
        bytes32[] memory all = _all();
        _call(bob, abi.encodeCall(engine.mark, (all)));
        vm.warp(vm.getBlockTimestamp() + seed % 400);
        _net(seed);
        for (uint8 c; c < 3; ++c) {
            for (uint8 d; d < 3; ++d) {
                if (c == d) continue;
                _call(
                    liquidator,
                    abi.encodeCall(engine.liquidateMany, (all, takeOf(c, d, type(uint256).max, liquidator, "")))
                );
            }
        }
    }

    /// @dev A short against the last long, opened before the fall; in half of the runs it asked for netting.
    function _openOpposite(uint256 seed) private {
        opposite = _account(makeAddr("opposite"), 0);
        _call(admin, abi.encodeCall(engine.setDebtCap, (CROSS, 1, 2 ** 76)));
        _deposit(opposite, CROSS, 0, bound(seed >> 16, 3_000e6, 300_000e6));
        (uint256 held,) = _positionOf(opposite, 0, 1);
        _call(_ownerOf(opposite), abi.encodeCall(engine.borrow, (opposite, CROSS, uint8(1), held * 1e12 / 4_500, bob)));
        if (seed & 1 == 0) _call(_ownerOf(opposite), abi.encodeCall(engine.setNettable, (opposite, true)));
    }

    /// @dev Everybody against the short: who did not ask for it, when it is due.
    function _net(uint256 seed) private {
        bytes32[] memory list = new bytes32[](1);
        list[0] = ids[0];
        _call(liquidator, abi.encodeCall(engine.mark, (list)));
        _skip(12 minutes);
        uint256 most = seed & 2 == 0 ? type(uint256).max : bound(seed >> 24, 1e16, 1e18);
        for (uint256 i; i < 4; ++i) {
            _call(liquidator, abi.encodeCall(engine.net, (ids[i], opposite, 1, 0, most)));
        }
    }

    /// @dev A fresh account, so that every run ends with at least one liquidation to replay.
    function _openLast(uint256 seed) private {
        bytes32 id = _account(makeAddr("last"), 0);
        ids[0] = id;
        _setPrice(CROSS, 1, WETH_PRICE);
        _deposit(id, CROSS, 1, bound(seed, 1e18, 100e18));
        (uint256 held,) = _positionOf(id, 1, 0);
        _call(_ownerOf(id), abi.encodeCall(engine.borrow, (id, CROSS, uint8(0), held * 3_000 * 60 / 100 / 1e12, bob)));
    }

    /* MODEL AGAINST CHAIN */

    function _compare() private view {
        for (uint16 market = ETH; market <= CROSS; ++market) {
            _compareMarket(market);
            for (uint8 asset; asset < engine.assetCount(market); ++asset) {
                _compareReserve(market, asset);
                _compareParameters(market, asset);
            }
        }
        bytes32[7] memory accounts = [account, ids[0], ids[1], ids[2], ids[3], opposite, _account(lender, 0)];
        for (uint256 i; i < 7; ++i) {
            _compareAccount(accounts[i]);
        }
    }

    function _compareMarket(uint16 market) private view {
        assertEq(keccak256(abi.encode(engine.marketParameters(market))), keccak256(abi.encode(model.market(market))));
        assertEq(engine.assetCount(market), model.assets(market));
        assertEq(engine.openingsClosed(market), model.closed(market), "gate");
    }

    function _compareReserve(uint16 market, uint8 asset) private view {
        uint256 base = RESERVES + (uint256(market) << 7 | uint256(asset) << 3);
        (uint256 debt, uint256 cash, uint256 supply) = model.words(uint256(market) << 4 | asset);
        assertEq(uint256(vm.load(address(engine), bytes32(base + 1))), debt, "debt word");
        assertEq(uint256(vm.load(address(engine), bytes32(base + 2))), cash, "cash word");
        assertEq(uint256(vm.load(address(engine), bytes32(base + 3))), supply, "supply word");
        uint256 id = uint256(market) << 4 | asset;
        assertEq(uint256(vm.load(address(engine), bytes32(base + 6))), model.throttles(id), "throttle");
        (uint256 lost, uint256 lostByBackstop) = engine.losses(market, asset);
        assertEq(lost, model.lost(id), "losses of suppliers");
        assertEq(lostByBackstop, model.lostByBackstop(id), "losses of the backstop");
        assertEq(_reserve(market, asset).token, model.token(uint256(market) << 4 | asset), "token");
    }

    function _compareParameters(uint16 market, uint8 asset) private view {
        uint256 id = uint256(market) << 4 | asset;
        RiskState memory chain = engine.risk(market, asset);
        RiskParameters memory k = model.risk(id);
        assertEq(chain.targetMargin, uint256(k.volatilityMargin) * 1e14, "v");
        assertEq(chain.penalty, uint256(k.penalty) * 1e14, "penalty");
        for (uint256 i; i < 16; ++i) {
            assertEq(uint8(chain.correlations >> (8 * i)), model.correlation(id, i), "correlation");
        }
        (uint256 cap, bool halted, bool hedgeless) = engine.openingLimits(market, asset);
        uint256 written = model.positionCap(id);
        if (written == 0) assertEq(cap, type(uint256).max, "no cap");
        else assertTrue(cap <= written && written - cap <= written / 64, "cap");
        assertTrue(halted == model.halted(market, 0) && hedgeless == model.halted(market, 1), "gates");
        ReserveParameters memory kept = _reserve(market, asset).parameters;
        ReserveParameters memory p = model.reserve(id);
        assertEq(kept.collateralEnabled, p.collateralEnabled);
        assertEq(kept.borrowEnabled, p.borrowEnabled);
        assertEq(kept.feeShare, p.feeShare);
        assertEq(kept.ratePremium, p.ratePremium);
    }

    function _compareAccount(bytes32 id) private view {
        (uint16 market, uint256[16] memory c, uint256[16] memory d) = engine.position(id);
        if (market != 0) assertEq(market, model.marketOf(id), "market");
        for (uint8 i; i < 16; ++i) {
            assertEq(c[i], model.collateral(id, i), "collateral");
            uint256 scaled = model.scaled(id, i);
            if (scaled == 0) assertEq(d[i], 0, "debt");
            else assertEq(d[i], (scaled * _reserve(market, i).index + 2 ** 60 - 1) >> 60, "debt");
        }
        for (uint8 i; i < 3; ++i) {
            uint256 window = EngineSlots.nettingWindow(address(engine), id, i);
            assertEq(window, model.nettingWindow(id, i), "netting window");
            assertEq(engine.sharesOf(id, CROSS, i), model.shares(id, uint256(CROSS) << 4 | i), "shares");
        }
        uint256 auction = uint256(vm.load(address(engine), EngineSlots.auctionSlot(id)));
        assertEq(auction, model.auctions(id), "auction");
        address owner = _ownerOf(id);
        assertEq(engine.isOperator(owner, liquidator), model.operators(owner, liquidator), "operator");
    }

    /// @dev Every kind of event takes part: nothing above is vacuous.
    function test_EveryEventIsReplayed() public {
        for (uint256 seed; seed < 6; ++seed) {
            for (uint256 i; i < 60; ++i) {
                _act(uint256(keccak256(abi.encode(seed, i))));
                if (i % 9 != 0) continue;
                _skip(3 days);
                engine.accrue(CROSS, uint8(i % 3));
            }
        }
        _govern(3, 0); // fees are collected at least once
        _crash(uint256(keccak256("crash")) - uint256(keccak256("crash")) % 65);
        model.consume(vm.getRecordedLogs());
        _compare();
        bytes32[19] memory topics = [
            IMarginEngineEvents.Adjust.selector,
            IMarginEngineEvents.MoveCollateral.selector,
            IMarginEngineEvents.Liquidate.selector,
            IMarginEngineEvents.Net.selector,
            IMarginEngineEvents.WriteOff.selector,
            IMarginEngineEvents.Lend.selector,
            IMarginEngineEvents.Accrue.selector,
            IMarginEngineEvents.SetOperator.selector,
            IMarginEngineEvents.SetRiskParameters.selector,
            IMarginEngineEvents.CollectFees.selector,
            IMarginEngineEvents.SetRatePremium.selector,
            IMarginEngineEvents.SetDebtCap.selector,
            IMarginEngineEvents.SetOpeningsClosed.selector,
            IMarginEngineEvents.Mark.selector,
            IMarginEngineEvents.SetSoftZone.selector,
            IMarginEngineEvents.SetNettable.selector,
            IMarginEngineEvents.Draw.selector,
            IMarginEngineEvents.LossCovered.selector,
            IMarginEngineEvents.SetOpeningLimits.selector
        ];
        for (uint256 i; i < 19; ++i) {
            assertGt(model.seen(topics[i]), 0, vm.toString(topics[i]));
        }
    }
}
