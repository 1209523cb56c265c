// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IExecutor} from "../../src/interfaces/ICallbacks.sol";
import {Adjustment, IMarginEngine, SETTLE_COLLATERAL} from "../../src/interfaces/IMarginEngine.sol";
import {BaseTest} from "../support/BaseTest.sol";
import {PermitToken} from "../support/TestTokens.sol";

/// @notice A token behind a costly look-up, as balances of wrappers, of rebasing tokens and of many proxies are.
contract CostlyToken is PermitToken {
    uint256 private immutable _rounds;

    constructor(string memory symbol, uint8 decimals_, uint256 rounds) PermitToken(symbol, decimals_) {
        _rounds = rounds;
    }

    function balanceOf(address holder) public view override(ERC20, IERC20) returns (uint256) {
        bytes32 x;
        for (uint256 i; i < _rounds; ++i) {
            x = keccak256(abi.encode(x));
        }
        return x == bytes32(uint256(1)) ? 0 : super.balanceOf(holder);
    }
}

/// @notice Calls `sync` with an amount of gas of its choice, gives a unit, and settles.
contract StarvingExecutor is IExecutor {
    IMarginEngine private immutable _engine;
    IERC20 private immutable _token;

    constructor(IMarginEngine engine, IERC20 token) {
        (_engine, _token) = (engine, token);
    }

    function onExecute(bytes32 account, address, bytes calldata data) external {
        (uint16 market, uint256 gasLimit) = abi.decode(data, (uint16, uint256));
        _engine.sync{gas: gasLimit}(market, 0);
        _token.transfer(address(_engine), 1);
        Adjustment memory a;
        (a.account, a.market, a.collateralDelta) = (account, market, SETTLE_COLLATERAL);
        _engine.adjust(a);
    }
}

/// @notice The balance that `sync` notes decides what the next SETTLE credits. With so little gas that only the token
/// runs out of it, of the 63/64 that a call gets, the engine once noted 0 and credited all that it held.
contract StarvedSyncScenario is BaseTest {
    uint16 internal constant COSTLY = 7;
    uint256 internal constant ROUNDS = 200;

    CostlyToken internal token;
    StarvingExecutor internal executor;
    bytes32 internal account = _account(alice, 0);

    function setUp() public override {
        super.setUp();
        token = new CostlyToken("COSTLY", 6, ROUNDS);
        _createMarket(COSTLY);
        _list(COSTLY, 0, token, 1e18);
        _supply(lender, COSTLY, 0, 1_000_000e6);
        executor = new StarvingExecutor(engine, token);
        token.mint(address(executor), 1);
    }

    /// @dev Every amount of gas around the cost of the look-up, in steps smaller than what follows it costs.
    function test_StarvedSyncCreditsNothing() public {
        uint256 gasBefore = gasleft();
        token.balanceOf(address(engine));
        uint256 look = gasBefore - gasleft();
        uint256 succeeded;
        uint256 state = vm.snapshotState();
        for (uint256 limit = look / 2; limit < look * 3 / 2; limit += look / 400) {
            vm.prank(alice);
            try engine.execute(account, address(executor), abi.encode(COSTLY, limit)) {
                ++succeeded;
            } catch {}
            (uint256 collateral,) = _positionOf(account, 0, 0);
            assertLe(collateral, 1, "credits what arrived");
            vm.revertToState(state);
        }
        assertGt(succeeded, 10, "the upper end of the range is enough gas");
    }
}
