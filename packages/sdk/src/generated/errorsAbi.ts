//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// AllErrors
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const allErrorsAbi = [
  {
    type: 'error',
    inputs: [{ name: 'authority', type: 'address' }],
    name: 'AccessManagedInvalidAuthority',
  },
  {
    type: 'error',
    inputs: [
      { name: 'caller', type: 'address' },
      { name: 'delay', type: 'uint32' },
    ],
    name: 'AccessManagedRequiredDelay',
  },
  {
    type: 'error',
    inputs: [{ name: 'caller', type: 'address' }],
    name: 'AccessManagedUnauthorized',
  },
  {
    type: 'error',
    inputs: [{ name: 'operationId', type: 'bytes32' }],
    name: 'AccessManagerAlreadyScheduled',
  },
  { type: 'error', inputs: [], name: 'AccessManagerBadConfirmation' },
  {
    type: 'error',
    inputs: [{ name: 'operationId', type: 'bytes32' }],
    name: 'AccessManagerExpired',
  },
  {
    type: 'error',
    inputs: [{ name: 'initialAdmin', type: 'address' }],
    name: 'AccessManagerInvalidInitialAdmin',
  },
  {
    type: 'error',
    inputs: [{ name: 'selector', type: 'bytes4' }],
    name: 'AccessManagerLockedFunction',
  },
  {
    type: 'error',
    inputs: [{ name: 'roleId', type: 'uint64' }],
    name: 'AccessManagerLockedRole',
  },
  {
    type: 'error',
    inputs: [{ name: 'operationId', type: 'bytes32' }],
    name: 'AccessManagerNotReady',
  },
  {
    type: 'error',
    inputs: [{ name: 'operationId', type: 'bytes32' }],
    name: 'AccessManagerNotScheduled',
  },
  {
    type: 'error',
    inputs: [
      { name: 'msgsender', type: 'address' },
      { name: 'roleId', type: 'uint64' },
    ],
    name: 'AccessManagerUnauthorizedAccount',
  },
  {
    type: 'error',
    inputs: [
      { name: 'caller', type: 'address' },
      { name: 'target', type: 'address' },
      { name: 'selector', type: 'bytes4' },
    ],
    name: 'AccessManagerUnauthorizedCall',
  },
  {
    type: 'error',
    inputs: [
      { name: 'msgsender', type: 'address' },
      { name: 'caller', type: 'address' },
      { name: 'target', type: 'address' },
      { name: 'selector', type: 'bytes4' },
    ],
    name: 'AccessManagerUnauthorizedCancel',
  },
  {
    type: 'error',
    inputs: [{ name: 'target', type: 'address' }],
    name: 'AccessManagerUnauthorizedConsume',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint16' },
      { name: 'requested', type: 'uint16' },
    ],
    name: 'AccountInOtherMarket',
  },
  {
    type: 'error',
    inputs: [
      { name: 'from', type: 'bytes32' },
      { name: 'to', type: 'bytes32' },
    ],
    name: 'AccountsNotMovable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ActivationOutOfBounds',
  },
  {
    type: 'error',
    inputs: [{ name: 'target', type: 'address' }],
    name: 'AddressEmptyCode',
  },
  {
    type: 'error',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'AlreadySeeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'AmountTooLarge',
  },
  { type: 'error', inputs: [], name: 'ApproveFailed' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'AssetIndexOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'asset', type: 'uint8' },
      { name: 'dependent', type: 'uint8' },
    ],
    name: 'AssetIsQuote',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'token', type: 'address' },
    ],
    name: 'AssetListing',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'AssetNotListed',
  },
  {
    type: 'error',
    inputs: [{ name: 'asset', type: 'uint8' }],
    name: 'BackstopAssetInvalid',
  },
  {
    type: 'error',
    inputs: [{ name: 'caller', type: 'address' }],
    name: 'BackstopCallbackNotAllowed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'bytes32' },
      { name: 'bound', type: 'bytes32' },
    ],
    name: 'BackstopDeskMismatch',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'BackstopNotDue',
  },
  {
    type: 'error',
    inputs: [{ name: 'account', type: 'bytes32' }],
    name: 'BackstopOwnAccount',
  },
  {
    type: 'error',
    inputs: [
      { name: 'name', type: 'bytes32' },
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'BackstopParameterOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'BackstopRoomExhausted',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'BorrowDisabled',
  },
  { type: 'error', inputs: [], name: 'CallNotAllowed' },
  {
    type: 'error',
    inputs: [{ name: 'caller', type: 'address' }],
    name: 'CallbackNotAllowed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'CardinalityTooLow',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'CheckpointTooSoon',
  },
  { type: 'error', inputs: [], name: 'CheckpointUnorderedInsertion' },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'CollateralDisabled',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ConfidenceLimitOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ConfidenceTooWide',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'CreditTooLow',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'DeadlinePassed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'DebtBelowMinimum',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'DebtCapExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'name', type: 'bytes32' },
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'DepthParameterOutOfBounds',
  },
  { type: 'error', inputs: [], name: 'ECDSAInvalidSignature' },
  {
    type: 'error',
    inputs: [{ name: 'length', type: 'uint256' }],
    name: 'ECDSAInvalidSignatureLength',
  },
  {
    type: 'error',
    inputs: [{ name: 's', type: 'bytes32' }],
    name: 'ECDSAInvalidSignatureS',
  },
  {
    type: 'error',
    inputs: [
      { name: 'spender', type: 'address' },
      { name: 'allowance', type: 'uint256' },
      { name: 'needed', type: 'uint256' },
    ],
    name: 'ERC20InsufficientAllowance',
  },
  {
    type: 'error',
    inputs: [
      { name: 'sender', type: 'address' },
      { name: 'balance', type: 'uint256' },
      { name: 'needed', type: 'uint256' },
    ],
    name: 'ERC20InsufficientBalance',
  },
  {
    type: 'error',
    inputs: [{ name: 'approver', type: 'address' }],
    name: 'ERC20InvalidApprover',
  },
  {
    type: 'error',
    inputs: [{ name: 'receiver', type: 'address' }],
    name: 'ERC20InvalidReceiver',
  },
  {
    type: 'error',
    inputs: [{ name: 'sender', type: 'address' }],
    name: 'ERC20InvalidSender',
  },
  {
    type: 'error',
    inputs: [{ name: 'spender', type: 'address' }],
    name: 'ERC20InvalidSpender',
  },
  {
    type: 'error',
    inputs: [{ name: 'deadline', type: 'uint256' }],
    name: 'ERC2612ExpiredSignature',
  },
  {
    type: 'error',
    inputs: [
      { name: 'signer', type: 'address' },
      { name: 'owner', type: 'address' },
    ],
    name: 'ERC2612InvalidSigner',
  },
  {
    type: 'error',
    inputs: [
      { name: 'receiver', type: 'address' },
      { name: 'assets', type: 'uint256' },
      { name: 'max', type: 'uint256' },
    ],
    name: 'ERC4626ExceededMaxDeposit',
  },
  {
    type: 'error',
    inputs: [
      { name: 'receiver', type: 'address' },
      { name: 'shares', type: 'uint256' },
      { name: 'max', type: 'uint256' },
    ],
    name: 'ERC4626ExceededMaxMint',
  },
  {
    type: 'error',
    inputs: [
      { name: 'owner', type: 'address' },
      { name: 'shares', type: 'uint256' },
      { name: 'max', type: 'uint256' },
    ],
    name: 'ERC4626ExceededMaxRedeem',
  },
  {
    type: 'error',
    inputs: [
      { name: 'owner', type: 'address' },
      { name: 'assets', type: 'uint256' },
      { name: 'max', type: 'uint256' },
    ],
    name: 'ERC4626ExceededMaxWithdraw',
  },
  { type: 'error', inputs: [], name: 'ETHTransferFailed' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ExitWindowOpen',
  },
  { type: 'error', inputs: [], name: 'FailedCall' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'FaucetLimitExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'FeedAnswerOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'FeedDecimalsChanged',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'FeedDecimalsOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'FeedNotSet',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'FeedStale',
  },
  {
    type: 'error',
    inputs: [
      { name: 'feed', type: 'address' },
      { name: 'composition', type: 'uint8' },
    ],
    name: 'FeedUnitMismatch',
  },
  {
    type: 'error',
    inputs: [{ name: 'feed', type: 'address' }],
    name: 'FeedUnusable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'GasTooLow',
  },
  {
    type: 'error',
    inputs: [
      { name: 'name', type: 'bytes32' },
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'GateParameterOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'GracePeriodOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'HarvestTooEarly',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'HealthLowered',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'HeartbeatOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'HedgeInBand',
  },
  {
    type: 'error',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'HorizonNotSet',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'InitialMarginNotMet',
  },
  {
    type: 'error',
    inputs: [
      { name: 'balance', type: 'uint256' },
      { name: 'needed', type: 'uint256' },
    ],
    name: 'InsufficientBalance',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'InsufficientCash',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'InsufficientCollateral',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'InsufficientGas',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'InsufficientShares',
  },
  {
    type: 'error',
    inputs: [
      { name: 'account', type: 'address' },
      { name: 'currentNonce', type: 'uint256' },
    ],
    name: 'InvalidAccountNonce',
  },
  {
    type: 'error',
    inputs: [{ name: 'executor', type: 'address' }],
    name: 'InvalidExecutor',
  },
  {
    type: 'error',
    inputs: [{ name: 'receiver', type: 'address' }],
    name: 'InvalidReceiver',
  },
  { type: 'error', inputs: [], name: 'InvalidShortString' },
  { type: 'error', inputs: [], name: 'InvalidSignature' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'LeverageBelowThreshold',
  },
  {
    type: 'error',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'MarketExists',
  },
  {
    type: 'error',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'MarketHalted',
  },
  {
    type: 'error',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'MarketNotFound',
  },
  {
    type: 'error',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'MarketPaused',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'MaxDeviationOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'MaxJumpOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'MinLiquidityOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'NettedToHalf',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'NettingNotDue',
  },
  {
    type: 'error',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'NoPools',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'NoProposal',
  },
  {
    type: 'error',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'caller', type: 'address' },
    ],
    name: 'NotAuthorized',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'address' },
      { name: 'bound', type: 'address' },
    ],
    name: 'NotBackstop',
  },
  { type: 'error', inputs: [], name: 'NotDeleveraging' },
  {
    type: 'error',
    inputs: [{ name: 'caller', type: 'address' }],
    name: 'NotEngine',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'NotLiquidatable',
  },
  {
    type: 'error',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'NotListed',
  },
  {
    type: 'error',
    inputs: [{ name: 'caller', type: 'address' }],
    name: 'NotMinter',
  },
  {
    type: 'error',
    inputs: [{ name: 'account', type: 'bytes32' }],
    name: 'NotOpposite',
  },
  {
    type: 'error',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'NotSeeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ObservationTooEarly',
  },
  {
    type: 'error',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'OpeningsClosed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'OrderExpired',
  },
  { type: 'error', inputs: [], name: 'Overflow' },
  {
    type: 'error',
    inputs: [{ name: 'account', type: 'bytes32' }],
    name: 'OwnAccount',
  },
  {
    type: 'error',
    inputs: [
      { name: 'collateralAsset', type: 'uint8' },
      { name: 'debtAsset', type: 'uint8' },
    ],
    name: 'PairLowersHealth',
  },
  {
    type: 'error',
    inputs: [
      { name: 'name', type: 'bytes32' },
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ParameterOutOfBounds',
  },
  {
    type: 'error',
    inputs: [{ name: 'length', type: 'uint256' }],
    name: 'PathInvalid',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'PenaltyStepTooLarge',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'PenaltyStepTooSoon',
  },
  { type: 'error', inputs: [], name: 'Permit2AmountOverflow' },
  { type: 'error', inputs: [], name: 'Permit2ApproveFailed' },
  { type: 'error', inputs: [], name: 'Permit2Failed' },
  { type: 'error', inputs: [], name: 'Permit2LockdownFailed' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'PokedTooEarly',
  },
  {
    type: 'error',
    inputs: [
      { name: 'pool', type: 'address' },
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'PoolCardinalityTooLow',
  },
  {
    type: 'error',
    inputs: [
      { name: 'pool', type: 'address' },
      { name: 'window', type: 'uint256' },
    ],
    name: 'PoolHistoryTooShort',
  },
  {
    type: 'error',
    inputs: [{ name: 'pool', type: 'address' }],
    name: 'PoolLocked',
  },
  {
    type: 'error',
    inputs: [{ name: 'pool', type: 'address' }],
    name: 'PoolNotAccepted',
  },
  {
    type: 'error',
    inputs: [{ name: 'pool', type: 'address' }],
    name: 'PoolNotFound',
  },
  {
    type: 'error',
    inputs: [{ name: 'pool', type: 'address' }],
    name: 'PoolNotInitialized',
  },
  {
    type: 'error',
    inputs: [{ name: 'asset', type: 'uint8' }],
    name: 'PoolNotSet',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'PoolPriceBeyondLimit',
  },
  {
    type: 'error',
    inputs: [
      { name: 'pool', type: 'address' },
      { name: 'actual', type: 'address' },
      { name: 'bound', type: 'address' },
    ],
    name: 'PoolQuoteMismatch',
  },
  {
    type: 'error',
    inputs: [
      { name: 'pool', type: 'address' },
      { name: 'token', type: 'address' },
      { name: 'quoteToken', type: 'address' },
    ],
    name: 'PoolTokensMismatch',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'PositionCapExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'PriceAboveMaximum',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'PriceBoundOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'token', type: 'address' },
      { name: 'status', type: 'uint8' },
    ],
    name: 'PriceNotOk',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'PriceUnavailable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ProceedsBelowDebt',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ProfitBelowMinimum',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'PythDeviates',
  },
  {
    type: 'error',
    inputs: [{ name: 'id', type: 'bytes32' }],
    name: 'PythUnusable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'QuoteNotUsd',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'QuotePriceUnavailable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'name', type: 'bytes32' },
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'RailOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'RailsNotSet',
  },
  { type: 'error', inputs: [], name: 'RateLimitExceeded' },
  { type: 'error', inputs: [], name: 'ReentrancyGuardReentrantCall' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'RequirementRaised',
  },
  {
    type: 'error',
    inputs: [
      { name: 'bits', type: 'uint8' },
      { name: 'value', type: 'uint256' },
    ],
    name: 'SafeCastOverflowedUintDowncast',
  },
  {
    type: 'error',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'SafeERC20FailedOperation',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'SameAsset',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SampleOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SampleTooOld',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SampleTooSoon',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SamplesTooFew',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ShadowPeriodOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'ShadowRequired',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'ShadowTooShort',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SharesWaiting',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SliceTooSoon',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SlippageExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SoldTooMuch',
  },
  {
    type: 'error',
    inputs: [{ name: 'str', type: 'string' }],
    name: 'StringTooLong',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SupplyCapExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SwapIncomplete',
  },
  {
    type: 'error',
    inputs: [
      { name: 'synced', type: 'address' },
      { name: 'moved', type: 'address' },
    ],
    name: 'SyncMismatch',
  },
  {
    type: 'error',
    inputs: [{ name: 'caller', type: 'address' }],
    name: 'TakerCallbackNotAllowed',
  },
  {
    type: 'error',
    inputs: [{ name: 'length', type: 'uint256' }],
    name: 'TakerPathInvalid',
  },
  {
    type: 'error',
    inputs: [{ name: 'pool', type: 'address' }],
    name: 'TakerPoolNotFound',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'TakerSwapIncomplete',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'Throttled',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'TokenDecimalsOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'address' },
      { name: 'bound', type: 'address' },
    ],
    name: 'TokenFixed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'TooManyPools',
  },
  { type: 'error', inputs: [], name: 'TotalSupplyQueryFailed' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'TradeRoomExhausted',
  },
  { type: 'error', inputs: [], name: 'TransferFailed' },
  { type: 'error', inputs: [], name: 'TransferFromFailed' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'TransferShort',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'TriggerOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'WindowOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'WitnessDeviates',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'WitnessLiquidityTooLow',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'WitnessNotSet',
  },
  {
    type: 'error',
    inputs: [{ name: 'pool', type: 'address' }],
    name: 'WitnessUnusable',
  },
  { type: 'error', inputs: [], name: 'ZeroAmount' },
] as const
