// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {console} from "forge-std/console.sol";

import {ReplayShort} from "./ReplayShort.sol";
import {Ledger, ReplayInput, ReplayResult} from "./ReplayTypes.sol";

/// @notice Replays end with checks of their own: every token is somebody's, losses add up by step to the wei, and
/// suppliers lose their step and nothing else. Tests here say what a replay must come to.
contract ReplayTest is ReplayShort {
    /// @notice What `npm run replay` runs: the input that the command wrote; without one, a short one.
    function test_ReplayOfFile() public {
        string memory file = vm.envOr("GIMBAL_REPLAY", string(""));
        ReplayInput memory given = bytes(file).length == 0
            ? _short(0.7e18, 1_000)
            : abi.decode(vm.parseBytes(vm.readFile(file)), (ReplayInput));
        ReplayResult memory r = _replay(given);
        assertGt(r.figures.debt, 0, "accounts were opened");
        console.log(string.concat("REPLAY|", vm.toString(abi.encode(r))));
    }

    /// @notice Whatever the price does, the books close; who owes the asset that moved is liquidated, and nobody else.
    /// forge-config: default.fuzz.runs = 12
    function testFuzz_BooksClose(uint256 end, uint256 liquidity, bool outside) public {
        end = bound(end, 0.5e18, 1.6e18);
        ReplayInput memory given = _short(end, bound(liquidity, 100, 10_000));
        given.settings.outsideLiquidity = outside;
        ReplayResult memory r = _replay(given);
        assertEq(r.figures.opened, 8);
        _assertAdds(r.gimbal);
        for (uint256 i; i < positions.length; ++i) {
            if (positions[i].liquidated) assertEq(positions[i].isLong, end < 1e18, "41: the side that was hurt");
        }
        if (!outside) assertEq(r.gimbal.byCollateral, 0, "nothing was sold");
    }

    /// @notice A fall that references and protocol must answer.
    function test_AFallLiquidates() public {
        ReplayInput memory given = _short(0.75e18, 10_000);
        given.settings.settle = 1 hours; // an auction that starts at 1.2 times the price needs half of it
        ReplayResult memory r = _replay(given);
        assertGt(r.gimbal.accounts, 0);
        assertGt(r.gimbal.byCollateral, 0);
        assertGt(r.fixedCloseFactor.accounts, 0);
        assertGt(r.makerAuction.accounts, 0);
        assertGt(r.figures.peakDeviation, 0, "sales move the pool");
        assertGt(r.figures.blocks, STEPS, "block by block");
    }

    /// @notice 5 % up and down is inside every margin.
    function test_AQuietDayLiquidatesNobody() public {
        ReplayResult memory r = _replay(_short(0.97e18, 10_000));
        assertEq(r.gimbal.accounts + r.fixedCloseFactor.accounts + r.makerAuction.accounts, 0);
        assertEq(r.gimbal.liquidatedDebt + r.gimbal.badDebt + r.gimbal.openDeficit, 0);
    }

    /// @notice One venue of three shows 40 % of the price, or 250 %: nobody is liquidated. Who believes one feed is.
    /// forge-config: default.fuzz.runs = 9
    function testFuzz_OneVenueWickLiquidatesNobody(uint8 source, bool up, uint256 time) public {
        source = source % 3;
        ReplayInput memory given = _short(1e18, 10_000);
        _withWick(given, source, up ? 2.5e18 : 0.4e18, bound(time, 12, 480));
        ReplayResult memory r = _replay(given);
        assertEq(r.gimbal.accounts, 0, "41: a wick of one venue");
        assertEq(r.gimbal.badDebt, 0);
        if (source == 0) assertGt(r.fixedCloseFactor.accounts, 0, "the wick was there to be believed");
    }

    /// @notice Nobody acts: nothing is liquidated, and the deficit stands open.
    function test_WithoutKeepersTheDeficitStaysOpen() public {
        ReplayInput memory given = _short(0.6e18, 10_000);
        given.settings.offlineUntil = START + 1 days;
        ReplayResult memory r = _replay(given);
        assertEq(r.gimbal.takes + r.fixedCloseFactor.takes + r.makerAuction.takes, 0);
        assertGt(r.gimbal.openDeficit, 0);
        assertApproxEqRel(r.gimbal.openDeficit, r.fixedCloseFactor.openDeficit, 0.001e18, "but for interest");
    }

    function test_SameInputSameOutput() public {
        uint256 snapshot = vm.snapshotState();
        bytes32 first = keccak256(abi.encode(_replay(_short(0.7e18, 2_000))));
        vm.revertToState(snapshot);
        assertEq(keccak256(abi.encode(_replay(_short(0.7e18, 2_000)))), first);
    }

    function _assertAdds(Ledger memory l) private pure {
        assertEq(l.liquidatedDebt, l.byCollateral + l.byNetting + l.byInventory, "debt by mechanism");
        assertEq(l.badDebt, l.insurance + l.backstopLoss + l.suppliers, "66: loss by step");
    }
}
