// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Checkpoint, KEPT} from "./Checkpoint.sol";
import {IPriceOracleAdmin} from "./IPriceOracleAdmin.sol";
import {PythWord} from "./PythWord.sol";
import {OracleParameters} from "./SourceParameters.sol";
import {FeedWord, WitnessWord} from "./SourceWords.sol";
import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

/// @notice The sources of one asset. A feed alone takes one slot to read, a witness or Pyth one or two more.
/// @param token Only read by setters, and with `trigger` by the view of the latency: 20 + 2 bytes.
/// @param trigger Move at which the feed publishes before its heartbeat [1e-4]; 0 if it does not.
struct Source {
    FeedWord feed;
    WitnessWord witness;
    PythWord pyth;
    bytes32 pythId;
    address token;
    uint16 trigger;
}

/// @notice A source that is proposed: a feed, or a Pyth price if `feed` is 0.
/// @param trigger, startedAt, sampledAt, samples 2 + 6 + 6 + 4 bytes; there is no proposal while `startedAt` is 0.
struct Proposal {
    FeedWord feed;
    PythWord pyth;
    bytes32 pythId;
    uint16 trigger;
    uint48 startedAt;
    uint48 sampledAt;
    uint32 samples;
}

/// @title Where the oracle keeps its sources, and what belongs to its chain
abstract contract SourceStorage is IPriceOracleAdmin, AccessManaged {
    uint256 internal constant MAX_ASSET_INDEX = 15;
    /// @dev Of a price in USD wad, and the most that a token or a feed has.
    uint256 internal constant MAX_DECIMALS = 18;
    uint256 internal constant MAX_WINDOW = 1 days;
    uint256 internal constant MIN_GRACE = 1 minutes;
    uint256 internal constant MAX_GRACE = 4 hours;
    uint256 internal constant MIN_SHADOW = 64 seconds;
    uint256 internal constant MAX_SHADOW = 30 days;
    uint256 internal constant SAMPLES_NEEDED = 50;
    /// @dev Spacings in a shadow period: a keeper that takes every sample has the fifty after four fifths of it.
    uint256 internal constant SPACINGS = 64;

    /// @inheritdoc IPriceOracleAdmin
    uint256 public immutable MIN_WINDOW;
    /// @inheritdoc IPriceOracleAdmin
    uint256 public immutable BLOCK_INTERVAL;
    /// @inheritdoc IPriceOracleAdmin
    address public immutable PYTH;
    /// @inheritdoc IPriceOracleAdmin
    address public immutable SEQUENCER;
    /// @inheritdoc IPriceOracleAdmin
    uint256 public immutable GRACE_PERIOD;
    /// @inheritdoc IPriceOracleAdmin
    uint256 public immutable SHADOW_PERIOD;

    /// @dev By `market << 8 | asset`, as are the proposals.
    mapping(uint256 id => Source) internal sources;
    mapping(uint256 id => Proposal) internal proposals;
    /// @dev By `WitnessWord.averageOf`, so that all assets of one average share them; then by interval of time.
    mapping(uint256 average => Checkpoint[KEPT]) internal checkpoints;

    constructor(address authority, OracleParameters memory p) AccessManaged(authority) {
        require(p.minWindow != 0 && p.minWindow <= MAX_WINDOW, WindowOutOfBounds(p.minWindow, MAX_WINDOW));
        require(p.blockInterval != 0 && p.blockInterval <= p.minWindow, WindowOutOfBounds(p.blockInterval, p.minWindow));
        require(p.shadowPeriod >= MIN_SHADOW, ShadowPeriodOutOfBounds(p.shadowPeriod, MIN_SHADOW));
        require(p.shadowPeriod <= MAX_SHADOW, ShadowPeriodOutOfBounds(p.shadowPeriod, MAX_SHADOW));
        uint256 least = p.sequencer == address(0) ? 0 : MIN_GRACE;
        uint256 most = p.sequencer == address(0) ? 0 : MAX_GRACE;
        require(p.gracePeriod >= least, GracePeriodOutOfBounds(p.gracePeriod, least));
        require(p.gracePeriod <= most, GracePeriodOutOfBounds(p.gracePeriod, most));
        MIN_WINDOW = p.minWindow;
        BLOCK_INTERVAL = p.blockInterval;
        PYTH = p.pyth;
        SEQUENCER = p.sequencer;
        GRACE_PERIOD = p.gracePeriod;
        SHADOW_PERIOD = p.shadowPeriod;
    }

    function _source(uint256 market, uint256 asset) internal view returns (Source storage) {
        return sources[_id(market, asset)];
    }

    function _id(uint256 market, uint256 asset) internal pure returns (uint256) {
        require(asset <= MAX_ASSET_INDEX, AssetIndexOutOfBounds(asset, MAX_ASSET_INDEX));
        return market << 8 | asset;
    }

    function _spacing() internal view returns (uint256) {
        return SHADOW_PERIOD / SPACINGS;
    }
}
