// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopParameters, BackstopStatus, IBackstopVault} from "../../src/interfaces/IBackstopVault.sol";
import {IRiskEngine, Regime} from "../../src/interfaces/IRiskEngine.sol";
import {BackstopDesk} from "../../src/liquidation/BackstopDesk.sol";
import {BackstopSetup} from "../../src/liquidation/BackstopStorage.sol";
import {BackstopVault} from "../../src/liquidation/BackstopVault.sol";
import {SettableDepth, SettableVolatility} from "../risk/engine/SettableSources.sol";
import {ripen} from "../support/Takes.sol";
import {IMintable} from "../support/TestTokens.sol";
import {TradeTest} from "../support/TradeTest.sol";

/// @notice Regime by hand, and where forecasts and depths are.
contract SettableRegime {
    SettableVolatility public immutable VOLATILITY_ORACLE = new SettableVolatility();
    SettableDepth public immutable DEPTH_ORACLE = new SettableDepth();
    Regime internal _regime;
    bool internal _broken;

    function set(Regime level) external {
        _regime = level;
    }

    function breakDown() external {
        _broken = true;
    }

    function regime(uint16) external view returns (Regime, uint8) {
        require(!_broken, "broken");
        return (_regime, 0);
    }
}

/// @notice TradeTest with the vault of market ETH: USDC 0, WETH 1.
abstract contract BackstopTest is TradeTest {
    uint256 internal constant COOLDOWN = 14 days;
    uint256 internal constant WINDOW = 2 days;
    uint256 internal constant DEPTH = 4_000_000;
    /// @dev USDC that carol puts in first.
    uint256 internal constant FIRST = 1_000_000e6;

    IBackstopVault internal vault;
    SettableRegime internal risk;
    address internal carol = makeAddr("carol");
    address internal dave = makeAddr("dave");
    address internal keeper = makeAddr("keeper");
    bytes32 internal account = _account(alice, 1);

    function setUp() public virtual override {
        super.setUp();
        risk = new SettableRegime();
        risk.VOLATILITY_ORACLE().setVolatility(address(weth), 0.8e18);
        risk.DEPTH_ORACLE().set(address(weth), DEPTH, DEPTH);
        vault = _deployVault(_setup(), _parameters());
        vm.prank(admin);
        vault.setPool(1, POOL_FEE);
        _nameBackstop();
        vm.label(address(vault), "vault");
    }

    function _nameBackstop() internal {
        vm.prank(admin);
        engine.setBackstop(ETH, address(vault));
    }

    function _deployVault(BackstopSetup memory setup, BackstopParameters memory p) internal returns (IBackstopVault) {
        return IBackstopVault(address(new BackstopVault(setup, p, new BackstopDesk(setup))));
    }

    function _setup() internal view returns (BackstopSetup memory) {
        return BackstopSetup({
            engine: engine,
            market: ETH,
            quote: 0,
            riskEngine: IRiskEngine(address(risk)),
            factory: address(factory),
            authority: address(manager),
            gasMarket: ETH,
            gasAsset: 1,
            cooldown: uint32(COOLDOWN),
            window: uint32(WINDOW),
            name: "Backstop ETH",
            symbol: "bsETH"
        });
    }

    function _parameters() internal pure returns (BackstopParameters memory) {
        return BackstopParameters({
            depositCap: 100_000_000e6,
            haircut: 500,
            assetShare: 5_000,
            ownerShare: 2_500,
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

    /* ACTIONS */

    function _put(address owner, uint256 assets) internal returns (uint256 shares) {
        _fund(owner, usdc, address(vault), assets);
        vm.prank(owner);
        return vault.deposit(assets, owner);
    }

    /// @dev Starts an exit of all shares and waits for its window.
    function _openWindow(address owner) internal {
        uint256 shares = vault.balanceOf(owner);
        vm.prank(owner);
        vault.requestRedeem(shares);
        _skip(COOLDOWN);
    }

    /// @dev A long of WETH that owes `share` of its value at 3000 dollars, worth `value` [USD].
    function _long(bytes32 id, uint256 value, uint256 share) internal {
        _deposit(id, ETH, 1, value * 1e18 / 3_000);
        _borrow(id, ETH, 0, value * share / 100 * 1e6);
    }

    /// @dev A short of WETH: holds `value` USDC, owes `share` of it.
    function _short(bytes32 id, uint256 value, uint256 share) internal {
        _deposit(id, ETH, 0, value * 1e6);
        _borrow(id, ETH, 1, value * share / 100 * 1e18 / 3_000);
    }

    function _absorb(bytes32 id) internal returns (uint256 repaid, uint256 seized, uint256 reward) {
        vm.prank(keeper);
        return vault.absorb(id, 1, type(uint128).max);
    }

    function _assume(bytes32 id) internal returns (uint256 repaid, uint256 seized, uint256 reward) {
        vm.prank(keeper);
        return vault.assume(id, 1, type(uint128).max);
    }

    function _setParameters(BackstopParameters memory p) internal {
        vm.prank(admin);
        vault.setParameters(p);
    }

    /* STATES */

    /// @dev Cash and WETH: a long of 100,000 dollars that fell to 2600 was absorbed.
    function _withInventory() internal {
        _put(carol, FIRST);
        _long(account, 100_000, 82);
        _moveEth(2_600e18);
        _due(account);
        _absorb(account);
        assertGt(vault.status().assets[0].held, 0, "state: inventory");
    }

    /// @dev Cash and an account that owes WETH: a short that met 3500 dollars was assumed.
    function _withDebt() internal {
        _put(carol, FIRST);
        _short(account, 100_000, 82);
        _moveEth(3_500e18);
        _due(account);
        _assume(account);
        assertGt(vault.status().assets[0].owed, 0, "state: debt");
    }

    /// @dev Makes an account due for the backstop: its auction is ten minutes old.
    function _due(bytes32 id) internal {
        ripen(engine, id);
    }

    /// @dev A loss of the market that the vault pays for.
    function _loss(uint256 amount) internal returns (uint256 paid) {
        vm.prank(address(engine));
        return vault.cover(ETH, address(usdc), amount);
    }

    /* PROPERTIES */

    /// @dev What the vault booked is there.
    function _assertBacked() internal view virtual {
        BackstopStatus memory s = vault.status();
        assertGe(usdc.balanceOf(address(vault)), s.cash, "66: cash is there");
        for (uint256 i; i < s.assets.length; ++i) {
            IMintable token = _tokenOf(ETH, s.assets[i].asset);
            assertGe(token.balanceOf(address(vault)), s.assets[i].held, "66: inventory is there");
        }
        assertLe(s.low, s.high, "the low mark is the lower");
        assertEq(usdc.allowance(address(vault), address(engine)), 0, "no allowance stays");
        assertEq(weth.allowance(address(vault), address(engine)), 0, "no allowance stays");
    }
}
