//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// Aggregator
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const aggregatorAbi = [
  {
    type: 'function',
    inputs: [],
    name: 'decimals',
    outputs: [{ name: '', internalType: 'uint8', type: 'uint8' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: '_roundId', internalType: 'uint80', type: 'uint80' }],
    name: 'getRoundData',
    outputs: [
      { name: 'roundId', internalType: 'uint80', type: 'uint80' },
      { name: 'answer', internalType: 'int256', type: 'int256' },
      { name: 'startedAt', internalType: 'uint256', type: 'uint256' },
      { name: 'updatedAt', internalType: 'uint256', type: 'uint256' },
      { name: 'answeredInRound', internalType: 'uint80', type: 'uint80' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'latestRoundData',
    outputs: [
      { name: 'roundId', internalType: 'uint80', type: 'uint80' },
      { name: 'answer', internalType: 'int256', type: 'int256' },
      { name: 'startedAt', internalType: 'uint256', type: 'uint256' },
      { name: 'updatedAt', internalType: 'uint256', type: 'uint256' },
      { name: 'answeredInRound', internalType: 'uint80', type: 'uint80' },
    ],
    stateMutability: 'view',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// AllErrors
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const allErrorsAbi = [
  {
    type: 'error',
    inputs: [{ name: 'authority', internalType: 'address', type: 'address' }],
    name: 'AccessManagedInvalidAuthority',
  },
  {
    type: 'error',
    inputs: [
      { name: 'caller', internalType: 'address', type: 'address' },
      { name: 'delay', internalType: 'uint32', type: 'uint32' },
    ],
    name: 'AccessManagedRequiredDelay',
  },
  {
    type: 'error',
    inputs: [{ name: 'caller', internalType: 'address', type: 'address' }],
    name: 'AccessManagedUnauthorized',
  },
  {
    type: 'error',
    inputs: [{ name: 'operationId', internalType: 'bytes32', type: 'bytes32' }],
    name: 'AccessManagerAlreadyScheduled',
  },
  { type: 'error', inputs: [], name: 'AccessManagerBadConfirmation' },
  {
    type: 'error',
    inputs: [{ name: 'operationId', internalType: 'bytes32', type: 'bytes32' }],
    name: 'AccessManagerExpired',
  },
  {
    type: 'error',
    inputs: [
      { name: 'initialAdmin', internalType: 'address', type: 'address' },
    ],
    name: 'AccessManagerInvalidInitialAdmin',
  },
  {
    type: 'error',
    inputs: [{ name: 'selector', internalType: 'bytes4', type: 'bytes4' }],
    name: 'AccessManagerLockedFunction',
  },
  {
    type: 'error',
    inputs: [{ name: 'roleId', internalType: 'uint64', type: 'uint64' }],
    name: 'AccessManagerLockedRole',
  },
  {
    type: 'error',
    inputs: [{ name: 'operationId', internalType: 'bytes32', type: 'bytes32' }],
    name: 'AccessManagerNotReady',
  },
  {
    type: 'error',
    inputs: [{ name: 'operationId', internalType: 'bytes32', type: 'bytes32' }],
    name: 'AccessManagerNotScheduled',
  },
  {
    type: 'error',
    inputs: [
      { name: 'msgsender', internalType: 'address', type: 'address' },
      { name: 'roleId', internalType: 'uint64', type: 'uint64' },
    ],
    name: 'AccessManagerUnauthorizedAccount',
  },
  {
    type: 'error',
    inputs: [
      { name: 'caller', internalType: 'address', type: 'address' },
      { name: 'target', internalType: 'address', type: 'address' },
      { name: 'selector', internalType: 'bytes4', type: 'bytes4' },
    ],
    name: 'AccessManagerUnauthorizedCall',
  },
  {
    type: 'error',
    inputs: [
      { name: 'msgsender', internalType: 'address', type: 'address' },
      { name: 'caller', internalType: 'address', type: 'address' },
      { name: 'target', internalType: 'address', type: 'address' },
      { name: 'selector', internalType: 'bytes4', type: 'bytes4' },
    ],
    name: 'AccessManagerUnauthorizedCancel',
  },
  {
    type: 'error',
    inputs: [{ name: 'target', internalType: 'address', type: 'address' }],
    name: 'AccessManagerUnauthorizedConsume',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint16', type: 'uint16' },
      { name: 'requested', internalType: 'uint16', type: 'uint16' },
    ],
    name: 'AccountInOtherMarket',
  },
  {
    type: 'error',
    inputs: [{ name: 'target', internalType: 'address', type: 'address' }],
    name: 'AddressEmptyCode',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'AmountTooLarge',
  },
  { type: 'error', inputs: [], name: 'ApproveFailed' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'AssetIndexOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      { name: 'token', internalType: 'address', type: 'address' },
    ],
    name: 'AssetListing',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'AssetNotListed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'BorrowDisabled',
  },
  { type: 'error', inputs: [], name: 'CallNotAllowed' },
  {
    type: 'error',
    inputs: [{ name: 'caller', internalType: 'address', type: 'address' }],
    name: 'CallbackNotAllowed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'CardinalityTooLow',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'CollateralDisabled',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'DeadlinePassed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'DebtBelowMinimum',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'DebtCapExceeded',
  },
  { type: 'error', inputs: [], name: 'ECDSAInvalidSignature' },
  {
    type: 'error',
    inputs: [{ name: 'length', internalType: 'uint256', type: 'uint256' }],
    name: 'ECDSAInvalidSignatureLength',
  },
  {
    type: 'error',
    inputs: [{ name: 's', internalType: 'bytes32', type: 'bytes32' }],
    name: 'ECDSAInvalidSignatureS',
  },
  {
    type: 'error',
    inputs: [
      { name: 'spender', internalType: 'address', type: 'address' },
      { name: 'allowance', internalType: 'uint256', type: 'uint256' },
      { name: 'needed', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ERC20InsufficientAllowance',
  },
  {
    type: 'error',
    inputs: [
      { name: 'sender', internalType: 'address', type: 'address' },
      { name: 'balance', internalType: 'uint256', type: 'uint256' },
      { name: 'needed', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ERC20InsufficientBalance',
  },
  {
    type: 'error',
    inputs: [{ name: 'approver', internalType: 'address', type: 'address' }],
    name: 'ERC20InvalidApprover',
  },
  {
    type: 'error',
    inputs: [{ name: 'receiver', internalType: 'address', type: 'address' }],
    name: 'ERC20InvalidReceiver',
  },
  {
    type: 'error',
    inputs: [{ name: 'sender', internalType: 'address', type: 'address' }],
    name: 'ERC20InvalidSender',
  },
  {
    type: 'error',
    inputs: [{ name: 'spender', internalType: 'address', type: 'address' }],
    name: 'ERC20InvalidSpender',
  },
  {
    type: 'error',
    inputs: [{ name: 'deadline', internalType: 'uint256', type: 'uint256' }],
    name: 'ERC2612ExpiredSignature',
  },
  {
    type: 'error',
    inputs: [
      { name: 'signer', internalType: 'address', type: 'address' },
      { name: 'owner', internalType: 'address', type: 'address' },
    ],
    name: 'ERC2612InvalidSigner',
  },
  { type: 'error', inputs: [], name: 'ETHTransferFailed' },
  { type: 'error', inputs: [], name: 'FailedCall' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'FaucetLimitExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'FeedAnswerOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'FeedDecimalsOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'FeedNotSet',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'FeedStale',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'FeedStepTooLarge',
  },
  {
    type: 'error',
    inputs: [{ name: 'feed', internalType: 'address', type: 'address' }],
    name: 'FeedUnusable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'HealthLowered',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'HeartbeatOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'InitialMarginNotMet',
  },
  {
    type: 'error',
    inputs: [
      { name: 'balance', internalType: 'uint256', type: 'uint256' },
      { name: 'needed', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'InsufficientBalance',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'InsufficientCash',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'InsufficientCollateral',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'InsufficientGas',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'InsufficientShares',
  },
  {
    type: 'error',
    inputs: [
      { name: 'account', internalType: 'address', type: 'address' },
      { name: 'currentNonce', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'InvalidAccountNonce',
  },
  {
    type: 'error',
    inputs: [{ name: 'executor', internalType: 'address', type: 'address' }],
    name: 'InvalidExecutor',
  },
  {
    type: 'error',
    inputs: [{ name: 'receiver', internalType: 'address', type: 'address' }],
    name: 'InvalidReceiver',
  },
  { type: 'error', inputs: [], name: 'InvalidShortString' },
  { type: 'error', inputs: [], name: 'InvalidSignature' },
  {
    type: 'error',
    inputs: [{ name: 'market', internalType: 'uint16', type: 'uint16' }],
    name: 'MarketExists',
  },
  {
    type: 'error',
    inputs: [{ name: 'market', internalType: 'uint16', type: 'uint16' }],
    name: 'MarketNotFound',
  },
  {
    type: 'error',
    inputs: [{ name: 'market', internalType: 'uint16', type: 'uint16' }],
    name: 'MarketPaused',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'MaxDeviationOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'MinLiquidityOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'caller', internalType: 'address', type: 'address' },
    ],
    name: 'NotAuthorized',
  },
  { type: 'error', inputs: [], name: 'NotDeleveraging' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'NotLiquidatable',
  },
  {
    type: 'error',
    inputs: [{ name: 'caller', internalType: 'address', type: 'address' }],
    name: 'NotMinter',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'OrderExpired',
  },
  { type: 'error', inputs: [], name: 'Overflow' },
  {
    type: 'error',
    inputs: [{ name: 'account', internalType: 'bytes32', type: 'bytes32' }],
    name: 'OwnAccount',
  },
  {
    type: 'error',
    inputs: [
      { name: 'collateralAsset', internalType: 'uint8', type: 'uint8' },
      { name: 'debtAsset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'PairLowersHealth',
  },
  {
    type: 'error',
    inputs: [
      { name: 'name', internalType: 'bytes32', type: 'bytes32' },
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ParameterOutOfBounds',
  },
  { type: 'error', inputs: [], name: 'Permit2AmountOverflow' },
  { type: 'error', inputs: [], name: 'Permit2ApproveFailed' },
  { type: 'error', inputs: [], name: 'Permit2Failed' },
  { type: 'error', inputs: [], name: 'Permit2LockdownFailed' },
  {
    type: 'error',
    inputs: [{ name: 'pool', internalType: 'address', type: 'address' }],
    name: 'PoolNotFound',
  },
  {
    type: 'error',
    inputs: [
      { name: 'pool', internalType: 'address', type: 'address' },
      { name: 'token', internalType: 'address', type: 'address' },
      { name: 'quoteToken', internalType: 'address', type: 'address' },
    ],
    name: 'PoolTokensMismatch',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'PriceBoundOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'PriceUnavailable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ProceedsBelowDebt',
  },
  {
    type: 'error',
    inputs: [
      { name: 'name', internalType: 'bytes32', type: 'bytes32' },
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'RiskInputOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'bits', internalType: 'uint8', type: 'uint8' },
      { name: 'value', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'SafeCastOverflowedUintDowncast',
  },
  {
    type: 'error',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'SameAsset',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'SeizedBelowMinimum',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'SlippageExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'SoldTooMuch',
  },
  {
    type: 'error',
    inputs: [{ name: 'str', internalType: 'string', type: 'string' }],
    name: 'StringTooLong',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'SupplyCapExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'SwapIncomplete',
  },
  {
    type: 'error',
    inputs: [
      { name: 'synced', internalType: 'address', type: 'address' },
      { name: 'moved', internalType: 'address', type: 'address' },
    ],
    name: 'SyncMismatch',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'TokenDecimalsOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'address', type: 'address' },
      { name: 'bound', internalType: 'address', type: 'address' },
    ],
    name: 'TokenFixed',
  },
  { type: 'error', inputs: [], name: 'TotalSupplyQueryFailed' },
  { type: 'error', inputs: [], name: 'TransferFailed' },
  { type: 'error', inputs: [], name: 'TransferFromFailed' },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'TransferShort',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'WindowOutOfBounds',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'WitnessDeviates',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'WitnessLiquidityTooLow',
  },
  {
    type: 'error',
    inputs: [{ name: 'pool', internalType: 'address', type: 'address' }],
    name: 'WitnessUnusable',
  },
  { type: 'error', inputs: [], name: 'ZeroAmount' },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// Erc20
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const erc20Abi = [
  {
    type: 'function',
    inputs: [
      { name: 'owner', internalType: 'address', type: 'address' },
      { name: 'spender', internalType: 'address', type: 'address' },
    ],
    name: 'allowance',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'spender', internalType: 'address', type: 'address' },
      { name: 'value', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'approve',
    outputs: [{ name: '', internalType: 'bool', type: 'bool' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', internalType: 'address', type: 'address' }],
    name: 'balanceOf',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'decimals',
    outputs: [{ name: '', internalType: 'uint8', type: 'uint8' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'name',
    outputs: [{ name: '', internalType: 'string', type: 'string' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'symbol',
    outputs: [{ name: '', internalType: 'string', type: 'string' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'DOMAIN_SEPARATOR',
    outputs: [{ name: '', internalType: 'bytes32', type: 'bytes32' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'eip712Domain',
    outputs: [
      { name: 'fields', internalType: 'bytes1', type: 'bytes1' },
      { name: 'name', internalType: 'string', type: 'string' },
      { name: 'version', internalType: 'string', type: 'string' },
      { name: 'chainId', internalType: 'uint256', type: 'uint256' },
      { name: 'verifyingContract', internalType: 'address', type: 'address' },
      { name: 'salt', internalType: 'bytes32', type: 'bytes32' },
      { name: 'extensions', internalType: 'uint256[]', type: 'uint256[]' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'owner', internalType: 'address', type: 'address' }],
    name: 'nonces',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'owner', internalType: 'address', type: 'address' },
      { name: 'spender', internalType: 'address', type: 'address' },
      { name: 'value', internalType: 'uint256', type: 'uint256' },
      { name: 'deadline', internalType: 'uint256', type: 'uint256' },
      { name: 'v', internalType: 'uint8', type: 'uint8' },
      { name: 'r', internalType: 'bytes32', type: 'bytes32' },
      { name: 's', internalType: 'bytes32', type: 'bytes32' },
    ],
    name: 'permit',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'owner',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'spender',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'value',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Approval',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'from', internalType: 'address', type: 'address', indexed: true },
      { name: 'to', internalType: 'address', type: 'address', indexed: true },
      {
        name: 'value',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Transfer',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// FaucetToken
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const faucetTokenAbi = [
  {
    type: 'function',
    inputs: [],
    name: 'FAUCET_LIMIT',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'amount', internalType: 'uint256', type: 'uint256' }],
    name: 'faucet',
    outputs: [],
    stateMutability: 'nonpayable',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// Lens
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const lensAbi = [
  {
    type: 'function',
    inputs: [{ name: 'ids', internalType: 'bytes32[]', type: 'bytes32[]' }],
    name: 'accounts',
    outputs: [
      {
        name: '',
        internalType: 'struct AccountView[]',
        type: 'tuple[]',
        components: [
          { name: 'account', internalType: 'bytes32', type: 'bytes32' },
          { name: 'market', internalType: 'uint16', type: 'uint16' },
          {
            name: 'collateral',
            internalType: 'uint256[16]',
            type: 'uint256[16]',
          },
          { name: 'debt', internalType: 'uint256[16]', type: 'uint256[16]' },
          { name: 'priced', internalType: 'bool', type: 'bool' },
          {
            name: 'maintenance',
            internalType: 'struct Health',
            type: 'tuple',
            components: [
              { name: 'collateral', internalType: 'uint256', type: 'uint256' },
              { name: 'debt', internalType: 'uint256', type: 'uint256' },
              { name: 'margin', internalType: 'uint256', type: 'uint256' },
            ],
          },
          {
            name: 'initial',
            internalType: 'struct Health',
            type: 'tuple',
            components: [
              { name: 'collateral', internalType: 'uint256', type: 'uint256' },
              { name: 'debt', internalType: 'uint256', type: 'uint256' },
              { name: 'margin', internalType: 'uint256', type: 'uint256' },
            ],
          },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'markets', internalType: 'uint16[]', type: 'uint16[]' },
      { name: 'accounts', internalType: 'bytes32[]', type: 'bytes32[]' },
      { name: 'pools', internalType: 'address[]', type: 'address[]' },
      { name: 'user', internalType: 'address', type: 'address' },
    ],
    name: 'snapshot',
    outputs: [
      {
        name: '',
        internalType: 'struct Snapshot',
        type: 'tuple',
        components: [
          { name: 'blockNumber', internalType: 'uint256', type: 'uint256' },
          { name: 'timestamp', internalType: 'uint256', type: 'uint256' },
          {
            name: 'markets',
            internalType: 'struct MarketView[]',
            type: 'tuple[]',
            components: [
              { name: 'market', internalType: 'uint16', type: 'uint16' },
              {
                name: 'parameters',
                internalType: 'struct MarketParameters',
                type: 'tuple',
                components: [
                  {
                    name: 'initialRatio',
                    internalType: 'uint16',
                    type: 'uint16',
                  },
                  {
                    name: 'targetHealth',
                    internalType: 'uint16',
                    type: 'uint16',
                  },
                  { name: 'paused', internalType: 'bool', type: 'bool' },
                ],
              },
              {
                name: 'assets',
                internalType: 'struct AssetView[]',
                type: 'tuple[]',
                components: [
                  { name: 'asset', internalType: 'uint8', type: 'uint8' },
                  { name: 'symbol', internalType: 'string', type: 'string' },
                  { name: 'decimals', internalType: 'uint8', type: 'uint8' },
                  {
                    name: 'openingLow',
                    internalType: 'uint256',
                    type: 'uint256',
                  },
                  {
                    name: 'openingHigh',
                    internalType: 'uint256',
                    type: 'uint256',
                  },
                  {
                    name: 'maintenanceLow',
                    internalType: 'uint256',
                    type: 'uint256',
                  },
                  {
                    name: 'maintenanceHigh',
                    internalType: 'uint256',
                    type: 'uint256',
                  },
                  {
                    name: 'price',
                    internalType: 'struct PriceReport',
                    type: 'tuple',
                    components: [
                      {
                        name: 'status',
                        internalType: 'enum PriceStatus',
                        type: 'uint8',
                      },
                      {
                        name: 'primary',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'witness',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      { name: 'mid', internalType: 'uint256', type: 'uint256' },
                      {
                        name: 'updatedAt',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'staleAfter',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'deviation',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'maxDeviation',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                    ],
                  },
                  {
                    name: 'reserve',
                    internalType: 'struct ReserveState',
                    type: 'tuple',
                    components: [
                      {
                        name: 'token',
                        internalType: 'address',
                        type: 'address',
                      },
                      {
                        name: 'cash',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'debt',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'fees',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'totalAssets',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'supplyShares',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'index',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'rateAtTarget',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'borrowRate',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'parameters',
                        internalType: 'struct ReserveParameters',
                        type: 'tuple',
                        components: [
                          {
                            name: 'debtCap',
                            internalType: 'uint128',
                            type: 'uint128',
                          },
                          {
                            name: 'supplyCap',
                            internalType: 'uint128',
                            type: 'uint128',
                          },
                          {
                            name: 'minDebt',
                            internalType: 'uint128',
                            type: 'uint128',
                          },
                          {
                            name: 'feeShare',
                            internalType: 'uint8',
                            type: 'uint8',
                          },
                          {
                            name: 'ratePremium',
                            internalType: 'uint16',
                            type: 'uint16',
                          },
                          {
                            name: 'collateralEnabled',
                            internalType: 'bool',
                            type: 'bool',
                          },
                          {
                            name: 'borrowEnabled',
                            internalType: 'bool',
                            type: 'bool',
                          },
                        ],
                      },
                    ],
                  },
                  {
                    name: 'risk',
                    internalType: 'struct RiskState',
                    type: 'tuple',
                    components: [
                      {
                        name: 'maintenanceMargin',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'initialMargin',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'targetMargin',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'penalty',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'depth',
                        internalType: 'uint256',
                        type: 'uint256',
                      },
                      {
                        name: 'correlations',
                        internalType: 'uint128',
                        type: 'uint128',
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            name: 'accounts',
            internalType: 'struct AccountView[]',
            type: 'tuple[]',
            components: [
              { name: 'account', internalType: 'bytes32', type: 'bytes32' },
              { name: 'market', internalType: 'uint16', type: 'uint16' },
              {
                name: 'collateral',
                internalType: 'uint256[16]',
                type: 'uint256[16]',
              },
              {
                name: 'debt',
                internalType: 'uint256[16]',
                type: 'uint256[16]',
              },
              { name: 'priced', internalType: 'bool', type: 'bool' },
              {
                name: 'maintenance',
                internalType: 'struct Health',
                type: 'tuple',
                components: [
                  {
                    name: 'collateral',
                    internalType: 'uint256',
                    type: 'uint256',
                  },
                  { name: 'debt', internalType: 'uint256', type: 'uint256' },
                  { name: 'margin', internalType: 'uint256', type: 'uint256' },
                ],
              },
              {
                name: 'initial',
                internalType: 'struct Health',
                type: 'tuple',
                components: [
                  {
                    name: 'collateral',
                    internalType: 'uint256',
                    type: 'uint256',
                  },
                  { name: 'debt', internalType: 'uint256', type: 'uint256' },
                  { name: 'margin', internalType: 'uint256', type: 'uint256' },
                ],
              },
            ],
          },
          {
            name: 'lender',
            internalType: 'struct LenderView[]',
            type: 'tuple[]',
            components: [
              { name: 'market', internalType: 'uint16', type: 'uint16' },
              { name: 'asset', internalType: 'uint8', type: 'uint8' },
              { name: 'shares', internalType: 'uint256', type: 'uint256' },
              { name: 'assets', internalType: 'uint256', type: 'uint256' },
            ],
          },
          {
            name: 'wallet',
            internalType: 'struct WalletView[]',
            type: 'tuple[]',
            components: [
              { name: 'token', internalType: 'address', type: 'address' },
              { name: 'balance', internalType: 'uint256', type: 'uint256' },
              {
                name: 'engineAllowance',
                internalType: 'uint256',
                type: 'uint256',
              },
              {
                name: 'routerAllowance',
                internalType: 'uint256',
                type: 'uint256',
              },
            ],
          },
          {
            name: 'pools',
            internalType: 'struct PoolView[]',
            type: 'tuple[]',
            components: [
              { name: 'pool', internalType: 'address', type: 'address' },
              {
                name: 'sqrtPriceX96',
                internalType: 'uint160',
                type: 'uint160',
              },
              { name: 'tick', internalType: 'int24', type: 'int24' },
              { name: 'liquidity', internalType: 'uint128', type: 'uint128' },
              { name: 'fee', internalType: 'uint24', type: 'uint24' },
            ],
          },
        ],
      },
    ],
    stateMutability: 'view',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// MarginEngine
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const marginEngineAbi = [
  {
    type: 'function',
    inputs: [],
    name: 'ORACLE',
    outputs: [{ name: '', internalType: 'address', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'accrue',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      {
        name: 'adjustment',
        internalType: 'struct Adjustment',
        type: 'tuple',
        components: [
          { name: 'account', internalType: 'bytes32', type: 'bytes32' },
          { name: 'market', internalType: 'uint16', type: 'uint16' },
          { name: 'collateralAsset', internalType: 'uint8', type: 'uint8' },
          { name: 'debtAsset', internalType: 'uint8', type: 'uint8' },
          { name: 'collateralDelta', internalType: 'int256', type: 'int256' },
          { name: 'collateralTo', internalType: 'address', type: 'address' },
          { name: 'debtDelta', internalType: 'int256', type: 'int256' },
          { name: 'debtTo', internalType: 'address', type: 'address' },
          { name: 'restTo', internalType: 'address', type: 'address' },
        ],
      },
    ],
    name: 'adjust',
    outputs: [
      { name: 'collateralDelta', internalType: 'int256', type: 'int256' },
      { name: 'debtDelta', internalType: 'int256', type: 'int256' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'collateralAsset', internalType: 'uint8', type: 'uint8' },
      { name: 'debtAsset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'amounts',
    outputs: [
      { name: 'collateral', internalType: 'uint256', type: 'uint256' },
      { name: 'debt', internalType: 'uint256', type: 'uint256' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', internalType: 'uint16', type: 'uint16' }],
    name: 'assetCount',
    outputs: [{ name: '', internalType: 'uint8', type: 'uint8' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
      { name: 'to', internalType: 'address', type: 'address' },
    ],
    name: 'borrow',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      { name: 'to', internalType: 'address', type: 'address' },
    ],
    name: 'collectFees',
    outputs: [{ name: 'amount', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      {
        name: 'parameters',
        internalType: 'struct MarketParameters',
        type: 'tuple',
        components: [
          { name: 'initialRatio', internalType: 'uint16', type: 'uint16' },
          { name: 'targetHealth', internalType: 'uint16', type: 'uint16' },
          { name: 'paused', internalType: 'bool', type: 'bool' },
        ],
      },
    ],
    name: 'createMarket',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'executor', internalType: 'address', type: 'address' },
      { name: 'data', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'deleverage',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'deposit',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'executor', internalType: 'address', type: 'address' },
      { name: 'data', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'execute',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'token', internalType: 'address', type: 'address' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
      { name: 'receiver', internalType: 'address', type: 'address' },
      { name: 'data', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'flashLoan',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', internalType: 'bytes32', type: 'bytes32' }],
    name: 'health',
    outputs: [
      {
        name: '',
        internalType: 'struct Health',
        type: 'tuple',
        components: [
          { name: 'collateral', internalType: 'uint256', type: 'uint256' },
          { name: 'debt', internalType: 'uint256', type: 'uint256' },
          { name: 'margin', internalType: 'uint256', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', internalType: 'bytes32', type: 'bytes32' }],
    name: 'initialHealth',
    outputs: [
      {
        name: '',
        internalType: 'struct Health',
        type: 'tuple',
        components: [
          { name: 'collateral', internalType: 'uint256', type: 'uint256' },
          { name: 'debt', internalType: 'uint256', type: 'uint256' },
          { name: 'margin', internalType: 'uint256', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'owner', internalType: 'address', type: 'address' },
      { name: 'operator', internalType: 'address', type: 'address' },
    ],
    name: 'isOperator',
    outputs: [{ name: '', internalType: 'bool', type: 'bool' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'collateralAsset', internalType: 'uint8', type: 'uint8' },
      { name: 'debtAsset', internalType: 'uint8', type: 'uint8' },
      { name: 'maxRepaid', internalType: 'uint256', type: 'uint256' },
      { name: 'minSeized', internalType: 'uint256', type: 'uint256' },
      { name: 'to', internalType: 'address', type: 'address' },
      { name: 'data', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'liquidate',
    outputs: [
      { name: 'repaid', internalType: 'uint256', type: 'uint256' },
      { name: 'seized', internalType: 'uint256', type: 'uint256' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'accounts', internalType: 'bytes32[]', type: 'bytes32[]' },
      { name: 'collateralAsset', internalType: 'uint8', type: 'uint8' },
      { name: 'debtAsset', internalType: 'uint8', type: 'uint8' },
      { name: 'maxRepaid', internalType: 'uint256', type: 'uint256' },
      { name: 'minSeized', internalType: 'uint256', type: 'uint256' },
      { name: 'to', internalType: 'address', type: 'address' },
      { name: 'data', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'liquidateMany',
    outputs: [
      { name: 'repaid', internalType: 'uint256', type: 'uint256' },
      { name: 'seized', internalType: 'uint256', type: 'uint256' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      { name: 'token', internalType: 'address', type: 'address' },
      {
        name: 'reserve',
        internalType: 'struct ReserveParameters',
        type: 'tuple',
        components: [
          { name: 'debtCap', internalType: 'uint128', type: 'uint128' },
          { name: 'supplyCap', internalType: 'uint128', type: 'uint128' },
          { name: 'minDebt', internalType: 'uint128', type: 'uint128' },
          { name: 'feeShare', internalType: 'uint8', type: 'uint8' },
          { name: 'ratePremium', internalType: 'uint16', type: 'uint16' },
          { name: 'collateralEnabled', internalType: 'bool', type: 'bool' },
          { name: 'borrowEnabled', internalType: 'bool', type: 'bool' },
        ],
      },
      {
        name: 'risk',
        internalType: 'struct RiskParameters',
        type: 'tuple',
        components: [
          { name: 'volatilityMargin', internalType: 'uint16', type: 'uint16' },
          { name: 'penalty', internalType: 'uint16', type: 'uint16' },
          { name: 'depth', internalType: 'uint64', type: 'uint64' },
          { name: 'correlations', internalType: 'uint128', type: 'uint128' },
        ],
      },
    ],
    name: 'listAsset',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', internalType: 'uint16', type: 'uint16' }],
    name: 'marketParameters',
    outputs: [
      {
        name: '',
        internalType: 'struct MarketParameters',
        type: 'tuple',
        components: [
          { name: 'initialRatio', internalType: 'uint16', type: 'uint16' },
          { name: 'targetHealth', internalType: 'uint16', type: 'uint16' },
          { name: 'paused', internalType: 'bool', type: 'bool' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'owner', internalType: 'address', type: 'address' }],
    name: 'nonces',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', internalType: 'bytes32', type: 'bytes32' }],
    name: 'position',
    outputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'collateral', internalType: 'uint256[16]', type: 'uint256[16]' },
      { name: 'debt', internalType: 'uint256[16]', type: 'uint256[16]' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      { name: 'shares', internalType: 'uint256', type: 'uint256' },
      { name: 'to', internalType: 'address', type: 'address' },
    ],
    name: 'redeem',
    outputs: [{ name: 'assets', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'repay',
    outputs: [{ name: 'repaid', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'reserve',
    outputs: [
      {
        name: '',
        internalType: 'struct ReserveState',
        type: 'tuple',
        components: [
          { name: 'token', internalType: 'address', type: 'address' },
          { name: 'cash', internalType: 'uint256', type: 'uint256' },
          { name: 'debt', internalType: 'uint256', type: 'uint256' },
          { name: 'fees', internalType: 'uint256', type: 'uint256' },
          { name: 'totalAssets', internalType: 'uint256', type: 'uint256' },
          { name: 'supplyShares', internalType: 'uint256', type: 'uint256' },
          { name: 'index', internalType: 'uint256', type: 'uint256' },
          { name: 'rateAtTarget', internalType: 'uint256', type: 'uint256' },
          { name: 'borrowRate', internalType: 'uint256', type: 'uint256' },
          {
            name: 'parameters',
            internalType: 'struct ReserveParameters',
            type: 'tuple',
            components: [
              { name: 'debtCap', internalType: 'uint128', type: 'uint128' },
              { name: 'supplyCap', internalType: 'uint128', type: 'uint128' },
              { name: 'minDebt', internalType: 'uint128', type: 'uint128' },
              { name: 'feeShare', internalType: 'uint8', type: 'uint8' },
              { name: 'ratePremium', internalType: 'uint16', type: 'uint16' },
              { name: 'collateralEnabled', internalType: 'bool', type: 'bool' },
              { name: 'borrowEnabled', internalType: 'bool', type: 'bool' },
            ],
          },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'risk',
    outputs: [
      {
        name: '',
        internalType: 'struct RiskState',
        type: 'tuple',
        components: [
          {
            name: 'maintenanceMargin',
            internalType: 'uint256',
            type: 'uint256',
          },
          { name: 'initialMargin', internalType: 'uint256', type: 'uint256' },
          { name: 'targetMargin', internalType: 'uint256', type: 'uint256' },
          { name: 'penalty', internalType: 'uint256', type: 'uint256' },
          { name: 'depth', internalType: 'uint256', type: 'uint256' },
          { name: 'correlations', internalType: 'uint128', type: 'uint128' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      {
        name: 'parameters',
        internalType: 'struct MarketParameters',
        type: 'tuple',
        components: [
          { name: 'initialRatio', internalType: 'uint16', type: 'uint16' },
          { name: 'targetHealth', internalType: 'uint16', type: 'uint16' },
          { name: 'paused', internalType: 'bool', type: 'bool' },
        ],
      },
    ],
    name: 'setMarketParameters',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'operator', internalType: 'address', type: 'address' },
      { name: 'approved', internalType: 'bool', type: 'bool' },
    ],
    name: 'setOperator',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'owner', internalType: 'address', type: 'address' },
      { name: 'operator', internalType: 'address', type: 'address' },
      { name: 'approved', internalType: 'bool', type: 'bool' },
      { name: 'deadline', internalType: 'uint256', type: 'uint256' },
      { name: 'signature', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'setOperatorWithSignature',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'paused', internalType: 'bool', type: 'bool' },
    ],
    name: 'setPaused',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      {
        name: 'parameters',
        internalType: 'struct ReserveParameters',
        type: 'tuple',
        components: [
          { name: 'debtCap', internalType: 'uint128', type: 'uint128' },
          { name: 'supplyCap', internalType: 'uint128', type: 'uint128' },
          { name: 'minDebt', internalType: 'uint128', type: 'uint128' },
          { name: 'feeShare', internalType: 'uint8', type: 'uint8' },
          { name: 'ratePremium', internalType: 'uint16', type: 'uint16' },
          { name: 'collateralEnabled', internalType: 'bool', type: 'bool' },
          { name: 'borrowEnabled', internalType: 'bool', type: 'bool' },
        ],
      },
    ],
    name: 'setReserveParameters',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      {
        name: 'parameters',
        internalType: 'struct RiskParameters',
        type: 'tuple',
        components: [
          { name: 'volatilityMargin', internalType: 'uint16', type: 'uint16' },
          { name: 'penalty', internalType: 'uint16', type: 'uint16' },
          { name: 'depth', internalType: 'uint64', type: 'uint64' },
          { name: 'correlations', internalType: 'uint128', type: 'uint128' },
        ],
      },
    ],
    name: 'setRiskParameters',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'sharesOf',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'supply',
    outputs: [{ name: 'shares', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'sync',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
      { name: 'to', internalType: 'address', type: 'address' },
    ],
    name: 'withdraw',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'reserve',
        internalType: 'uint256',
        type: 'uint256',
        indexed: true,
      },
      {
        name: 'debtWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'cashWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Accrue',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'account',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'caller',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'assets',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'collateralDelta',
        internalType: 'int256',
        type: 'int256',
        indexed: false,
      },
      {
        name: 'debtDelta',
        internalType: 'int256',
        type: 'int256',
        indexed: false,
      },
      {
        name: 'position',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'debtWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'cashWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Adjust',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16', indexed: true },
      { name: 'asset', internalType: 'uint8', type: 'uint8', indexed: true },
      { name: 'to', internalType: 'address', type: 'address', indexed: false },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'debtWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'cashWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'CollectFees',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16', indexed: true },
    ],
    name: 'CreateMarket',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'caller',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'receiver',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'token',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'FlashLoan',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'account',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'caller',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'reserve',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'assets',
        internalType: 'int256',
        type: 'int256',
        indexed: false,
      },
      {
        name: 'shares',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'debtWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'cashWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'supplyWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Lend',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'account',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'caller',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'assets',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'repaid',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'seized',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'bonus',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'position',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'debtWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'cashWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Liquidate',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16', indexed: true },
      { name: 'asset', internalType: 'uint8', type: 'uint8', indexed: true },
      {
        name: 'token',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
    ],
    name: 'ListAsset',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'account',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'caller',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'assets',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'collateralDelta',
        internalType: 'int256',
        type: 'int256',
        indexed: false,
      },
      {
        name: 'collateral',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'MoveCollateral',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16', indexed: true },
      {
        name: 'parameters',
        internalType: 'struct MarketParameters',
        type: 'tuple',
        components: [
          { name: 'initialRatio', internalType: 'uint16', type: 'uint16' },
          { name: 'targetHealth', internalType: 'uint16', type: 'uint16' },
          { name: 'paused', internalType: 'bool', type: 'bool' },
        ],
        indexed: false,
      },
    ],
    name: 'SetMarketParameters',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'owner',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'operator',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      { name: 'approved', internalType: 'bool', type: 'bool', indexed: false },
    ],
    name: 'SetOperator',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16', indexed: true },
      { name: 'asset', internalType: 'uint8', type: 'uint8', indexed: true },
      {
        name: 'parameters',
        internalType: 'struct ReserveParameters',
        type: 'tuple',
        components: [
          { name: 'debtCap', internalType: 'uint128', type: 'uint128' },
          { name: 'supplyCap', internalType: 'uint128', type: 'uint128' },
          { name: 'minDebt', internalType: 'uint128', type: 'uint128' },
          { name: 'feeShare', internalType: 'uint8', type: 'uint8' },
          { name: 'ratePremium', internalType: 'uint16', type: 'uint16' },
          { name: 'collateralEnabled', internalType: 'bool', type: 'bool' },
          { name: 'borrowEnabled', internalType: 'bool', type: 'bool' },
        ],
        indexed: false,
      },
      {
        name: 'debtWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'cashWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'SetReserveParameters',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16', indexed: true },
      { name: 'asset', internalType: 'uint8', type: 'uint8', indexed: true },
      {
        name: 'parameters',
        internalType: 'struct RiskParameters',
        type: 'tuple',
        components: [
          { name: 'volatilityMargin', internalType: 'uint16', type: 'uint16' },
          { name: 'penalty', internalType: 'uint16', type: 'uint16' },
          { name: 'depth', internalType: 'uint64', type: 'uint64' },
          { name: 'correlations', internalType: 'uint128', type: 'uint128' },
        ],
        indexed: false,
      },
    ],
    name: 'SetRiskParameters',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'account',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'assets',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'loss',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'feesLost',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'debtWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'cashWord',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'WriteOff',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// OrderShape
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const orderShapeAbi = [
  {
    type: 'function',
    inputs: [
      {
        name: 'value',
        internalType: 'struct Order',
        type: 'tuple',
        components: [
          { name: 'kind', internalType: 'enum OrderKind', type: 'uint8' },
          {
            name: 'permitKind',
            internalType: 'enum PermitKind',
            type: 'uint8',
          },
          { name: 'market', internalType: 'uint16', type: 'uint16' },
          { name: 'collateralAsset', internalType: 'uint8', type: 'uint8' },
          { name: 'debtAsset', internalType: 'uint8', type: 'uint8' },
          { name: 'collateralToken', internalType: 'address', type: 'address' },
          { name: 'debtToken', internalType: 'address', type: 'address' },
          { name: 'poolFee', internalType: 'uint24', type: 'uint24' },
          { name: 'equity', internalType: 'uint256', type: 'uint256' },
          { name: 'amount', internalType: 'uint256', type: 'uint256' },
          { name: 'limit', internalType: 'uint256', type: 'uint256' },
          { name: 'payout', internalType: 'uint256', type: 'uint256' },
          { name: 'recipient', internalType: 'address', type: 'address' },
          { name: 'deadline', internalType: 'uint256', type: 'uint256' },
          { name: 'permit', internalType: 'bytes', type: 'bytes' },
        ],
      },
    ],
    name: 'order',
    outputs: [],
    stateMutability: 'nonpayable',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// PriceOracle
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const priceOracleAbi = [
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'assets', internalType: 'uint16', type: 'uint16' },
    ],
    name: 'maintenancePrices',
    outputs: [
      { name: 'words', internalType: 'uint256[16]', type: 'uint256[16]' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'assets', internalType: 'uint16', type: 'uint16' },
    ],
    name: 'openingPrices',
    outputs: [
      { name: 'words', internalType: 'uint256[16]', type: 'uint256[16]' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'report',
    outputs: [
      {
        name: '',
        internalType: 'struct PriceReport',
        type: 'tuple',
        components: [
          { name: 'status', internalType: 'enum PriceStatus', type: 'uint8' },
          { name: 'primary', internalType: 'uint256', type: 'uint256' },
          { name: 'witness', internalType: 'uint256', type: 'uint256' },
          { name: 'mid', internalType: 'uint256', type: 'uint256' },
          { name: 'updatedAt', internalType: 'uint256', type: 'uint256' },
          { name: 'staleAfter', internalType: 'uint256', type: 'uint256' },
          { name: 'deviation', internalType: 'uint256', type: 'uint256' },
          { name: 'maxDeviation', internalType: 'uint256', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// QuoterV2
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const quoterV2Abi = [
  {
    type: 'function',
    inputs: [
      {
        name: 'params',
        internalType: 'struct IQuoterV2.QuoteExactInputSingleParams',
        type: 'tuple',
        components: [
          { name: 'tokenIn', internalType: 'address', type: 'address' },
          { name: 'tokenOut', internalType: 'address', type: 'address' },
          { name: 'amountIn', internalType: 'uint256', type: 'uint256' },
          { name: 'fee', internalType: 'uint24', type: 'uint24' },
          {
            name: 'sqrtPriceLimitX96',
            internalType: 'uint160',
            type: 'uint160',
          },
        ],
      },
    ],
    name: 'quoteExactInputSingle',
    outputs: [
      { name: 'amountOut', internalType: 'uint256', type: 'uint256' },
      { name: 'sqrtPriceX96After', internalType: 'uint160', type: 'uint160' },
      {
        name: 'initializedTicksCrossed',
        internalType: 'uint32',
        type: 'uint32',
      },
      { name: 'gasEstimate', internalType: 'uint256', type: 'uint256' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      {
        name: 'params',
        internalType: 'struct IQuoterV2.QuoteExactOutputSingleParams',
        type: 'tuple',
        components: [
          { name: 'tokenIn', internalType: 'address', type: 'address' },
          { name: 'tokenOut', internalType: 'address', type: 'address' },
          { name: 'amount', internalType: 'uint256', type: 'uint256' },
          { name: 'fee', internalType: 'uint24', type: 'uint24' },
          {
            name: 'sqrtPriceLimitX96',
            internalType: 'uint160',
            type: 'uint160',
          },
        ],
      },
    ],
    name: 'quoteExactOutputSingle',
    outputs: [
      { name: 'amountIn', internalType: 'uint256', type: 'uint256' },
      { name: 'sqrtPriceX96After', internalType: 'uint160', type: 'uint160' },
      {
        name: 'initializedTicksCrossed',
        internalType: 'uint32',
        type: 'uint32',
      },
      { name: 'gasEstimate', internalType: 'uint256', type: 'uint256' },
    ],
    stateMutability: 'nonpayable',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// RiskSource
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const riskSourceAbi = [
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
    ],
    name: 'riskInputs',
    outputs: [
      {
        name: '',
        internalType: 'struct RiskInputs',
        type: 'tuple',
        components: [
          { name: 'volatility', internalType: 'uint256', type: 'uint256' },
          { name: 'horizon', internalType: 'uint32', type: 'uint32' },
          { name: 'multiple', internalType: 'uint256', type: 'uint256' },
          { name: 'marginFloor', internalType: 'uint256', type: 'uint256' },
          { name: 'penalty', internalType: 'uint256', type: 'uint256' },
          { name: 'depth', internalType: 'uint64', type: 'uint64' },
          { name: 'correlations', internalType: 'uint128', type: 'uint128' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16' },
      { name: 'asset', internalType: 'uint8', type: 'uint8' },
      {
        name: 'inputs',
        internalType: 'struct RiskInputs',
        type: 'tuple',
        components: [
          { name: 'volatility', internalType: 'uint256', type: 'uint256' },
          { name: 'horizon', internalType: 'uint32', type: 'uint32' },
          { name: 'multiple', internalType: 'uint256', type: 'uint256' },
          { name: 'marginFloor', internalType: 'uint256', type: 'uint256' },
          { name: 'penalty', internalType: 'uint256', type: 'uint256' },
          { name: 'depth', internalType: 'uint64', type: 'uint64' },
          { name: 'correlations', internalType: 'uint128', type: 'uint128' },
        ],
      },
    ],
    name: 'setRiskInputs',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      {
        name: 'inputs',
        internalType: 'struct RiskInputs',
        type: 'tuple',
        components: [
          { name: 'volatility', internalType: 'uint256', type: 'uint256' },
          { name: 'horizon', internalType: 'uint32', type: 'uint32' },
          { name: 'multiple', internalType: 'uint256', type: 'uint256' },
          { name: 'marginFloor', internalType: 'uint256', type: 'uint256' },
          { name: 'penalty', internalType: 'uint256', type: 'uint256' },
          { name: 'depth', internalType: 'uint64', type: 'uint64' },
          { name: 'correlations', internalType: 'uint128', type: 'uint128' },
        ],
      },
    ],
    name: 'volatilityMargin',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'pure',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', internalType: 'uint16', type: 'uint16', indexed: true },
      { name: 'asset', internalType: 'uint8', type: 'uint8', indexed: true },
      {
        name: 'inputs',
        internalType: 'struct RiskInputs',
        type: 'tuple',
        components: [
          { name: 'volatility', internalType: 'uint256', type: 'uint256' },
          { name: 'horizon', internalType: 'uint32', type: 'uint32' },
          { name: 'multiple', internalType: 'uint256', type: 'uint256' },
          { name: 'marginFloor', internalType: 'uint256', type: 'uint256' },
          { name: 'penalty', internalType: 'uint256', type: 'uint256' },
          { name: 'depth', internalType: 'uint64', type: 'uint64' },
          { name: 'correlations', internalType: 'uint128', type: 'uint128' },
        ],
        indexed: false,
      },
    ],
    name: 'SetRiskInputs',
  },
  {
    type: 'error',
    inputs: [
      { name: 'name', internalType: 'bytes32', type: 'bytes32' },
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'RiskInputOutOfBounds',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// TradeRouter
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const tradeRouterAbi = [
  {
    type: 'function',
    inputs: [
      { name: 'account', internalType: 'bytes32', type: 'bytes32' },
      { name: 'caller', internalType: 'address', type: 'address' },
      { name: 'data', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'onExecute',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'error',
    inputs: [{ name: 'caller', internalType: 'address', type: 'address' }],
    name: 'CallbackNotAllowed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'OrderExpired',
  },
  {
    type: 'error',
    inputs: [{ name: 'pool', internalType: 'address', type: 'address' }],
    name: 'PoolNotFound',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ProceedsBelowDebt',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'SlippageExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', internalType: 'uint256', type: 'uint256' },
      { name: 'bound', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'SwapIncomplete',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// UniswapV3Pool
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const uniswapV3PoolAbi = [
  {
    type: 'function',
    inputs: [],
    name: 'fee',
    outputs: [{ name: '', internalType: 'uint24', type: 'uint24' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'liquidity',
    outputs: [{ name: '', internalType: 'uint128', type: 'uint128' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'slot0',
    outputs: [
      { name: 'sqrtPriceX96', internalType: 'uint160', type: 'uint160' },
      { name: 'tick', internalType: 'int24', type: 'int24' },
      { name: 'observationIndex', internalType: 'uint16', type: 'uint16' },
      {
        name: 'observationCardinality',
        internalType: 'uint16',
        type: 'uint16',
      },
      {
        name: 'observationCardinalityNext',
        internalType: 'uint16',
        type: 'uint16',
      },
      { name: 'feeProtocol', internalType: 'uint8', type: 'uint8' },
      { name: 'unlocked', internalType: 'bool', type: 'bool' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'token0',
    outputs: [{ name: '', internalType: 'address', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'token1',
    outputs: [{ name: '', internalType: 'address', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'sender',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'recipient',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'amount0',
        internalType: 'int256',
        type: 'int256',
        indexed: false,
      },
      {
        name: 'amount1',
        internalType: 'int256',
        type: 'int256',
        indexed: false,
      },
      {
        name: 'sqrtPriceX96',
        internalType: 'uint160',
        type: 'uint160',
        indexed: false,
      },
      {
        name: 'liquidity',
        internalType: 'uint128',
        type: 'uint128',
        indexed: false,
      },
      { name: 'tick', internalType: 'int24', type: 'int24', indexed: false },
    ],
    name: 'Swap',
  },
] as const
