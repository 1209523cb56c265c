// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "solady/utils/EIP712.sol";
import {SignatureCheckerLib} from "solady/utils/SignatureCheckerLib.sol";

import {IMarginEngineExtension} from "../../interfaces/IMarginEngine.sol";
import {Errors} from "../../libraries/Errors.sol";
import {EngineReserves} from "../EngineReserves.sol";

/// @title Operators by EIP-712 signature.
/// @dev The domain's contract is the engine: this code runs at its address.
abstract contract EngineSignatures is EngineReserves, EIP712, IMarginEngineExtension {
    bytes32 private constant SET_OPERATOR_TYPEHASH =
        keccak256("SetOperator(address owner,address operator,bool approved,uint256 nonce,uint256 deadline)");

    /// @inheritdoc IMarginEngineExtension
    function setOperator(address operator, bool approved) external {
        _operators[msg.sender][operator] = approved;
        emit SetOperator(msg.sender, operator, approved);
    }

    /// @inheritdoc IMarginEngineExtension
    function setOperatorWithSignature(
        address owner,
        address operator,
        bool approved,
        uint256 deadline,
        bytes calldata signature
    ) external {
        require(block.timestamp <= deadline, Errors.DeadlinePassed(block.timestamp, deadline));
        bytes32 digest = _hashTypedData(
            keccak256(abi.encode(SET_OPERATOR_TYPEHASH, owner, operator, approved, _nonces[owner]++, deadline))
        );
        require(
            owner != address(0) && SignatureCheckerLib.isValidSignatureNowCalldata(owner, digest, signature),
            Errors.InvalidSignature()
        );
        _operators[owner][operator] = approved;
        emit SetOperator(owner, operator, approved);
    }

    /// @inheritdoc IMarginEngineExtension
    function nonces(address owner) external view returns (uint256) {
        return _nonces[owner];
    }

    function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
        return ("Gimbal", "1");
    }
}
