// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {MetadataReaderLib} from "solady/utils/MetadataReaderLib.sol";

import {
    AccountView,
    AssetView,
    ILens,
    LenderView,
    MarketView,
    PoolView,
    Snapshot,
    WalletView
} from "../interfaces/ILens.sol";
import {Health, IMarginEngine, ReserveState} from "../interfaces/IMarginEngine.sol";
import {IPriceOracle, PriceReport, PriceStatus} from "../interfaces/IPriceOracle.sol";
import {SupplyMath} from "../libraries/SupplyMath.sol";

/// @title Lens: the state of engine, oracle, pools and one wallet at one block, for screens and keepers.
/// @dev Trust: view only, no state, no rights; nothing on chain depends on it. One price or one token that does not
/// answer leaves its own fields empty and does not hide the rest.
contract Lens is ILens {
    IMarginEngine public immutable ENGINE;
    IPriceOracle public immutable ORACLE;
    address public immutable ROUTER;

    constructor(IMarginEngine engine, address router) {
        ENGINE = engine;
        ORACLE = IPriceOracle(engine.ORACLE());
        ROUTER = router;
    }

    /// @inheritdoc ILens
    function snapshot(uint16[] calldata markets, bytes32[] calldata ids, address[] calldata pools, address user)
        external
        view
        returns (Snapshot memory result)
    {
        result.blockNumber = block.number;
        result.timestamp = block.timestamp;
        result.markets = new MarketView[](markets.length);
        for (uint256 i; i < markets.length; ++i) {
            result.markets[i] = _market(markets[i]);
        }
        result.accounts = accounts(ids);
        if (user != address(0)) {
            result.lender = _lender(result.markets, user);
            result.wallet = _wallet(result.markets, user);
        }
        result.pools = new PoolView[](pools.length);
        for (uint256 i; i < pools.length; ++i) {
            result.pools[i] = _pool(IUniswapV3Pool(pools[i]));
        }
    }

    /// @inheritdoc ILens
    function accounts(bytes32[] calldata ids) public view returns (AccountView[] memory views) {
        views = new AccountView[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            views[i] = _account(ids[i]);
        }
    }

    /* PARTS */

    function _market(uint16 market) internal view returns (MarketView memory view_) {
        view_.market = market;
        view_.parameters = ENGINE.marketParameters(market);
        view_.openingsClosed = ENGINE.openingsClosed(market);
        view_.assets = new AssetView[](ENGINE.assetCount(market));
        for (uint256 i; i < view_.assets.length; ++i) {
            view_.assets[i] = _asset(market, uint8(i)); // at most 16
            (view_.assets[i].positionCap, view_.halted, view_.hedgeless) = ENGINE.openingLimits(market, uint8(i));
        }
    }

    function _asset(uint16 market, uint8 asset) internal view returns (AssetView memory view_) {
        view_.asset = asset;
        view_.reserve = ENGINE.reserve(market, asset);
        view_.risk = ENGINE.risk(market, asset);
        view_.symbol = MetadataReaderLib.readSymbol(view_.reserve.token);
        view_.decimals = MetadataReaderLib.readDecimals(view_.reserve.token);
        // Asset by asset, so that one source that reverts takes only its own price with it.
        uint16 mask = uint16(1 << asset);
        try ORACLE.openingPrices(market, mask) returns (uint256[16] memory words) {
            (view_.openingLow, view_.openingHigh) = (words[asset] >> 128, uint128(words[asset]));
        } catch {}
        try ORACLE.maintenancePrices(market, mask) returns (uint256[16] memory words) {
            (view_.maintenanceLow, view_.maintenanceHigh) = (words[asset] >> 128, uint128(words[asset]));
        } catch {}
        try ORACLE.report(market, asset) returns (PriceReport memory report) {
            view_.price = report;
        } catch {
            view_.price.status = PriceStatus.Down;
        }
    }

    function _account(bytes32 account) internal view returns (AccountView memory view_) {
        view_.account = account;
        (view_.market, view_.collateral, view_.debt) = ENGINE.position(account);
        try ENGINE.health(account) returns (Health memory maintenance) {
            try ENGINE.initialHealth(account) returns (Health memory initial) {
                (view_.priced, view_.maintenance, view_.initial) = (true, maintenance, initial);
            } catch {}
        } catch {}
    }

    /// @dev One entry per reserve of the markets, held or not.
    function _lender(MarketView[] memory markets, address user) internal view returns (LenderView[] memory views) {
        views = new LenderView[](_reserves(markets));
        bytes32 account = bytes32(bytes20(user));
        uint256 count;
        for (uint256 i; i < markets.length; ++i) {
            AssetView[] memory assets = markets[i].assets;
            for (uint256 j; j < assets.length; ++j) {
                uint256 shares = ENGINE.sharesOf(account, markets[i].market, assets[j].asset);
                ReserveState memory reserve = assets[j].reserve;
                views[count++] = LenderView({
                    market: markets[i].market,
                    asset: assets[j].asset,
                    shares: shares,
                    assets: SupplyMath.toAssetsDown(shares, reserve.totalAssets, reserve.supplyShares)
                });
            }
        }
    }

    /// @dev One entry per token, in the order of first use.
    function _wallet(MarketView[] memory markets, address user) internal view returns (WalletView[] memory views) {
        views = new WalletView[](_reserves(markets));
        uint256 count;
        for (uint256 i; i < markets.length; ++i) {
            AssetView[] memory assets = markets[i].assets;
            for (uint256 j; j < assets.length; ++j) {
                address token = assets[j].reserve.token;
                if (!_includes(views, count, token)) views[count++] = _holding(token, user);
            }
        }
        // Only ever shortens the array.
        assembly ("memory-safe") {
            mstore(views, count)
        }
    }

    function _holding(address token, address user) internal view returns (WalletView memory) {
        return WalletView({
            token: token,
            balance: _read(token, abi.encodeCall(IERC20.balanceOf, (user))),
            engineAllowance: _read(token, abi.encodeCall(IERC20.allowance, (user, address(ENGINE)))),
            routerAllowance: _read(token, abi.encodeCall(IERC20.allowance, (user, ROUTER)))
        });
    }

    /// @dev 0 if the token does not answer.
    function _read(address token, bytes memory data) internal view returns (uint256) {
        return MetadataReaderLib.readUint(token, data);
    }

    /// @dev Empty if there is no pool yet.
    function _pool(IUniswapV3Pool pool) internal view returns (PoolView memory view_) {
        view_.pool = address(pool);
        if (address(pool).code.length == 0) return view_;
        (view_.sqrtPriceX96, view_.tick,,,,,) = pool.slot0();
        view_.liquidity = pool.liquidity();
        view_.fee = pool.fee();
    }

    function _reserves(MarketView[] memory markets) internal pure returns (uint256 count) {
        for (uint256 i; i < markets.length; ++i) {
            count += markets[i].assets.length;
        }
    }

    function _includes(WalletView[] memory views, uint256 count, address token) internal pure returns (bool) {
        for (uint256 i; i < count; ++i) {
            if (views[i].token == token) return true;
        }
        return false;
    }
}
