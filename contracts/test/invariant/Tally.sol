// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice How often each action of a campaign was called, and how often it did something.
abstract contract Tally {
    mapping(string action => uint256) private _calls;
    mapping(string action => uint256) private _successes;
    string[] private _actions;
    /// @notice Steps outside the law that were refused with the right error.
    uint256 public refused;

    function actionCount() external view returns (uint256) {
        return _actions.length;
    }

    function tally(uint256 i) external view returns (string memory action, uint256 called, uint256 succeeded) {
        action = _actions[i];
        return (action, _calls[action], _successes[action]);
    }

    function _called(string memory action) internal {
        if (_calls[action]++ == 0) _actions.push(action);
    }

    function _succeeded(string memory action) internal {
        ++_successes[action];
    }
}
