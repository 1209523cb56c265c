// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {Health, MarketParameters, ReserveState, RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {EngineSlots} from "../support/EngineSlots.sol";
import {IMintable} from "../support/TestTokens.sol";
import {TradeTest} from "../support/TradeTest.sol";

/// @notice One (market, asset).
struct ReserveKey {
    uint16 market;
    uint8 asset;
}

/// @notice Three markets, seven reserves of tokens with 6, 8 and 18 decimals, three owners with two accounts each, two
/// lenders, and the questions that handlers ask before they act.
abstract contract World is TradeTest {
    uint256 internal constant ASSETS = 3;

    address internal carol = makeAddr("carol");
    address internal operator = makeAddr("operator");
    address internal treasury = makeAddr("treasury");
    address internal stranger = makeAddr("stranger");

    address[3] internal owners;
    address[2] internal lenders;
    bytes32[] internal accounts;
    ReserveKey[] internal reserves;
    IMintable[3] internal tokens;
    /// @dev USD wad per whole token, the mid of all markets.
    uint256[3] internal prices;
    /// @dev Given to the engine for nothing.
    mapping(IMintable token => uint256) internal donated;

    function setUp() public virtual override {
        super.setUp();
        tokens = [usdc, weth, wbtc];
        prices = [USDC_PRICE, WETH_PRICE, WBTC_PRICE];
        owners = [alice, bob, carol];
        lenders = [lender, makeAddr("secondLender")];
        for (uint256 i; i < 3; ++i) {
            accounts.push(_account(owners[i], 0));
            accounts.push(_account(owners[i], 1));
            vm.prank(owners[i]);
            engine.setOperator(operator, true);
        }
        for (uint16 market = ETH; market <= CROSS; ++market) {
            for (uint8 asset; asset < engine.assetCount(market); ++asset) {
                reserves.push(ReserveKey(market, asset));
            }
        }
        _correlate();
        _allowAll();
    }

    function _correlate() private {
        RiskParameters memory risk = _riskParameters(wbtc);
        risk.correlations = uint128(uint256(128) << 8); // WBTC with WETH, one half
        vm.prank(admin);
        engine.setRiskParameters(CROSS, 2, risk);
    }

    function _allowAll() private {
        address[8] memory spenders = [alice, bob, carol, operator, liquidator, lender, lenders[1], stranger];
        for (uint256 i; i < spenders.length; ++i) {
            for (uint256 j; j < ASSETS; ++j) {
                vm.startPrank(spenders[i]);
                tokens[j].approve(address(engine), type(uint256).max);
                tokens[j].approve(address(router), type(uint256).max);
                vm.stopPrank();
            }
        }
    }

    /* CHOICES */

    function _accountOf(uint256 seed) internal view returns (bytes32) {
        return accounts[seed % accounts.length];
    }

    function _reserveOf(uint256 seed) internal view returns (ReserveKey memory) {
        return reserves[seed % reserves.length];
    }

    /// @notice The market the account is in; while it is empty, any.
    function _marketFor(bytes32 account, uint256 seed) internal view returns (uint16 market) {
        market = _marketOf(account);
        if (market == 0) market = uint16(seed % 3) + 1;
    }

    /// @notice The first account from `seed` on that has a property; false if none has.
    function _findAccount(uint256 seed, function(bytes32) view returns (bool) property)
        internal
        view
        returns (bool found, bytes32 account)
    {
        for (uint256 i; i < accounts.length; ++i) {
            account = _accountOf(seed % accounts.length + i);
            if (property(account)) return (true, account);
        }
    }

    /// @notice An asset index from a mask that is not 0.
    function _pick(uint256 mask, uint256 seed) internal pure returns (uint8 asset) {
        asset = uint8(seed % ASSETS);
        while (mask & (1 << asset) == 0) asset = uint8((asset + 1) % ASSETS);
    }

    /// @notice Owner, or operator while he is one.
    function _callerOf(bytes32 account, uint256 seed) internal view returns (address) {
        address owner = _ownerOf(account);
        return seed % 4 == 0 && engine.isOperator(owner, operator) ? operator : owner;
    }

    /* QUESTIONS */

    function _word(bytes32 account) internal view returns (AccountWord) {
        return EngineSlots.accountWord(address(engine), account);
    }

    function _marketOf(bytes32 account) internal view returns (uint16) {
        return uint16(_word(account).market());
    }

    function _hasDebt(bytes32 account) internal view returns (bool) {
        return _word(account).debtMask() != 0;
    }

    function _hasCollateral(bytes32 account) internal view returns (bool) {
        return _word(account).collateralMask() != 0;
    }

    function _isDown(uint16 market, uint8 asset) internal view returns (bool) {
        return oracle.maintenancePrices(market, uint16(1 << asset))[asset] == 0;
    }

    function _isPriced(bytes32 account) internal view returns (bool) {
        uint256 mask = _word(account).assetMask();
        for (uint8 asset; asset < ASSETS; ++asset) {
            if (mask & (1 << asset) != 0 && _isDown(_marketOf(account), asset)) return false;
        }
        return true;
    }

    function _isUnhealthy(bytes32 account) internal view returns (bool) {
        if (!_hasDebt(account) || !_isPriced(account)) return false;
        return _unhealthy(engine.health(account));
    }

    function _unhealthy(Health memory h) internal pure returns (bool) {
        return h.collateral < h.debt + h.margin;
    }

    function _isPaused(uint16 market) internal view returns (bool) {
        return engine.marketParameters(market).paused;
    }

    /// @notice Value above the initial margin [USD wad]; 0 if it cannot be used now.
    function _freeValue(bytes32 account) internal view returns (uint256) {
        if (!_isPriced(account) || _isPaused(_marketOf(account))) return 0;
        Health memory h = engine.initialHealth(account);
        uint256 needed = h.debt + h.margin;
        return h.collateral > needed ? h.collateral - needed : 0;
    }

    /// @notice With room to add risk of at least a hundred dollars.
    function _hasRoom(bytes32 account) internal view returns (bool) {
        return _hasCollateral(account) && _freeValue(account) > 400e18;
    }

    /// @notice Owes one asset, holds one asset, and is worth a tenth more than its debt.
    function _isSimplePosition(bytes32 account) internal view returns (bool) {
        AccountWord word = _word(account);
        (uint256 longs, uint256 shorts) = (word.collateralMask(), word.debtMask());
        if (longs == 0 || shorts == 0 || longs & (longs - 1) != 0 || shorts & (shorts - 1) != 0) return false;
        if (!_isPriced(account)) return false;
        Health memory h = engine.health(account);
        return h.collateral * 10 > h.debt * 11;
    }

    /// @notice Tokens worth `value` [USD wad], at the mid.
    function _worth(uint8 token, uint256 value) internal view returns (uint256) {
        return _tokens(tokens[token], value, prices[token]);
    }

    /// @notice Which of the three tokens an asset is.
    function _tokenIndex(uint16 market, uint8 asset) internal pure returns (uint8) {
        return market == BTC && asset == 1 ? 2 : asset;
    }

    function _mint(address to, uint16 market, uint8 asset, uint256 amount) internal returns (IERC20 token) {
        IMintable mintable = tokens[_tokenIndex(market, asset)];
        mintable.mint(to, amount);
        return mintable;
    }

    /// @notice State of a reserve, unpacked.
    function _reserve(ReserveKey memory key) internal view returns (ReserveState memory) {
        return engine.reserve(key.market, key.asset);
    }

    /// @notice Sets the prices of a token in all its markets to its mid, give or take `spread` [wad].
    function _publish(uint8 token, uint256 spread) internal {
        uint256 low = prices[token] * (1e18 - spread) / 1e18;
        uint256 high = prices[token] * (1e18 + spread) / 1e18;
        for (uint256 i; i < reserves.length; ++i) {
            ReserveKey memory key = reserves[i];
            if (_tokenIndex(key.market, key.asset) == token) _setPrices(key.market, key.asset, low, high);
        }
    }

    /// @notice Arbitrage: every pool trades at the mid prices.
    function _alignPools() internal {
        _movePool(ethPool, weth, usdc, prices[1], prices[0]);
        _movePool(btcPool, wbtc, usdc, prices[2], prices[0]);
        _movePool(crossPool, wbtc, weth, prices[2], prices[1]);
    }

    function _marketParameters(uint16 market) internal view returns (MarketParameters memory) {
        return engine.marketParameters(market);
    }
}
