// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

interface IFluxAggregator {
    function submit(uint256 roundId, int256 answer) external;
    function latestRound() external view returns (uint256);
    function changeOracles(
        address[] calldata removed,
        address[] calldata added,
        address[] calldata admins,
        uint32 minSubmissions,
        uint32 maxSubmissions,
        uint32 restartDelay
    ) external;
}

interface IAggregatorProxy {
    function aggregator() external view returns (address);
    function proposeAggregator(address aggregator) external;
    function confirmAggregator(address aggregator) external;
}

/// @notice Chainlink's published aggregator and proxy, built by `script/build-chainlink.mjs`. The caller owns them and
/// is the only oracle.
library Chainlink {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @notice A proxy before a fresh aggregator.
    function deployFeed(uint8 decimals, int256 answer) internal returns (IAggregatorProxy) {
        IFluxAggregator aggregator = deployAggregator(decimals, answer);
        return IAggregatorProxy(_create("EACAggregatorProxy", abi.encode(aggregator, address(0))));
    }

    /// @notice A proxy before a fresh aggregator in another unit than USD.
    function deployFeed(uint8 decimals, int256 answer, string memory description) internal returns (IAggregatorProxy) {
        IFluxAggregator aggregator = deployAggregator(decimals, answer, description);
        return IAggregatorProxy(_create("EACAggregatorProxy", abi.encode(aggregator, address(0))));
    }

    function deployAggregator(uint8 decimals, int256 answer) internal returns (IFluxAggregator) {
        return deployAggregator(decimals, answer, "TEST / USD");
    }

    /// @notice An aggregator that believes any answer, with its first one.
    function deployAggregator(uint8 decimals, int256 answer, string memory description)
        internal
        returns (IFluxAggregator aggregator)
    {
        bytes memory arguments = abi.encode(
            address(0), uint128(0), uint32(0), address(0), type(int256).min, type(int256).max, decimals, description
        );
        aggregator = IFluxAggregator(_create("FluxAggregator", arguments));
        address[] memory oracles = new address[](1);
        oracles[0] = address(this);
        aggregator.changeOracles(new address[](0), oracles, oracles, 1, 1, 0);
        publish(aggregator, answer);
    }

    function publish(IAggregatorProxy proxy, int256 answer) internal {
        publish(IFluxAggregator(proxy.aggregator()), answer);
    }

    function publish(IFluxAggregator aggregator, int256 answer) internal {
        aggregator.submit(aggregator.latestRound() + 1, answer);
    }

    function replaceAggregator(IAggregatorProxy proxy, IFluxAggregator aggregator) internal {
        proxy.proposeAggregator(address(aggregator));
        proxy.confirmAggregator(address(aggregator));
    }

    function _create(string memory name, bytes memory arguments) private returns (address deployed) {
        string memory artifact = VM.readFile(string.concat("out-chainlink/", name, ".json"));
        bytes memory code = bytes.concat(VM.parseJsonBytes(artifact, ".bytecode"), arguments);
        assembly ("memory-safe") {
            deployed := create(0, add(code, 32), mload(code))
        }
        require(deployed != address(0), "not deployed");
    }
}
