// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    Adjustment,
    Health,
    IMarginEngine,
    MarketParameters,
    ReserveParameters,
    ReserveState,
    RiskParameters
} from "../../src/interfaces/IMarginEngine.sol";
import {BaseTest} from "../support/BaseTest.sol";
import {IMintable} from "../support/TestTokens.sol";
import {Actor, Step} from "./Actor.sol";

/// @notice BaseTest with lenders in every reserve, accounts of alice and bob, and positions bounded by meaning.
abstract contract CoreTest is BaseTest {
    uint256 internal constant WAD = 1e18;
    /// @dev Value lent to each reserve [USD wad].
    uint256 internal constant LENT = 50_000_000e18;
    /// @dev Debt over collateral of a fresh position [1e-4]: above the minimum debt, inside the initial margin.
    uint256 internal constant MIN_SHARE = 500;
    uint256 internal constant MAX_SHARE = 8_500;

    bytes32 internal account = _account(alice, 1);
    bytes32 internal other = _account(bob, 7);
    Actor internal actor;

    function setUp() public virtual override {
        super.setUp();
        actor = new Actor();
        for (uint16 market = ETH; market <= CROSS; ++market) {
            for (uint8 asset; asset < engine.assetCount(market); ++asset) {
                _supply(lender, market, asset, _tokens(_tokenOf(market, asset), LENT, _priceOf(market, asset)));
            }
        }
    }

    /* POSITIONS */

    function _priceOf(uint16 market, uint8 asset) internal view returns (uint256) {
        return oracle.report(market, asset).mid / 10 ** (18 - _tokenOf(market, asset).decimals());
    }

    /// @notice Amount of an asset worth between 1,000 and 5,000,000 dollars.
    function _boundAmount(uint16 market, uint8 asset, uint256 amount) internal view returns (uint256) {
        IMintable token = _tokenOf(market, asset);
        uint256 price = _priceOf(market, asset);
        return bound(amount, _tokens(token, 1_000e18, price), _tokens(token, 5_000_000e18, price));
    }

    /// @notice Amount of `debtAsset` worth `share` [1e-4] of collateral.
    function _debtFor(uint16 market, uint8 collateralAsset, uint8 debtAsset, uint256 collateral, uint256 share)
        internal
        view
        returns (uint256)
    {
        uint256 value =
            collateral * _priceOf(market, collateralAsset) / 10 ** _tokenOf(market, collateralAsset).decimals();
        return _tokens(_tokenOf(market, debtAsset), value * share / 10_000, _priceOf(market, debtAsset));
    }

    /// @notice Deposits and borrows, both bounded; amounts that were used come back.
    function _open(bytes32 id, uint16 market, uint8 collateralAsset, uint8 debtAsset, uint256 amount, uint256 share)
        internal
        returns (uint256 collateral, uint256 debt)
    {
        collateral = _boundAmount(market, collateralAsset, amount);
        debt = _debtFor(market, collateralAsset, debtAsset, collateral, bound(share, MIN_SHARE, MAX_SHARE));
        _deposit(id, market, collateralAsset, collateral);
        _borrow(id, market, debtAsset, debt);
    }

    /// @notice A long of WETH against USDC in market ETH.
    function _openEth(bytes32 id, uint256 amount, uint256 share) internal returns (uint256 collateral, uint256 debt) {
        return _open(id, ETH, 1, 0, amount, share);
    }

    /// @notice A long at the most debt, and a price at which it is between insolvent and just unhealthy.
    /// @param fall Price left of 3000 [1e-4], bounded to [8550, 9200]: below 9250 unhealthy, above 8500 solvent.
    function _openUnhealthyEth(bytes32 id, uint256 amount, uint256 fall)
        internal
        returns (uint256 collateral, uint256 debt)
    {
        (collateral, debt) = _openEth(id, amount, MAX_SHARE);
        _setPrice(ETH, 1, WETH_PRICE * bound(fall, 8_550, 9_200) / 10_000);
    }

    function _repayAll(bytes32 id, uint8 asset) internal {
        address owner = _ownerOf(id);
        (uint16 market,,) = engine.position(id);
        (, uint256 debt) = _positionOf(id, 0, asset);
        _fund(owner, _tokenOf(market, asset), address(engine), debt);
        vm.prank(owner);
        engine.repay(id, asset, type(uint256).max);
    }

    /* READING */

    function _factor(Health memory h) internal pure returns (uint256) {
        if (h.debt == 0) return type(uint256).max;
        return h.collateral > h.margin ? (h.collateral - h.margin) * WAD / h.debt : 0;
    }

    function _reserve(uint16 market, uint8 asset) internal view returns (ReserveState memory) {
        return engine.reserve(market, asset);
    }

    function _config(uint16 market) internal view returns (MarketParameters memory) {
        return engine.marketParameters(market);
    }

    /// @notice Changes parameters of a reserve as the admin.
    function _setReserve(uint16 market, uint8 asset, ReserveParameters memory parameters) internal {
        vm.prank(admin);
        engine.setReserveParameters(market, asset, parameters);
    }

    function _pause(uint16 market) internal {
        vm.prank(admin);
        engine.setPaused(market, true);
    }

    /* EXECUTION */

    function _run(bytes32 id, Step[] memory steps) internal {
        vm.prank(_ownerOf(id));
        engine.execute(id, address(actor), abi.encode(steps));
    }

    function _runSafer(bytes32 id, Step[] memory steps) internal {
        vm.prank(_ownerOf(id));
        engine.deleverage(id, address(actor), abi.encode(steps));
    }

    function _steps(bytes memory a) internal view returns (Step[] memory steps) {
        steps = new Step[](1);
        steps[0] = Step(address(engine), a);
    }

    function _steps(bytes memory a, bytes memory b) internal view returns (Step[] memory steps) {
        steps = new Step[](2);
        (steps[0], steps[1]) = (Step(address(engine), a), Step(address(engine), b));
    }

    function _adjustCall(Adjustment memory a) internal pure returns (bytes memory) {
        return abi.encodeWithSignature("adjust((bytes32,uint16,uint8,uint8,int256,address,int256,address,address))", a);
    }

    /// @notice An adjustment of market ETH that moves nothing yet: collateral WETH, debt USDC.
    function _adjustment(bytes32 id) internal pure returns (Adjustment memory a) {
        (a.account, a.market, a.collateralAsset, a.debtAsset) = (id, ETH, 1, 0);
    }
}
