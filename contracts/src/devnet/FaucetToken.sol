// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title Test token of local chains and test networks.
/// @notice Plain ERC-20 with EIP-2612. Anyone draws a limited amount per call, so that a person can start; one minter
/// draws any amount, so that a market can be filled. It has no value and must never be listed where value is.
contract FaucetToken is ERC20Permit {
    /// @notice Thrown when more is drawn than one call gives [token units].
    error FaucetLimitExceeded(uint256 actual, uint256 bound);
    /// @notice Thrown when somebody else than the minter mints.
    error NotMinter(address caller);

    /// @notice Most that one `faucet` call gives [token units].
    uint256 public immutable FAUCET_LIMIT;
    address public immutable MINTER;
    uint8 private immutable _DECIMALS;

    constructor(string memory name_, string memory symbol_, uint8 decimals_, uint256 faucetLimit, address minter)
        ERC20(name_, symbol_)
        ERC20Permit(name_)
    {
        _DECIMALS = decimals_;
        FAUCET_LIMIT = faucetLimit;
        MINTER = minter;
    }

    /// @notice Gives the caller `amount` [token units], at most `FAUCET_LIMIT` a call.
    function faucet(uint256 amount) external {
        require(amount <= FAUCET_LIMIT, FaucetLimitExceeded(amount, FAUCET_LIMIT));
        _mint(msg.sender, amount);
    }

    /// @notice Gives `to` any amount [token units].
    function mint(address to, uint256 amount) external {
        require(msg.sender == MINTER, NotMinter(msg.sender));
        _mint(to, amount);
    }

    function decimals() public view override returns (uint8) {
        return _DECIMALS;
    }
}
