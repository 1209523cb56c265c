// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IBackstopBase} from "../../src/interfaces/IBackstopVault.sol";
import {IExecutor, ILiquidationCallback} from "../../src/interfaces/ICallbacks.sol";
import {ILiquidationTaker, TakeOrder} from "../../src/interfaces/ILiquidationTaker.sol";
import {Adjustment, MarketParameters, ReserveParameters, RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {ITradeRouter, Order} from "../../src/interfaces/ITradeRouter.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {LiquidationTaker} from "../../src/periphery/LiquidationTaker.sol";
import {BackstopTest} from "../liquidation/BackstopTest.sol";
import {takeOf} from "../support/Takes.sol";
import {Actor, Step} from "./Actor.sol";

/// @dev One function of one contract.
/// @param allowed Bit i: role i may. @param denied Error of who may not; 0: nobody is denied.
/// @param otherwise Who may gets this error, which is not about who he is; 0: he succeeds.
struct Row {
    address target;
    bytes data;
    uint256 allowed;
    bytes4 denied;
    bytes4 otherwise;
}

/// @notice Who may call what, for every state-changing function of the engine, the backstop vault and what takes and trades
/// on them; and the state in which who may does.
abstract contract AccessTable is BackstopTest {
    uint64 internal constant RISK_ROLE = 1;
    uint64 internal constant GUARDIAN_ROLE = 2;

    uint256 internal constant ROLES = 9;
    uint256 internal constant OWNER = 1;
    uint256 internal constant OPERATOR = 2;
    uint256 internal constant RISK = 8;
    uint256 internal constant GUARDIAN = 16;
    uint256 internal constant ADMIN = 32;
    uint256 internal constant VAULT = 64;
    uint256 internal constant ENGINE = 128;
    uint256 internal constant HOLDER = 256;
    uint256 internal constant NOBODY = 0;
    uint256 internal constant ANYONE = 511;

    bytes4 private immutable UNAUTHORIZED = IAccessManaged.AccessManagedUnauthorized.selector;
    bytes4 private immutable NOT_OWNER = Errors.NotAuthorized.selector;

    Actor internal actor;
    LiquidationTaker internal taker;
    /// @dev Unhealthy long, healthy long, unhealthy short and its opposite; all but the last alice's.
    bytes32 internal sick = _account(alice, 1);
    bytes32 internal mine = _account(alice, 2);
    bytes32 internal short = _account(alice, 3);
    bytes32 internal opposite = _account(dave, 0);
    mapping(string name => Row) private _rows;

    /* ROLES */

    /// @dev 0 owner, 1 operator, 2 nobody, 3 risk source, 4 guardian, 5 admin, 6 vault, 7 engine, 8 holder of vault shares.
    function _role(uint256 i) internal returns (address) {
        if (i < 2) return i == 0 ? alice : bob;
        if (i < 5) return makeAddr(i == 2 ? "nobody" : i == 3 ? "riskSource" : "guardian");
        if (i == 5) return admin;
        return i == 8 ? carol : i == 6 ? address(vault) : address(engine);
    }

    function _row(string memory name) internal view returns (Row memory) {
        return _rows[name];
    }

    /* STATE */

    function setUp() public override {
        super.setUp();
        actor = new Actor();
        taker = new LiquidationTaker(engine, address(factory));
        _grant();
        for (uint256 i; i < ROLES; ++i) {
            address who = _role(i);
            _fund(who, usdc, address(engine), 1e13);
            _fund(who, weth, address(engine), 1e22);
            if (i == 6) continue;
            vm.prank(who);
            usdc.approve(address(vault), type(uint256).max);
        }
        _fund(address(actor), usdc, address(engine), 1e13);
        _hold();
        _lose();
        _fallIll();
        vm.prank(address(vault)); // an absorption has taken it back
        usdc.approve(address(engine), type(uint256).max);
        _fill();
    }

    function _grant() private {
        vm.startPrank(admin);
        bytes4[] memory selectors = new bytes4[](4);
        (selectors[0], selectors[1]) = (engine.setRiskParameters.selector, engine.setRatePremium.selector);
        (selectors[2], selectors[3]) = (engine.setDebtCap.selector, engine.setOpeningLimits.selector);
        manager.setTargetFunctionRole(address(engine), selectors, RISK_ROLE);
        selectors = new bytes4[](1);
        selectors[0] = engine.setPaused.selector;
        manager.setTargetFunctionRole(address(engine), selectors, GUARDIAN_ROLE);
        manager.grantRole(RISK_ROLE, _role(3), 0);
        manager.grantRole(GUARDIAN_ROLE, _role(4), 0);
        vm.stopPrank();
        vm.prank(alice);
        engine.setOperator(bob, true);
    }

    /// @dev Carol's shares, of which half may leave now and bob may move some; income waits.
    function _hold() private {
        _put(carol, FIRST);
        vm.startPrank(carol);
        vault.requestRedeem(vault.balanceOf(carol) / 2);
        vault.approve(bob, 1e9);
        vm.stopPrank();
        _skip(COOLDOWN);
        usdc.mint(address(vault), 1e9);
    }

    /// @dev Alice supplies and loses a part of it, which is paid back in part; the market opens again.
    function _lose() private {
        vm.prank(alice);
        engine.supply(mine, ETH, 0, 1e10);
        _long(opposite, 4_000_000, 82);
        _setPrice(ETH, 1, 1_000e18);
        usdc.mint(liquidator, 1e13);
        vm.startPrank(liquidator);
        usdc.approve(address(engine), type(uint256).max);
        engine.liquidate(opposite, takeOf(1, 0, type(uint256).max, liquidator, ""));
        engine.recover(ETH, 0, 100_000e6);
        vm.stopPrank();
        _setPrice(ETH, 1, WETH_PRICE);
        vm.prank(admin);
        engine.setOpeningsClosed(ETH, false);
    }

    /// @dev The vault has inventory; a long is due, a short that is due holds collateral, and its opposite can be netted.
    function _fallIll() private {
        bytes32 first = _account(dave, 1);
        _setPrice(ETH, 1, 2_300e18);
        _deposit(short, ETH, 0, 50_000e6);
        _borrow(short, ETH, 1, 18.5e18); // 85 %, and 96 % at 2600 dollars
        _setPrice(ETH, 1, WETH_PRICE);
        _long(first, 100_000, 82);
        _long(sick, 100_000, 82);
        _long(mine, 100_000, 20);
        _short(opposite, 100_000, 40);
        vm.prank(dave);
        engine.setNettable(opposite, true);
        _moveEth(2_600e18);
        _due(first);
        _absorb(first);
        _due(sick);
        _due(short);
    }

    /* TABLE */

    function _add(string memory name, address target, bytes memory data, uint256 allowed, bytes4 denied) private {
        _add(name, target, data, allowed, denied, 0);
    }

    function _add(
        string memory name,
        address target,
        bytes memory data,
        uint256 allowed,
        bytes4 denied,
        bytes4 otherwise
    ) private {
        _rows[name] = Row(target, data, allowed, denied, otherwise);
    }

    function _fill() private {
        _fillAccounts();
        _fillMarkets();
        _fillLiquidation();
        _fillShares();
        _fillDesk();
        _fillPeriphery();
    }

    function _fillAccounts() private {
        address e = address(engine);
        uint256 both = OWNER | OPERATOR;
        Adjustment memory a;
        (a.account, a.market, a.collateralAsset, a.collateralDelta) = (mine, ETH, 1, 1e15);
        bytes memory none = abi.encode(new Step[](0));
        _add("MarginEngine.adjust", e, abi.encodeCall(engine.adjust, (a)), both, NOT_OWNER);
        _add("MarginEngine.deposit", e, abi.encodeCall(engine.deposit, (mine, ETH, 1, 1e15)), both, NOT_OWNER);
        _add("MarginEngine.withdraw", e, abi.encodeCall(engine.withdraw, (mine, 1, 1e15, bob)), both, NOT_OWNER);
        _add("MarginEngine.borrow", e, abi.encodeCall(engine.borrow, (mine, ETH, 0, 1e6, bob)), both, NOT_OWNER);
        _add("MarginEngine.repay", e, abi.encodeCall(engine.repay, (mine, 0, 1e6)), both, NOT_OWNER);
        _add("MarginEngine.supply", e, abi.encodeCall(engine.supply, (mine, ETH, 1, 1e15)), both, NOT_OWNER);
        _add("MarginEngine.redeem", e, abi.encodeCall(engine.redeem, (mine, ETH, 0, 1e12, bob)), both, NOT_OWNER);
        bytes memory call = abi.encodeCall(engine.execute, (mine, address(actor), none));
        _add("MarginEngine.execute", e, call, both, NOT_OWNER);
        call = abi.encodeCall(engine.deleverage, (mine, address(actor), none));
        _add("MarginEngine.deleverage", e, call, both, NOT_OWNER);
        call = abi.encodeCall(engine.claim, (mine, ETH, 0, bob));
        _add("MarginEngineExtension.claim", e, call, both, NOT_OWNER);
        call = abi.encodeCall(engine.setSoftZone, (mine, true));
        _add("MarginEngineLiquidation.setSoftZone", e, call, both, NOT_OWNER);
        call = abi.encodeCall(engine.setNettable, (mine, true));
        _add("MarginEngineLiquidation.setNettable", e, call, both, NOT_OWNER);
        call = abi.encodeCall(engine.setOperator, (bob, true)); // of his own accounts
        _add("MarginEngineExtension.setOperator", e, call, ANYONE, 0);
        call = abi.encodeCall(engine.setOperatorWithSignature, (alice, carol, true, block.timestamp, "")); // by who signed
        _add("MarginEngineExtension.setOperatorWithSignature", e, call, NOBODY, Errors.InvalidSignature.selector);
    }

    function _fillMarkets() private {
        address e = address(engine);
        string memory x = "MarginEngineExtension.";
        MarketParameters memory m = MarketParameters(12_500, 10_500, false);
        ReserveParameters memory r = engine.reserve(ETH, 1).parameters;
        RiskParameters memory k = RiskParameters(500, 300, 1e6, 0);
        _govern(x, "createMarket", e, abi.encodeCall(engine.createMarket, (77, m)), ADMIN);
        _govern(x, "listAsset", e, abi.encodeCall(engine.listAsset, (ETH, 2, address(wbtc), r, k)), ADMIN);
        _govern(x, "setMarketParameters", e, abi.encodeCall(engine.setMarketParameters, (ETH, m)), ADMIN);
        _govern(x, "setReserveParameters", e, abi.encodeCall(engine.setReserveParameters, (ETH, 1, r)), ADMIN);
        _govern(x, "setRiskParameters", e, abi.encodeCall(engine.setRiskParameters, (ETH, 1, k)), RISK);
        _govern(x, "setRatePremium", e, abi.encodeCall(engine.setRatePremium, (ETH, 1, 10)), RISK);
        _govern(x, "setDebtCap", e, abi.encodeCall(engine.setDebtCap, (ETH, 1, 1e24)), RISK);
        _govern(x, "setOpeningLimits", e, abi.encodeCall(engine.setOpeningLimits, (ETH, 1, 1e6, true, true)), RISK);
        _govern(x, "setPaused", e, abi.encodeCall(engine.setPaused, (ETH, true)), GUARDIAN);
        _govern(x, "setOpeningsClosed", e, abi.encodeCall(engine.setOpeningsClosed, (ETH, true)), ADMIN);
        _govern(x, "collectFees", e, abi.encodeCall(engine.collectFees, (ETH, 1, admin)), ADMIN);
        _govern("MarginEngineClearing.", "setBackstop", e, abi.encodeCall(engine.setBackstop, (ETH, address(0))), ADMIN);
        bytes memory call = abi.encodeCall(IAccessManaged.setAuthority, (address(manager)));
        _govern("MarginEngine.", "setAuthority", e, call, NOBODY);
        _govern("BackstopVault.", "setAuthority", address(vault), call, NOBODY);

        _add("MarginEngine.touch", e, abi.encodeCall(engine.touch, (mine)), ANYONE, 0);
        // of the running executor, see Execute.t.sol
        _add("MarginEngine.sync", e, abi.encodeCall(engine.sync, (ETH, 0)), NOBODY, Errors.CallNotAllowed.selector);
        _add("MarginEngineExtension.accrue", e, abi.encodeCall(engine.accrue, (ETH, 0)), ANYONE, 0);
        _add("MarginEngineExtension.recover", e, abi.encodeCall(engine.recover, (ETH, 0, 1e6)), ANYONE, 0);
        call = abi.encodeCall(engine.flashLoan, (address(usdc), 1e6, address(actor), abi.encode(new Step[](0))));
        _add("MarginEngineExtension.flashLoan", e, call, ANYONE, 0);
    }

    function _govern(string memory prefix, string memory name, address target, bytes memory data, uint256 who) private {
        _add(string.concat(prefix, name), target, data, who, UNAUTHORIZED);
    }

    function _fillLiquidation() private {
        address e = address(engine);
        bytes32[] memory list = new bytes32[](1);
        list[0] = sick;
        uint256 takers = ANYONE ^ OWNER;
        bytes4 own = Errors.OwnAccount.selector;
        bytes memory call = abi.encodeCall(engine.liquidate, (sick, takeOf(1, 0, 1e9, bob, "")));
        _add("MarginEngineLiquidation.liquidate", e, call, takers, own);
        call = abi.encodeCall(engine.liquidateMany, (list, takeOf(1, 0, 1e9, bob, "")));
        _add("MarginEngineLiquidation.liquidateMany", e, call, takers, own);
        _add("MarginEngineLiquidation.mark", e, abi.encodeCall(engine.mark, (list)), ANYONE, 0);
        call = abi.encodeCall(engine.net, (sick, opposite, 1, 0, 1e18));
        _add("MarginEngineNetting.net", e, call, ANYONE, 0);
        call = abi.encodeCall(engine.absorb, (sick, takeOf(1, 0, 1e9, address(vault), "")));
        _add("MarginEngineClearing.absorb", e, call, VAULT, Errors.NotBackstop.selector);
        call = abi.encodeCall(engine.assume, (short, bytes32(bytes20(address(vault))), 0, 1, 1e17));
        // what it puts beside is `BackstopVault.assume`'s
        _add("MarginEngineClearing.assume", e, call, VAULT, NOT_OWNER, Errors.InitialMarginNotMet.selector);
        call = abi.encodeCall(engine.distributeFees, (ETH, 0));
        _add("MarginEngineClearing.distributeFees", e, call, ANYONE, 0, Errors.ZeroAmount.selector);
    }

    function _fillShares() private {
        address v = address(vault);
        bytes4 noAllowance = IERC20Errors.ERC20InsufficientAllowance.selector;
        uint256 payers = ANYONE ^ VAULT; // it approves nobody
        uint256 movers = HOLDER | OPERATOR; // carol let bob move shares of hers
        _add("BackstopVault.deposit", v, abi.encodeCall(vault.deposit, (1e6, carol)), payers, 0);
        _add("BackstopVault.mint", v, abi.encodeCall(vault.mint, (1e12, carol)), payers, 0);
        _add("BackstopVault.withdraw", v, abi.encodeCall(vault.withdraw, (1, bob, carol)), movers, noAllowance);
        _add("BackstopVault.redeem", v, abi.encodeCall(vault.redeem, (1e6, bob, carol)), movers, noAllowance);
        _add("BackstopVault.approve", v, abi.encodeCall(vault.approve, (bob, 1)), ANYONE, 0);
        bytes4 noShares = IERC20Errors.ERC20InsufficientBalance.selector;
        _add("BackstopVault.transfer", v, abi.encodeCall(vault.transfer, (bob, 1)), HOLDER, noShares);
        bytes memory call = abi.encodeCall(vault.transferFrom, (carol, bob, 1));
        _add("BackstopVault.transferFrom", v, call, OPERATOR, noAllowance);
        _add("BackstopVault.requestRedeem", v, abi.encodeCall(vault.requestRedeem, (1)), HOLDER, noShares);
        call = abi.encodeCall(vault.release, (carol));
        _add("BackstopVault.release", v, call, HOLDER, IBackstopBase.ExitWindowOpen.selector);
        _add("BackstopVault.harvest", v, abi.encodeCall(vault.harvest, ()), ANYONE, 0);
        call = abi.encodeCall(vault.cover, (ETH, address(usdc), 1));
        _add("BackstopVault.cover", v, call, ENGINE, IBackstopBase.NotEngine.selector);
    }

    function _fillDesk() private {
        address v = address(vault);
        string memory x = "BackstopDesk.";
        _add("BackstopDesk.absorb", v, abi.encodeCall(vault.absorb, (sick, 1, 1e9)), ANYONE, 0);
        _add("BackstopDesk.assume", v, abi.encodeCall(vault.assume, (short, 1, 1e18)), ANYONE, 0);
        _add("BackstopDesk.rebalance", v, abi.encodeCall(vault.rebalance, (1)), ANYONE, 0);
        _add("BackstopDesk.trim", v, abi.encodeCall(vault.trim, ()), ANYONE, 0);
        _govern(x, "setParameters", v, abi.encodeCall(vault.setParameters, (_parameters())), ADMIN);
        _govern(x, "setPool", v, abi.encodeCall(vault.setPool, (1, 0)), ADMIN);
        bytes memory call = abi.encodeWithSignature("uniswapV3SwapCallback(int256,int256,bytes)", 1, -1, "");
        bytes4 denied = IBackstopBase.BackstopCallbackNotAllowed.selector;
        _add("BackstopDesk.uniswapV3SwapCallback", v, call, NOBODY, denied);
        call = abi.encodeWithSignature("uniswapV3SwapCallback(int256,int256,bytes)", 1, -1, abi.encode(usdc, 1));
        denied = ILiquidationTaker.TakerCallbackNotAllowed.selector;
        _add("LiquidationTaker.uniswapV3SwapCallback", address(taker), call, NOBODY, denied);
        denied = ITradeRouter.CallbackNotAllowed.selector;
        Order memory order;
        call = abi.encodeWithSignature(
            "uniswapV3SwapCallback(int256,int256,bytes)", 1, -1, abi.encode(mine, alice, 1, 1, order)
        );
        _add("TradeRouter.uniswapV3SwapCallback", address(router), call, NOBODY, denied);
    }

    function _fillPeriphery() private {
        TakeOrder memory o;
        (o.collateralAsset, o.debtAsset, o.maxRepaid, o.recipient) = (1, 0, 1e9, bob);
        o.path = abi.encodePacked(weth, POOL_FEE, usdc);
        o.deadline = block.timestamp;
        bytes32[] memory list = new bytes32[](1);
        list[0] = sick;
        bytes4 own = Errors.OwnAccount.selector;
        address t = address(taker);
        _add("LiquidationTaker.take", t, abi.encodeCall(taker.take, (sick, o)), ANYONE ^ OWNER, own);
        _add("LiquidationTaker.takeMany", t, abi.encodeCall(taker.takeMany, (list, o)), ANYONE ^ OWNER, own);
        bytes memory call = abi.encodeCall(ILiquidationCallback.onLiquidate, (1, 1, abi.encodePacked(usdc)));
        _add("LiquidationTaker.onLiquidate", t, call, ENGINE, ILiquidationTaker.TakerCallbackNotAllowed.selector);
        Order memory expired;
        call = abi.encodeCall(IExecutor.onExecute, (mine, alice, abi.encode(expired)));
        bytes4 late = ITradeRouter.OrderExpired.selector; // let in, and told what is wrong with the order
        _add("TradeRouter.onExecute", address(router), call, ENGINE, ITradeRouter.CallbackNotAllowed.selector, late);
    }
}
