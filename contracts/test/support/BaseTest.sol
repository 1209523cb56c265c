// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Test} from "forge-std/Test.sol";

import {
    Health,
    IMarginEngine,
    MarketParameters,
    ReserveParameters,
    RiskParameters
} from "../../src/interfaces/IMarginEngine.sol";
import {Build} from "./Build.sol";
import {SettableOracle} from "./SettableOracle.sol";
import {IMintable, PermitToken} from "./TestTokens.sol";

/// @notice Engine with three tokens of 6, 8 and 18 decimals, prices by hand, and the markets that tests need.
/// Market 1 (`ETH`): USDC 0, WETH 1. Market 2 (`BTC`): USDC 0, WBTC 1. Market 3 (`CROSS`): USDC 0, WETH 1, WBTC 2.
abstract contract BaseTest is Test {
    uint16 internal constant ETH = 1;
    uint16 internal constant BTC = 2;
    uint16 internal constant CROSS = 3;

    uint256 internal constant USDC_PRICE = 1e18;
    uint256 internal constant WETH_PRICE = 3_000e18;
    uint256 internal constant WBTC_PRICE = 60_000e18;

    address internal admin = makeAddr("admin");
    address internal lender = makeAddr("lender");
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal liquidator = makeAddr("liquidator");

    IMintable internal usdc;
    IMintable internal weth;
    IMintable internal wbtc;
    SettableOracle internal oracle;
    AccessManager internal manager;
    IMarginEngine internal engine;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        vm.roll(20_000_000);
        (usdc, weth, wbtc) = (_newToken("USDC", 6), _newToken("WETH", 18), _newToken("WBTC", 8));
        _deployEngine();

        _createMarket(ETH);
        _list(ETH, 0, usdc, USDC_PRICE);
        _list(ETH, 1, weth, WETH_PRICE);
        _createMarket(BTC);
        _list(BTC, 0, usdc, USDC_PRICE);
        _list(BTC, 1, wbtc, WBTC_PRICE);
        _createMarket(CROSS);
        _list(CROSS, 0, usdc, USDC_PRICE);
        _list(CROSS, 1, weth, WETH_PRICE);
        _list(CROSS, 2, wbtc, WBTC_PRICE);
    }

    /* SET-UP */

    function _newToken(string memory symbol, uint8 decimals) internal virtual returns (IMintable) {
        return new PermitToken(symbol, decimals);
    }

    function _newOracle() internal virtual returns (SettableOracle) {
        return new SettableOracle();
    }

    function _deployEngine() internal {
        oracle = _newOracle();
        manager = new AccessManager(admin);
        engine = Build.engine(address(oracle), address(manager));
    }

    function _createMarket(uint16 market) internal {
        vm.prank(admin);
        engine.createMarket(market, MarketParameters({initialRatio: 12_500, targetHealth: 10_500, paused: false}));
    }

    function _list(uint16 market, uint8 asset, IMintable token, uint256 price) internal {
        _list(market, asset, token, price, _reserveParameters(token, price), _riskParameters(token));
    }

    function _list(
        uint16 market,
        uint8 asset,
        IMintable token,
        uint256 price,
        ReserveParameters memory reserve,
        RiskParameters memory risk
    ) internal {
        vm.prank(admin);
        engine.listAsset(market, asset, address(token), reserve, risk);
        _setPrice(market, asset, price);
    }

    /// @notice Caps of a billion dollars, a minimum debt near ten, a tenth of the interest to the protocol.
    function _reserveParameters(IMintable token, uint256 price) internal view returns (ReserveParameters memory) {
        uint256 dollar = 1e18 * 10 ** token.decimals() / price;
        return ReserveParameters({
            debtCap: uint128(1e9 * dollar),
            supplyCap: uint128(1e9 * dollar),
            minDebt: uint128(10 * dollar),
            feeShare: 26,
            ratePremium: 0,
            collateralEnabled: true,
            borrowEnabled: true
        });
    }

    /// @notice Volatility margin plus penalty: 2 % for the stable, 8 % for the others.
    function _riskParameters(IMintable token) internal view returns (RiskParameters memory) {
        bool stable = token == usdc;
        return RiskParameters({
            volatilityMargin: stable ? 100 : 500,
            penalty: stable ? 100 : 300,
            depth: stable ? 1_000_000_000 : 100_000_000,
            correlations: 0
        });
    }

    /* PRICES AND TIME */

    /// @param price USD wad per whole token.
    function _setPrice(uint16 market, uint8 asset, uint256 price) internal {
        _setPrices(market, asset, price, price);
    }

    /// @notice The sources disagree; 0 and 0 is "down".
    function _setPrices(uint16 market, uint8 asset, uint256 low, uint256 high) internal {
        oracle.set(market, asset, _tokenOf(market, asset).decimals(), low, high);
    }

    function _skip(uint256 time) internal {
        vm.warp(vm.getBlockTimestamp() + time);
        vm.roll(vm.getBlockNumber() + (time + 11) / 12);
    }

    /* ACTORS */

    /// @notice Account `index` of an owner.
    function _account(address owner, uint96 index) internal pure returns (bytes32) {
        return bytes32(bytes20(owner)) | bytes32(uint256(index));
    }

    /// @notice Issues tokens to an actor and lets `spender` take them.
    function _fund(address actor, IERC20 token, address spender, uint256 amount) internal {
        IMintable(address(token)).mint(actor, amount);
        vm.prank(actor);
        token.approve(spender, type(uint256).max);
    }

    function _supply(address actor, uint16 market, uint8 asset, uint256 amount) internal returns (uint256 shares) {
        _fund(actor, _tokenOf(market, asset), address(engine), amount);
        vm.prank(actor);
        return engine.supply(_account(actor, 0), market, asset, amount);
    }

    function _deposit(bytes32 account, uint16 market, uint8 asset, uint256 amount) internal {
        address owner = _ownerOf(account);
        _fund(owner, _tokenOf(market, asset), address(engine), amount);
        vm.prank(owner);
        engine.deposit(account, market, asset, amount);
    }

    /// @notice Borrows to the owner.
    function _borrow(bytes32 account, uint16 market, uint8 asset, uint256 amount) internal {
        address owner = _ownerOf(account);
        vm.prank(owner);
        engine.borrow(account, market, asset, amount, owner);
    }

    /* READING */

    function _ownerOf(bytes32 account) internal pure returns (address) {
        return address(bytes20(account));
    }

    function _tokenOf(uint16 market, uint8 asset) internal view returns (IMintable) {
        return IMintable(engine.reserve(market, asset).token);
    }

    function _positionOf(bytes32 account, uint8 collateralAsset, uint8 debtAsset)
        internal
        view
        returns (uint256 collateral, uint256 debt)
    {
        (, uint256[16] memory collaterals, uint256[16] memory debts) = engine.position(account);
        return (collaterals[collateralAsset], debts[debtAsset]);
    }

    /// @notice Health factor in the maintenance reading [wad]; the largest number without debt.
    function _healthFactor(bytes32 account) internal view returns (uint256) {
        Health memory health = engine.health(account);
        if (health.debt == 0) return type(uint256).max;
        return health.collateral < health.margin ? 0 : (health.collateral - health.margin) * 1e18 / health.debt;
    }

    /// @notice Tokens of a USD value [wad], at a price [USD wad per whole token].
    function _tokens(IMintable token, uint256 value, uint256 price) internal view returns (uint256) {
        return value * 10 ** token.decimals() / price;
    }
}
