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
import {EventModel} from "./EventModel.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice Property 178: every state of the engine can be rebuilt from its logs, to the unit.
contract EventRebuildTest is LiquidationTest {
    uint256 internal constant RESERVES = 6 + 65_536;
    EventModel internal model;
    bytes32[4] internal ids;

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
        uint256 which = (r >> 20) % 12;
        if (which < 3) _call(owner, abi.encodeCall(engine.deposit, (id, CROSS, c, cAmount)));
        else if (which < 5) _call(owner, abi.encodeCall(engine.borrow, (id, CROSS, d, dAmount, owner)));
        else if (which == 5) _call(owner, abi.encodeCall(engine.withdraw, (id, c, cAmount / 4, owner)));
        else if (which == 6) _call(owner, abi.encodeCall(engine.repay, (id, d, dAmount / 2)));
        else if (which == 7) _call(owner, abi.encodeCall(engine.repay, (id, d, type(uint256).max)));
        else if (which == 8) _call(owner, abi.encodeCall(engine.supply, (id, CROSS, c, cAmount / 100)));
        else if (which == 9) _call(owner, abi.encodeCall(engine.redeem, (id, CROSS, c, type(uint256).max, owner)));
        else if (which == 10) _call(owner, abi.encodeCall(engine.setOperator, (liquidator, r & 1 == 0)));
        else _govern(r >> 32, c);
    }

    function _govern(uint256 r, uint8 asset) private {
        uint256 which = r % 8;
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
        } else {
            engine.accrue(CROSS, asset);
        }
    }

    /// @dev Everything that can be liquidated is: in part, whole, and with write-offs.
    function _crash(uint256 seed) private {
        _openLast(seed);
        _setPrice(CROSS, 1, WETH_PRICE * (30 + seed % 65) / 100);
        _setPrice(CROSS, 2, WBTC_PRICE * (30 + (seed >> 8) % 65) / 100);
        bytes32[] memory all = new bytes32[](4);
        for (uint256 i; i < 4; ++i) {
            all[i] = ids[i];
        }
        for (uint8 c; c < 3; ++c) {
            for (uint8 d; d < 3; ++d) {
                if (c == d) continue;
                _call(
                    liquidator, abi.encodeCall(engine.liquidateMany, (all, c, d, type(uint256).max, 0, liquidator, ""))
                );
            }
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
        bytes32[6] memory accounts = [account, ids[0], ids[1], ids[2], ids[3], _account(lender, 0)];
        for (uint256 i; i < 6; ++i) {
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
            assertEq(engine.sharesOf(id, CROSS, i), model.shares(id, uint256(CROSS) << 4 | i), "shares");
        }
        address owner = _ownerOf(id);
        assertEq(engine.isOperator(owner, liquidator), model.operators(owner, liquidator), "operator");
    }

    /// @dev Every kind of event takes part: nothing above is vacuous.
    function test_EveryEventIsReplayed() public {
        for (uint256 seed; seed < 6; ++seed) {
            for (uint256 i; i < 60; ++i) {
                _act(uint256(keccak256(abi.encode(seed, i))));
                if (i % 9 == 0) _skip(3 days);
            }
        }
        _crash(uint256(keccak256("crash")) - uint256(keccak256("crash")) % 65);
        model.consume(vm.getRecordedLogs());
        _compare();
        bytes32[12] memory topics = [
            IMarginEngineEvents.Adjust.selector,
            IMarginEngineEvents.MoveCollateral.selector,
            IMarginEngineEvents.Liquidate.selector,
            IMarginEngineEvents.WriteOff.selector,
            IMarginEngineEvents.Lend.selector,
            IMarginEngineEvents.Accrue.selector,
            IMarginEngineEvents.SetOperator.selector,
            IMarginEngineEvents.SetRiskParameters.selector,
            IMarginEngineEvents.CollectFees.selector,
            IMarginEngineEvents.SetRatePremium.selector,
            IMarginEngineEvents.SetDebtCap.selector,
            IMarginEngineEvents.SetOpeningsClosed.selector
        ];
        for (uint256 i; i < 12; ++i) {
            assertGt(model.seen(topics[i]), 0);
        }
    }
}
