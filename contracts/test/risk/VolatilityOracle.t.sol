// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {IVolatilityOracle, VolatilityReport} from "../../src/interfaces/IVolatilityOracle.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {VolatilityOracle} from "../../src/risk/VolatilityOracle.sol";
import {VolatilityTest} from "./VolatilityTest.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

/// @notice Who may do what to the volatility oracle, and what its views say.
contract VolatilityOracleTest is VolatilityTest {
    address internal stranger = makeAddr("stranger");

    /* POKE */

    /// @notice 121, 124: any caller, spacing enforced; a time not later than the last poke does not underflow (125).
    function testFuzz_AnyonePokesButNotTooEarly(address caller, uint256 wait) public {
        oracle.poke(weth);
        wait = bound(wait, 0, PERIOD - 1);
        skip(wait);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IVolatilityOracle.PokedTooEarly.selector, START + wait, START + PERIOD));
        oracle.poke(weth);
        vm.warp(START - wait);
        vm.expectRevert(abi.encodeWithSelector(IVolatilityOracle.PokedTooEarly.selector, START - wait, START + PERIOD));
        oracle.poke(weth);
        vm.warp(START + PERIOD);
        vm.prank(caller);
        oracle.poke(weth);
        assertEq(oracle.forecast(weth).lastPoke, START + PERIOD);
    }

    /// @notice A price that the sources do not agree on is not sampled; the time counts as missed.
    /// forge-config: default.fuzz.runs = 32
    function testFuzz_RevertWhen_PriceNotOk(uint256 random, uint64 spread, bool isDown) public {
        _walk(random, 30);
        VolatilityReport memory before = oracle.forecast(weth);
        skip(PERIOD);
        uint256 price = isDown ? 0 : WETH_PRICE;
        prices.set(MARKET, WETH_ASSET, 18, price, isDown ? 0 : price + 1 + spread);
        PriceStatus status = isDown ? PriceStatus.Down : PriceStatus.Guarded;
        vm.expectRevert(abi.encodeWithSelector(IVolatilityOracle.PriceNotOk.selector, weth, status));
        oracle.poke(weth);
        address[] memory tokens = new address[](1);
        tokens[0] = weth;
        assertEq(oracle.pokeMany(tokens), 0);
        assertEq(oracle.forecast(weth).lastPoke, before.lastPoke);

        skip(2 * PERIOD); // stale by now
        assertGt(oracle.volatility(weth), before.volatility, "missed time widens");
        _setPrice(WETH_ASSET, before.price);
        oracle.poke(weth);
    }

    function test_RevertWhen_PriceDoesNotFit() public {
        _setPrice(WETH_ASSET, uint256(type(uint112).max) + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IVolatilityOracle.SampleOutOfBounds.selector, uint256(type(uint112).max) + 1, type(uint112).max
            )
        );
        oracle.poke(weth);
        _setPrice(WETH_ASSET, type(uint112).max);
        oracle.poke(weth);
        assertEq(oracle.forecast(weth).price, type(uint112).max);
    }

    function testFuzz_RevertWhen_NotListedOrSeeded(address token, uint8 asset) public {
        vm.assume(token != weth && token != wbtc);
        asset = uint8(bound(asset, 0, 15));
        vm.expectRevert(abi.encodeWithSelector(IVolatilityOracle.NotListed.selector, token));
        oracle.poke(token);
        assertEq(oracle.volatility(token), 0);
        assertEq(oracle.forecast(token).volatility, 0);
        _setPrice(asset, 1e18);
        vm.prank(admin);
        oracle.list(token, MARKET, asset, STRESS);
        vm.expectRevert(abi.encodeWithSelector(IVolatilityOracle.NotSeeded.selector, token));
        oracle.poke(token);
        address[] memory tokens = new address[](1);
        tokens[0] = token;
        assertEq(oracle.pokeMany(tokens), 0);
    }

    /// @notice The event says what the views say after it.
    /// forge-config: default.fuzz.runs = 32
    function testFuzz_PokeEmits(uint256 random, address caller) public {
        _walk(random, 10);
        skip(PERIOD);
        uint256 price = _step(WETH_PRICE, random, 0.02e18);
        _setPrice(WETH_ASSET, price);
        uint256 snapshot = vm.snapshotState();
        oracle.poke(weth);
        VolatilityReport memory r = oracle.forecast(weth);
        vm.revertToState(snapshot);
        vm.expectEmit(address(oracle));
        emit IVolatilityOracle.Poke(weth, caller, price, r.volatility, r.baseline, r.learned, block.timestamp);
        vm.prank(caller);
        oracle.poke(weth);
        assertEq(r.price, price);
    }

    /// @notice A bad print is clipped, counted and told.
    /// forge-config: default.fuzz.runs = 32
    function testFuzz_ClipsAreCounted(uint256 factor, uint8 samples) public {
        _walk(factor, 24);
        for (uint256 i = 1; i <= bound(samples, 1, 5); ++i) {
            skip(PERIOD);
            uint256 price = oracle.forecast(weth).price;
            _setPrice(WETH_ASSET, i % 2 == 0 ? price / bound(factor, 8, 1e6) : price * bound(factor, 8, 1e6));
            vm.expectEmit(address(oracle));
            emit IVolatilityOracle.Clip(weth, i);
            oracle.poke(weth);
            assertEq(oracle.forecast(weth).clips, i);
        }
    }

    function testFuzz_PokeManyPassesOver(uint256 random, address unknown) public {
        vm.assume(unknown != weth && unknown != wbtc);
        _walk(random, 3);
        address[] memory tokens = new address[](4);
        (tokens[0], tokens[1], tokens[2], tokens[3]) = (weth, unknown, wbtc, weth);
        assertEq(oracle.pokeMany(tokens), 0, "too early");
        skip(PERIOD);
        assertEq(oracle.pokeMany(tokens), 2, "each once");
        assertEq(oracle.forecast(wbtc).lastPoke, block.timestamp);
    }

    /* VOLATILITY */

    /// @notice 121: stale widens towards stress in a day, and the next sample starts from what it widened to.
    /// forge-config: default.fuzz.runs = 12
    function testFuzz_StaleWidens(uint256 random, uint256 age) public {
        _walk(random, 24 * 8);
        VolatilityReport memory r = oracle.forecast(weth);
        assertLt(r.volatility, STRESS);
        assertEq(r.staleAfter, r.lastPoke + 2 * PERIOD);
        vm.warp(r.staleAfter);
        assertEq(oracle.volatility(weth), r.volatility, "within grace");
        age = bound(age, 1 minutes, 2 days);
        skip(age);
        uint256 widened = oracle.volatility(weth);
        assertGt(widened, r.volatility, "widens");
        if (age >= 1 days) assertApproxEqRel(widened, STRESS, 1e9, "stress in a day");
        oracle.poke(weth); // price as it was
        assertGe(oracle.volatility(weth), widened * 959 / 1000, "an hour's fading, not back to the old value");
    }

    /// @notice In use is the forecast that counts or the 6-hour average, whichever is higher, or a slow descent to them.
    /// forge-config: default.fuzz.runs = 8
    function testFuzz_UsedIsTheHigher(uint256 random, uint256 crash) public {
        _walk(random, 24 * 20);
        VolatilityReport memory r = oracle.forecast(weth);
        uint256 least = r.counted > r.ewma6h ? r.counted : r.ewma6h;
        assertGe(r.volatility, least, "never below either");
        assertLe(r.volatility, least * 13 / 10, "settled");
        skip(PERIOD);
        _setPrice(WETH_ASSET, r.price * (1e18 - bound(crash, 0.05e18, 0.09e18)) / 1e18);
        oracle.poke(weth);
        VolatilityReport memory after_ = oracle.forecast(weth);
        assertEq(after_.volatility, after_.ewma6h, "fast up: the 6-hour average leads in a crash");
        assertGt(after_.volatility, r.volatility * 3 / 2);
        assertEq(after_.clips, 0, "a crash is no bad print");
    }

    /// @notice Calm weekends are learned: after two months the learned forecast counts, and is the better one.
    /// forge-config: default.fuzz.runs = 3
    function testFuzz_LearnsTheWeek(uint256 random) public {
        uint256 price = WETH_PRICE;
        for (uint256 i; i < 24 * 75; ++i) {
            random = uint256(keccak256(abi.encode(random)));
            bool isWeekend = (block.timestamp / 1 days + 4) % 7 >= 5;
            price = _step(price, random, isWeekend ? 0.001e18 : 0.02e18);
            _setPrice(WETH_ASSET, price);
            skip(PERIOD);
            oracle.poke(weth);
        }
        VolatilityReport memory r = oracle.forecast(weth);
        assertEq(r.scored, 24 * 75 - 24 - 1, "one score an hour from the second day on");
        assertTrue(r.learnedCounts);
        assertLt(r.learnedScore, r.baselineScore * 97 / 100, "better by 3 %");
        assertEq(r.counted, r.learned);
    }

    /* CORRELATION */

    /// forge-config: default.fuzz.runs = 2
    function testFuzz_CorrelationIsSeen(uint256 random) public {
        assertEq(oracle.correlation(weth, wbtc), 0, "unknown is none");
        _walk(random, 24 * 90); // the seed has left the long window
        assertGt(oracle.correlation(weth, wbtc), 205, "they share all but a tenth of their variance");
        assertEq(oracle.correlation(weth, wbtc), oracle.correlation(wbtc, weth));
        assertEq(oracle.correlation(wbtc, wbtc), 255);
        assertFalse(oracle.correlationsPart(weth, wbtc));
        assertFalse(oracle.forecast(wbtc).correlationParts);

        uint256 price = oracle.forecast(wbtc).price;
        for (uint256 i; i < 60; ++i) {
            random = uint256(keccak256(abi.encode(random)));
            _setPrice(WETH_ASSET, _step(oracle.forecast(weth).price, random, 0.01e18));
            price = _step(price, random >> 128, 0.01e18);
            _setPrice(WBTC_ASSET, price);
            skip(PERIOD);
            oracle.poke(weth);
            oracle.poke(wbtc);
        }
        assertTrue(oracle.correlationsPart(weth, wbtc), "sixty hours apart");
        assertTrue(oracle.forecast(wbtc).correlationParts);
        assertLt(oracle.correlation(weth, wbtc), 160, "the lower window counts");
    }

    /// @notice Opposite moves, no factor and a new factor give no credit.
    /// forge-config: default.fuzz.runs = 8
    function testFuzz_NoCorrelationNoCredit(uint256 random) public {
        uint256 price = WETH_PRICE;
        for (uint256 i; i < 60; ++i) {
            random = uint256(keccak256(abi.encode(random)));
            price = _step(price, random, 0.01e18);
            _setPrice(WETH_ASSET, price);
            _setPrice(WBTC_ASSET, 1e40 / price);
            skip(PERIOD);
            oracle.poke(weth);
            oracle.poke(wbtc);
        }
        assertEq(oracle.correlation(weth, wbtc), 0, "negative");
        _walk(random, 24 * 10);
        assertGt(oracle.correlation(weth, wbtc), 0);
        vm.startPrank(admin);
        oracle.setFactor(address(0));
        assertEq(oracle.correlation(weth, wbtc), 0, "no factor");
        oracle.setFactor(weth);
        assertEq(oracle.correlation(weth, wbtc), 0, "starts over");
    }

    /// @notice A bad print is no evidence of moving together, whatever the factor does meanwhile.
    /// forge-config: default.fuzz.runs = 8
    function testFuzz_ClipsAddNoCorrelation(uint256 random, uint256 factor) public {
        (uint256 wethPrice, uint256 wbtcPrice) = _walk(random, 24 * 10);
        uint256 before = oracle.correlation(weth, wbtc);
        skip(PERIOD);
        _setPrice(WETH_ASSET, wethPrice * 109 / 100);
        _setPrice(WBTC_ASSET, wbtcPrice * bound(factor, 8, 1e6));
        oracle.poke(weth);
        oracle.poke(wbtc);
        assertEq(oracle.forecast(wbtc).clips, 1);
        assertLe(oracle.correlation(weth, wbtc), before);
    }

    /* GOVERNANCE */

    function testFuzz_RevertWhen_NotGovernance(address caller) public {
        vm.assume(caller != admin);
        bytes memory denied = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        vm.startPrank(caller);
        vm.expectRevert(denied);
        oracle.list(weth, MARKET, WETH_ASSET, STRESS);
        vm.expectRevert(denied);
        oracle.seed(weth, SEED);
        vm.expectRevert(denied);
        oracle.setSamplePeriod(PERIOD);
        vm.expectRevert(denied);
        oracle.setFactor(weth);
    }

    /// @notice Seeding is once only: governance cannot bring a volatility down by hand.
    function testFuzz_SeedOnce(address token, uint256 volatility, uint256 again) public {
        vm.assume(token != weth && token != wbtc);
        volatility = bound(volatility, 0.01e18, STRESS);
        vm.startPrank(admin);
        vm.expectRevert(abi.encodeWithSelector(IVolatilityOracle.NotListed.selector, token));
        oracle.seed(token, volatility);
        oracle.list(token, MARKET, WETH_ASSET, STRESS);
        vm.expectEmit(address(oracle));
        emit IVolatilityOracle.Seed(token, volatility);
        oracle.seed(token, volatility);
        assertApproxEqRel(oracle.volatility(token), volatility, 1e9);
        vm.expectRevert(abi.encodeWithSelector(IVolatilityOracle.AlreadySeeded.selector, token));
        oracle.seed(token, again);
    }

    function testFuzz_Bounds(uint256 value) public {
        vm.startPrank(admin);
        _expectBounds("samplePeriod", value, 10, 4 hours);
        oracle.setSamplePeriod(value);
        _expectBounds("stress", value, 0.5e18, 5e18);
        oracle.list(wbtc, MARKET, WBTC_ASSET, value);
        uint8 asset = uint8(value);
        _setPrice(asset & 15, 1e18);
        _expectBounds("asset", asset, 0, 15);
        oracle.list(stranger, MARKET, asset, STRESS);
        if (asset > 15) return;
        _expectBounds("seed", value, 0.01e18, STRESS);
        oracle.seed(stranger, value);
    }

    function testFuzz_GovernanceEmits(uint256 period, uint256 stress) public {
        period = bound(period, 10, 4 hours);
        stress = bound(stress, 0.5e18, 5e18);
        vm.startPrank(admin);
        vm.expectEmit(address(oracle));
        emit IVolatilityOracle.List(weth, MARKET, WBTC_ASSET, stress);
        oracle.list(weth, MARKET, WBTC_ASSET, stress);
        (uint16 market, uint8 asset, uint256 kept) = oracle.listing(weth);
        assertEq(abi.encode(market, asset, kept), abi.encode(MARKET, WBTC_ASSET, stress));
        vm.expectEmit(address(oracle));
        emit IVolatilityOracle.SetSamplePeriod(period);
        oracle.setSamplePeriod(period);
        assertEq(oracle.samplePeriod(), period);
        vm.expectEmit(address(oracle));
        emit IVolatilityOracle.SetFactor(wbtc);
        oracle.setFactor(wbtc);
        assertEq(oracle.factor(), wbtc);
        vm.expectRevert(abi.encodeWithSelector(IVolatilityOracle.NotListed.selector, stranger));
        oracle.setFactor(stranger);
    }

    function testFuzz_RevertWhen_ListedPriceIsNotOk(uint8 asset) public {
        asset = uint8(bound(asset, 3, 15));
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IVolatilityOracle.PriceNotOk.selector, stranger, PriceStatus.Down));
        oracle.list(stranger, MARKET, asset, STRESS);
    }

    function testFuzz_RevertWhen_PeriodOfConstructorIsOutOfBounds(uint256 period) public {
        _expectBounds("samplePeriod", period, 10, 4 hours);
        new VolatilityOracle(address(manager), address(prices), period);
    }

    function _expectBounds(bytes32 name, uint256 value, uint256 least, uint256 most) private {
        if (value >= least && value <= most) return;
        vm.expectRevert(
            abi.encodeWithSelector(Errors.ParameterOutOfBounds.selector, name, value, value < least ? least : most)
        );
    }
}
