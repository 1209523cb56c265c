// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {DepthParameters, DepthPool, IDepthOracle} from "../../../src/interfaces/IDepthOracle.sol";
import {DepthOracle} from "../../../src/risk/DepthOracle.sol";
import {DepthTest} from "./DepthTest.sol";

/// @notice Which pools are accepted.
contract SetPoolsTest is DepthTest {
    function test_SetsAndForgets() public {
        IUniswapV3Pool pool = _ethPool();
        vm.expectEmit(address(depths));
        emit IDepthOracle.SetPools(address(weth), _parameters(), _one(pool, ETH, 0));
        _setPool(weth, pool, ETH, 0);
        _observeAll(weth);
        assertGt(_depth(), 0);
        _setPool(weth, pool, ETH, 0);
        assertEq(_depth(), 0, "samples of another list say nothing");
        vm.prank(admin);
        depths.setPools(address(weth), _parameters(), new DepthPool[](0));
        vm.expectRevert(abi.encodeWithSelector(IDepthOracle.NoPools.selector, weth));
        depths.observe(address(weth));
    }

    function testFuzz_RevertWhen_NotAllowed(address caller) public {
        vm.assume(caller != admin);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        depths.setPools(address(weth), _parameters(), new DepthPool[](0));
    }

    function testFuzz_RevertWhen_TheMemoryIsTooShort(uint16 cardinality) public {
        cardinality = uint16(bound(cardinality, 2, WINDOW / BLOCK));
        IUniswapV3Pool pool = IUniswapV3Pool(factory.createPool(address(weth), address(usdc), 500));
        pool.initialize(_sqrtPrice(weth, usdc, WETH_PRICE, USDC_PRICE));
        trader.addFullRange(pool, 1e15);
        bytes memory never = abi.encodeWithSelector(IDepthOracle.PoolCardinalityTooLow.selector, pool, 1, 151);
        _refuse(weth, _one(pool, ETH, 0), never);

        pool.increaseObservationCardinalityNext(cardinality);
        _refuse(weth, _one(pool, ETH, 0), never); // it grows with the next trade
        _age(pool);
        _refuse(
            weth,
            _one(pool, ETH, 0),
            abi.encodeWithSelector(IDepthOracle.PoolCardinalityTooLow.selector, pool, cardinality, 151)
        );
    }

    function testFuzz_RevertWhen_TheWindowIsLongerThanTheHistory(uint16 age) public {
        IUniswapV3Pool pool = _emptyPool(weth, usdc, WETH_PRICE, USDC_PRICE, 500);
        trader.addFullRange(pool, 1e18);
        _skip(bound(age, BLOCK, WINDOW - 1));
        trader.tradeTo(pool, _sqrtPrice(weth, usdc, WETH_PRICE * 1001 / 1000, USDC_PRICE));
        _refuse(
            weth, _one(pool, ETH, 0), abi.encodeWithSelector(IDepthOracle.PoolHistoryTooShort.selector, pool, WINDOW)
        );
    }

    function test_RevertWhen_ThePoolHasNoPrice() public {
        IUniswapV3Pool pool = IUniswapV3Pool(factory.createPool(address(weth), address(usdc), 500));
        _refuse(weth, _one(pool, ETH, 0), abi.encodeWithSelector(IDepthOracle.PoolNotInitialized.selector, pool));
    }

    /// @notice The quote listing is another token than the pool's (a price off by any factor), or the token is not there.
    function test_RevertWhen_TheTokensDoNotMatch() public {
        IUniswapV3Pool pool = _ethPool();
        _refuse(
            weth, _one(pool, ETH, 1), abi.encodeWithSelector(IDepthOracle.PoolQuoteMismatch.selector, pool, weth, usdc)
        );
        _refuse(
            weth, _one(pool, BTC, 1), abi.encodeWithSelector(IDepthOracle.PoolQuoteMismatch.selector, pool, wbtc, usdc)
        );
        _refuse(wbtc, _one(pool, BTC, 0), abi.encodeWithSelector(IDepthOracle.PoolNotAccepted.selector, pool));
    }

    function test_RevertWhen_ListedTwice() public {
        IUniswapV3Pool pool = _ethPool();
        DepthPool[] memory pools = new DepthPool[](2);
        (pools[0], pools[1]) = (DepthPool(address(pool), ETH, 0), DepthPool(address(pool), CROSS, 0));
        _refuse(weth, pools, abi.encodeWithSelector(IDepthOracle.PoolNotAccepted.selector, pool));
    }

    /// @notice A pool of another factory may say anything.
    function test_RevertWhen_NotOfTheFactory() public {
        IUniswapV3Pool pool = _ethPool();
        DepthOracle other = new DepthOracle(address(manager), address(engine), address(this), WINDOW, 600, BLOCK);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IDepthOracle.PoolNotAccepted.selector, pool));
        other.setPools(address(weth), _parameters(), _one(pool, ETH, 0));
    }

    /// @dev Stands in for a factory that knows no pools.
    function getPool(address, address, uint24) external pure returns (address) {}

    function testFuzz_RevertWhen_TooManyPools(uint8 count) public {
        count = uint8(bound(count, 5, 255));
        _refuse(weth, new DepthPool[](count), abi.encodeWithSelector(IDepthOracle.TooManyPools.selector, count, 4));
    }

    function testFuzz_RevertWhen_OutOfBounds(uint24 window, uint24 spacing) public {
        vm.assume(window < WINDOW || window > 1 days);
        vm.prank(admin);
        vm.expectRevert(
            abi.encodeWithSelector(
                IDepthOracle.DepthParameterOutOfBounds.selector,
                bytes32("window"),
                window,
                window < WINDOW ? WINDOW : 1 days
            )
        );
        depths.setPools(address(weth), DepthParameters(window, SPACING), new DepthPool[](0));

        spacing = uint24(spacing % 2 == 0 ? bound(spacing, 0, 599) : bound(spacing, 6 hours + 1, type(uint24).max));
        vm.prank(admin);
        vm.expectRevert(
            abi.encodeWithSelector(
                IDepthOracle.DepthParameterOutOfBounds.selector,
                bytes32("spacing"),
                spacing,
                spacing < 600 ? 600 : 6 hours
            )
        );
        depths.setPools(address(weth), DepthParameters(WINDOW, spacing), new DepthPool[](0));
    }
}
