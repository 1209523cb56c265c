// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IBackstopVault} from "../../src/interfaces/IBackstopVault.sol";
import {takeOf} from "../support/Takes.sol";
import {IMintable, PermitToken} from "../support/TestTokens.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice Calls a probe before and after every movement.
contract EchoToken is PermitToken {
    Probe internal _probe;

    constructor(string memory symbol, uint8 decimals_) PermitToken(symbol, decimals_) {}

    function listen(Probe probe) external {
        _probe = probe;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (address(_probe) != address(0)) _probe.hear();
        super._update(from, to, amount);
        if (address(_probe) != address(0)) _probe.hear();
    }
}

/// @notice Tries everything while it is called, and notes what it could read.
contract Probe {
    IBackstopVault internal immutable _vault;
    bytes32 internal immutable _account;
    uint256[] public readings;
    uint256 public heard;
    uint256 public entered;

    constructor(IBackstopVault vault, bytes32 account) {
        (_vault, _account) = (vault, account);
    }

    function hear() external {
        ++heard;
        bytes[11] memory calls = [
            abi.encodeCall(_vault.deposit, (0, address(this))),
            abi.encodeCall(_vault.mint, (0, address(this))),
            abi.encodeCall(_vault.withdraw, (0, address(this), address(this))),
            abi.encodeCall(_vault.redeem, (0, address(this), address(this))),
            abi.encodeCall(_vault.requestRedeem, (1)),
            abi.encodeCall(_vault.release, (address(this))),
            abi.encodeCall(_vault.absorb, (_account, 1, 1e6)),
            abi.encodeCall(_vault.assume, (_account, 1, 1e15)),
            abi.encodeCall(_vault.rebalance, (1)),
            abi.encodeCall(_vault.trim, ()),
            abi.encodeCall(_vault.harvest, ())
        ];
        for (uint256 i; i < calls.length; ++i) {
            (bool done,) = address(_vault).call(calls[i]);
            if (done) ++entered;
        }
        try _vault.totalAssets() returns (uint256 value) {
            readings.push(value);
        } catch {}
    }

    function count() external view returns (uint256) {
        return readings.length;
    }
}

/// @notice Tokens that call back, on both sides of every movement of every action: nothing can be entered, and what can be
/// read is the value before or the value after (132–134).
contract HooksTest is BackstopTest {
    Probe internal probe;

    function _newToken(string memory symbol, uint8 decimals) internal override returns (IMintable) {
        return new EchoToken(symbol, decimals);
    }

    function _listen() internal {
        probe = new Probe(vault, account);
        EchoToken(address(usdc)).listen(probe);
        EchoToken(address(weth)).listen(probe);
    }

    function _assertQuiet(uint256 before) internal {
        EchoToken(address(usdc)).listen(Probe(address(0)));
        EchoToken(address(weth)).listen(Probe(address(0)));
        assertGt(probe.heard(), 0, "tokens did call back");
        assertEq(probe.entered(), 0, "132, 133: nothing can be entered");
        uint256 current = vault.totalAssets();
        (uint256 least, uint256 most) = before < current ? (before, current) : (current, before);
        for (uint256 i; i < probe.count(); ++i) {
            assertGe(probe.readings(i), least, "134: a reading below both");
            assertLe(probe.readings(i), most, "134: a reading above both");
        }
        _assertBacked();
    }

    function testFuzz_Deposit(uint256 assets) public {
        _put(carol, FIRST);
        assets = bound(assets, 1, FIRST);
        _fund(dave, usdc, address(vault), assets);
        uint256 before = vault.totalAssets();
        _listen();
        vm.prank(dave);
        vault.deposit(assets, dave);
        _assertQuiet(before);
    }

    function testFuzz_Redeem(uint256 part) public {
        uint256 shares = _put(carol, FIRST);
        _put(dave, FIRST);
        _openWindow(carol);
        uint256 before = vault.totalAssets();
        _listen();
        vm.prank(carol);
        vault.redeem(bound(part, 1, shares), carol, carol);
        _assertQuiet(before);
    }

    function testFuzz_Absorb(uint256 price) public {
        _put(carol, FIRST);
        _long(account, 100_000, 82);
        _setPrice(ETH, 1, bound(price, 1_500e18, 2_650e18));
        _due(account);
        uint256 before = vault.totalAssets();
        vm.fee(10 gwei);
        _listen();
        _absorb(account);
        _assertQuiet(before);
    }

    function testFuzz_Assume(uint256 price) public {
        _put(carol, FIRST);
        _short(account, 100_000, 82);
        _setPrice(ETH, 1, bound(price, 3_400e18, 3_600e18));
        _due(account);
        uint256 before = vault.totalAssets();
        vm.fee(10 gwei);
        _listen();
        _assume(account);
        _assertQuiet(before);
    }

    function test_Sell() public {
        _withInventory();
        uint256 before = vault.totalAssets();
        _listen();
        vault.rebalance(1);
        _assertQuiet(before);
    }

    /// @dev Debt bought above its mark is a loss, so every reading lies between.
    function test_BuyBack() public {
        _withDebt();
        uint256 before = vault.totalAssets();
        _listen();
        vault.rebalance(1);
        _assertQuiet(before);
    }

    function testFuzz_Cover(uint256 loss) public {
        _put(carol, FIRST);
        _long(account, 100_000, 82);
        _setPrice(ETH, 1, 1_500e18);
        uint256 debt = 82_000e6 + bound(loss, 0, 1);
        _fund(liquidator, usdc, address(engine), debt * 2);
        uint256 before = vault.totalAssets();
        _listen();
        vm.prank(liquidator);
        engine.liquidate(account, takeOf(1, 0, type(uint128).max, liquidator, ""));
        _assertQuiet(before);
        assertLt(vault.totalAssets(), before, "the vault paid");
    }
}
