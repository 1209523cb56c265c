// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Answers any call the way it is told to: what a broken or malicious aggregator or pool can do.
contract HostileSource {
    enum Mode {
        Honest,
        Revert,
        BurnGas,
        ReturnBomb,
        RevertBomb
    }

    /// @dev Far from the first slots, so that the code can also be put in the place of a contract that uses them.
    struct Behaviour {
        Mode mode;
        uint256 work;
        bytes answer;
        bytes past;
    }

    /// @dev getRoundData(uint80), of which a round may be answered otherwise than the latest one.
    bytes4 private constant PAST = 0x9a6fc8f5;

    uint256 private constant BOMB = 1 << 20;

    function setMode(Mode mode) external {
        _behaviour().mode = mode;
    }

    /// @notice Gas that an honest answer takes.
    function setWork(uint256 work) external {
        _behaviour().work = work;
    }

    function setAnswer(bytes calldata newAnswer) external {
        _behaviour().answer = newAnswer;
    }

    /// @notice Answer about earlier rounds; empty for the same as about the latest.
    function setPast(bytes calldata newPast) external {
        _behaviour().past = newPast;
    }

    function setRound(uint80 roundId, int256 price, uint256 updatedAt, uint80 answeredInRound) external {
        _behaviour().answer = abi.encode(roundId, price, updatedAt, updatedAt, answeredInRound);
    }

    function answer() external view returns (bytes memory) {
        return _behaviour().answer;
    }

    function decimals() external pure returns (uint8) {
        return 8;
    }

    function description() external pure returns (string memory) {
        return "TEST / USD";
    }

    fallback() external {
        Mode mode = _behaviour().mode;
        require(mode != Mode.Revert, "no data");
        while (mode == Mode.BurnGas) {}
        if (mode == Mode.ReturnBomb) {
            assembly ("memory-safe") {
                return(0, BOMB)
            }
        }
        if (mode == Mode.RevertBomb) {
            assembly ("memory-safe") {
                revert(0, BOMB)
            }
        }
        uint256 work = _behaviour().work;
        uint256 start = gasleft();
        while (start - gasleft() < work) {}
        bytes memory data = _behaviour().answer;
        if (msg.sig == PAST && _behaviour().past.length != 0) data = _behaviour().past;
        assembly ("memory-safe") {
            return(add(data, 32), mload(data))
        }
    }

    function _behaviour() private pure returns (Behaviour storage b) {
        assembly ("memory-safe") {
            b.slot := not(0xff)
        }
    }
}
