// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {AssetConfig} from "../../src/core/types/AssetConfig.sol";
import {MarketWord} from "../../src/core/types/MarketWord.sol";
import {CashWord, DebtWord, SupplyWord} from "../../src/core/types/ReserveWords.sol";
import {ReserveState, RiskParameters, RiskState} from "../../src/interfaces/IMarginEngine.sol";
import {takeOf} from "../support/Takes.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice Where everything lies. What the engine writes and the extension reads, and the reverse, is found at the same
/// place, so these tests pin the layout of both.
contract StorageLayoutTest is CoreTest {
    uint256 internal constant AUTHORITY = 0;
    uint256 internal constant ACCOUNTS = 1;
    uint256 internal constant SPILL = 2;
    uint256 internal constant SHARES = 3;
    uint256 internal constant OPERATORS = 4;
    uint256 internal constant NONCES = 5;
    uint256 internal constant MARKETS = 6;
    uint256 internal constant RESERVES = 6 + 65_536;
    uint256 internal constant MAP = RESERVES + 65_536 * 16 * 8;
    uint256 internal constant AUCTIONS = MAP + 65_536 * 16 * 16 * 64;
    uint256 internal constant BACKSTOPS = AUCTIONS + 1;
    uint256 internal constant LOSSES = AUCTIONS + 2;

    function _load(uint256 slot) internal view returns (uint256) {
        return uint256(vm.load(address(engine), bytes32(slot)));
    }

    function _reserveWord(uint16 market, uint8 asset, uint256 kind) internal view returns (uint256) {
        return _load(RESERVES + (uint256(market) << 7 | uint256(asset) << 3 | kind));
    }

    function _mapped(bytes32 key, uint256 slot) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(key, slot)));
    }

    function test_AuthorityIsFirst() public view {
        assertEq(address(uint160(_load(AUTHORITY))), address(manager));
    }

    function testFuzz_SimpleAccountIsOneSlot(uint256 amount, uint256 share) public {
        (uint256 collateral, uint256 debt) = _openEth(account, amount, share);
        AccountWord w = AccountWord.wrap(_load(_mapped(account, ACCOUNTS)));
        assertEq(w.inlineCollateral(), collateral);
        assertEq(w.inlineDebt(), debt);
        assertEq(w.market(), ETH);
        assertEq(w.collateralMask(), 2);
        assertEq(w.debtMask(), 1);
        assertEq(w.primaryCollateral(), 1);
        assertEq(w.primaryDebt(), 0);
        for (uint256 i; i < 16; ++i) {
            assertEq(_load(_mapped(account, SPILL) + i), 0);
        }
    }

    /// @dev The account says where in the map its debt is, and how much of it.
    function testFuzz_DebtIsInTheMap(uint256 amount, uint256 share) public {
        _openEth(account, amount, share);
        AccountWord w = AccountWord.wrap(_load(_mapped(account, ACCOUNTS)));
        uint256 unit = AssetConfig.wrap(_reserveWord(ETH, 0, 0)).debtUnit();
        assertEq(unit, 13, "ten dollars are eleven bits");
        uint256 word = _load(MAP + (uint256(ETH) << 14 | 0 << 10 | 1 << 6 | w.bucket() >> 2));
        assertEq(word, (w.inlineDebt() >> unit) << ((w.bucket() & 3) << 6), "one of four sums");
    }

    function testFuzz_SpilledDebtIsSummed(uint256 amount) public {
        (uint256 held,) = _open(account, CROSS, 1, 0, amount, 3_000);
        _borrow(account, CROSS, 2, _debtFor(CROSS, 1, 2, held, 2_000));
        uint256 spilled = _load(_mapped(account, SPILL) + 9);
        assertGt(spilled, 0);
        assertEq(_reserveWord(CROSS, 2, 5), spilled);
        assertEq(_reserveWord(CROSS, 0, 5), 0);
    }

    /// @dev Written by the modules: clock and choices of an account in one word.
    function testFuzz_AuctionIsOneWord(uint256 amount, bool soft, bool nettable) public {
        _openUnhealthyEth(account, amount, 9_000);
        vm.startPrank(alice);
        engine.setSoftZone(account, soft);
        engine.setNettable(account, nettable);
        bytes32[] memory ids = new bytes32[](1);
        ids[0] = account;
        engine.mark(ids);
        uint256 word = block.timestamp | (soft ? 1 << 81 : 0) | (nettable ? 1 << 82 : 0);
        assertEq(_load(_mapped(account, AUCTIONS)), word);
    }

    /// @dev A take leaves what it drew in the word of the collateral; a loss of suppliers leaves a flag in theirs.
    function testFuzz_ThrottleAndLosses(uint256 amount, uint256 fall) public {
        _openEth(account, amount, MAX_SHARE);
        _setPrice(ETH, 1, WETH_PRICE * bound(fall, 1_000, 8_000) / 10_000);
        _fund(liquidator, usdc, address(engine), 1e16);
        vm.prank(liquidator);
        (, uint256 seized) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        uint256 drawn = seized * _priceOf(ETH, 1) / 1e18;
        assertEq(_reserveWord(ETH, 1, 6), drawn << 40 | block.timestamp);
        (uint256 lost,) = engine.losses(ETH, 0);
        assertEq(_load(_mapped(bytes32(uint256(ETH) << 4), LOSSES)), lost);
        assertEq(_reserveWord(ETH, 0, 3) >> 160, lost == 0 ? 0 : 1);
    }

    function test_BackstopByMarket() public {
        vm.prank(admin);
        engine.setBackstop(ETH, address(actor));
        assertEq(_load(_mapped(bytes32(uint256(ETH)), BACKSTOPS)), uint160(address(actor)));
    }

    function test_OpeningsClosedIsAFlagOfTheMarket() public {
        uint256 word = _load(MARKETS + ETH);
        vm.prank(admin);
        engine.setOpeningsClosed(ETH, true);
        assertEq(_load(MARKETS + ETH), word | 1 << 48);
    }

    function testFuzz_SecondAssetSpills(uint96 first, uint96 second) public {
        vm.assume(first != 0 && second != 0);
        _deposit(account, CROSS, 2, first);
        _deposit(account, CROSS, 1, second);
        AccountWord w = AccountWord.wrap(_load(_mapped(account, ACCOUNTS)));
        assertEq(w.inlineCollateral(), first);
        assertEq(w.primaryCollateral(), 2);
        assertEq(_load(_mapped(account, SPILL)), uint256(second) << 128, "asset 1 is the high half of word 0");
    }

    function testFuzz_EmptyAccountIsAnEmptySlot(uint256 amount, uint256 share) public {
        _openEth(account, amount, share);
        _repayAll(account, 0);
        vm.prank(alice);
        engine.withdraw(account, 1, type(uint256).max, alice);
        assertEq(_load(_mapped(account, ACCOUNTS)), 0);
    }

    function testFuzz_SharesByReserve(uint96 index, uint256 amount) public {
        bytes32 id = _account(bob, index);
        amount = bound(amount, 1e6, 1e14);
        _fund(bob, usdc, address(engine), amount);
        vm.prank(bob);
        uint256 shares = engine.supply(id, CROSS, 0, amount);
        uint256 inner = _mapped(id, SHARES);
        assertEq(_load(uint256(keccak256(abi.encode(uint256(CROSS) << 4, inner)))), shares);
    }

    function testFuzz_OperatorsAndNonces(address owner, address operator) public {
        vm.assume(owner != address(0));
        vm.prank(owner);
        engine.setOperator(operator, true); // written by the engine
        uint256 inner = _mapped(bytes32(uint256(uint160(owner))), OPERATORS);
        assertEq(_load(uint256(keccak256(abi.encode(operator, inner)))), 1);
        assertTrue(engine.isOperator(owner, operator)); // read by the extension
        vm.store(address(engine), bytes32(_mapped(bytes32(uint256(uint160(owner))), NONCES)), bytes32(uint256(41)));
        assertEq(engine.nonces(owner), 41);
    }

    function test_MarketWord() public view {
        for (uint16 market; market < 6; ++market) {
            MarketWord w = MarketWord.wrap(_load(MARKETS + market));
            bool exists = market >= ETH && market <= CROSS;
            assertEq(w.exists(), exists);
            if (exists) assertEq(w.initialRatio(), 12_500);
            if (exists) assertEq(w.assetCount(), market == CROSS ? 3 : 2);
        }
    }

    /// @dev Unpacked views equal the words, field by field.
    function testFuzz_ReserveWordsAreWhatTheViewSays(uint256 amount, uint256 share, uint256 time) public {
        _openEth(account, amount, share);
        _skip(bound(time, 0, 1_000 days));
        engine.accrue(ETH, 0); // written by the engine
        ReserveState memory r = _reserve(ETH, 0); // read by the extension
        DebtWord d = DebtWord.wrap(_reserveWord(ETH, 0, 1));
        CashWord c = CashWord.wrap(_reserveWord(ETH, 0, 2));
        SupplyWord s = SupplyWord.wrap(_reserveWord(ETH, 0, 3));
        assertEq(r.token, AssetConfig.wrap(_reserveWord(ETH, 0, 0)).token());
        assertEq(r.debt, d.totalDebt());
        assertEq(r.index, d.index());
        assertEq(r.cash, c.cash());
        assertEq(r.fees, c.feesUp());
        assertEq(r.totalAssets, r.cash + r.debt - r.fees);
        assertEq(r.supplyShares, s.supplyShares());
        assertEq(r.parameters.debtCap, c.debtCap());
        assertEq(r.parameters.supplyCap, s.supplyCap());
        assertEq(r.parameters.minDebt, c.minDebt());
        assertEq(r.parameters.feeShare, c.feeShare());
        assertEq(r.parameters.ratePremium, c.ratePremium());
    }

    function testFuzz_RiskWordsAreWhatTheViewSays(uint16 v, uint16 penalty, uint64 depth, uint8 rho, uint256 time)
        public
    {
        v = uint16(bound(v, 50, 5_500));
        penalty = uint16(bound(penalty, 10, 1_000));
        rho = uint8(bound(rho, 0, 153));
        vm.prank(admin);
        engine.setRiskParameters(CROSS, 1, RiskParameters(v, penalty, depth, uint128(rho) << 16)); // by the extension
        _skip(bound(time, 0, 100 hours));
        RiskState memory r = engine.risk(CROSS, 1);
        AssetConfig c = AssetConfig.wrap(_reserveWord(CROSS, 1, 0));
        assertEq(r.maintenanceMargin, c.volatilityMargin(false));
        assertEq(r.initialMargin, c.volatilityMargin(true));
        assertEq(r.targetMargin, c.targetMargin());
        assertEq(r.penalty, c.penalty());
        assertEq(r.depth, c.depth());
        assertEq(r.correlations, _reserveWord(CROSS, 1, 4));
        assertEq(c.isCorrelated(), rho != 0);
        assertEq(AssetConfig.wrap(_reserveWord(CROSS, 2, 0)).isCorrelated(), rho != 0, "the mirror too");
        assertEq(_reserveWord(CROSS, 2, 4), uint256(rho) << 8);
        assertEq(c.token(), address(weth));
    }
}
