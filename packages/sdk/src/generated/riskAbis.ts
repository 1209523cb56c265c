//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// CoverageGate
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const coverageGateAbi = [
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'coverageOf',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'asset', type: 'uint8' },
          { name: 'rises', type: 'bool' },
          { name: 'throttle', type: 'uint256' },
          { name: 'nettable', type: 'uint256' },
          { name: 'insurance', type: 'uint256' },
          { name: 'backstop', type: 'uint256' },
          { name: 'atRisk', type: 'uint256' },
          { name: 'ratio', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'gapOf',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'horizonOf',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'pendingSince',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'poke',
    outputs: [
      { name: 'ratio', type: 'uint256' },
      { name: 'closed', type: 'bool' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'gap', type: 'uint256' },
    ],
    name: 'setGap',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'horizon', type: 'uint256' },
    ],
    name: 'setHorizon',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'rises', type: 'bool' },
    ],
    name: 'shockOf',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'asset', type: 'uint8' },
          { name: 'rises', type: 'bool' },
          { name: 'throttle', type: 'uint256' },
          { name: 'nettable', type: 'uint256' },
          { name: 'insurance', type: 'uint256' },
          { name: 'backstop', type: 'uint256' },
          { name: 'atRisk', type: 'uint256' },
          { name: 'ratio', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'ratio', type: 'uint256', indexed: false },
      { name: 'closed', type: 'bool', indexed: false },
      { name: 'pendingSince', type: 'uint256', indexed: false },
    ],
    name: 'Poke',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      { name: 'gap', type: 'uint256', indexed: false },
    ],
    name: 'SetGap',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'horizon', type: 'uint256', indexed: false },
    ],
    name: 'SetHorizon',
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
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// DepthOracle
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const depthOracleAbi = [
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'depth',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'observe',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'parametersOf',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'window', type: 'uint24' },
          { name: 'spacing', type: 'uint24' },
        ],
      },
      {
        name: '',
        type: 'tuple[]',
        components: [
          { name: 'pool', type: 'address' },
          { name: 'quoteMarket', type: 'uint16' },
          { name: 'quoteAsset', type: 'uint8' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'sample',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'token', type: 'address' },
      {
        name: 'parameters',
        type: 'tuple',
        components: [
          { name: 'window', type: 'uint24' },
          { name: 'spacing', type: 'uint24' },
        ],
      },
      {
        name: 'pools',
        type: 'tuple[]',
        components: [
          { name: 'pool', type: 'address' },
          { name: 'quoteMarket', type: 'uint16' },
          { name: 'quoteAsset', type: 'uint8' },
        ],
      },
    ],
    name: 'setPools',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'slowDepth',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'state',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'samples', type: 'uint256[4]' },
          { name: 'count', type: 'uint256' },
          { name: 'slow', type: 'uint256' },
          { name: 'observedAt', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'token', type: 'address', indexed: true },
      { name: 'caller', type: 'address', indexed: true },
      { name: 'sample', type: 'uint256', indexed: false },
      { name: 'depth', type: 'uint256', indexed: false },
      { name: 'slow', type: 'uint256', indexed: false },
    ],
    name: 'Observe',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'token', type: 'address', indexed: true },
      {
        name: 'parameters',
        type: 'tuple',
        components: [
          { name: 'window', type: 'uint24' },
          { name: 'spacing', type: 'uint24' },
        ],
        indexed: false,
      },
      {
        name: 'pools',
        type: 'tuple[]',
        components: [
          { name: 'pool', type: 'address' },
          { name: 'quoteMarket', type: 'uint16' },
          { name: 'quoteAsset', type: 'uint8' },
        ],
        indexed: false,
      },
    ],
    name: 'SetPools',
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
  {
    type: 'error',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'NoPools',
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
    name: 'PoolNotInitialized',
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
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'QuotePriceUnavailable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'TooManyPools',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// MarginEngineGovernance
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const marginEngineGovernanceAbi = [
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      {
        name: 'parameters',
        type: 'tuple',
        components: [
          { name: 'initialRatio', type: 'uint16' },
          { name: 'targetHealth', type: 'uint16' },
          { name: 'paused', type: 'bool' },
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
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'token', type: 'address' },
      {
        name: 'reserve',
        type: 'tuple',
        components: [
          { name: 'debtCap', type: 'uint128' },
          { name: 'supplyCap', type: 'uint128' },
          { name: 'minDebt', type: 'uint128' },
          { name: 'feeShare', type: 'uint8' },
          { name: 'ratePremium', type: 'uint16' },
          { name: 'collateralEnabled', type: 'bool' },
          { name: 'borrowEnabled', type: 'bool' },
        ],
      },
      {
        name: 'risk',
        type: 'tuple',
        components: [
          { name: 'volatilityMargin', type: 'uint16' },
          { name: 'penalty', type: 'uint16' },
          { name: 'depth', type: 'uint64' },
          { name: 'correlations', type: 'uint128' },
        ],
      },
    ],
    name: 'listAsset',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      {
        name: 'parameters',
        type: 'tuple',
        components: [
          { name: 'initialRatio', type: 'uint16' },
          { name: 'targetHealth', type: 'uint16' },
          { name: 'paused', type: 'bool' },
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
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      {
        name: 'parameters',
        type: 'tuple',
        components: [
          { name: 'debtCap', type: 'uint128' },
          { name: 'supplyCap', type: 'uint128' },
          { name: 'minDebt', type: 'uint128' },
          { name: 'feeShare', type: 'uint8' },
          { name: 'ratePremium', type: 'uint16' },
          { name: 'collateralEnabled', type: 'bool' },
          { name: 'borrowEnabled', type: 'bool' },
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
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      {
        name: 'parameters',
        type: 'tuple',
        components: [
          { name: 'volatilityMargin', type: 'uint16' },
          { name: 'penalty', type: 'uint16' },
          { name: 'depth', type: 'uint64' },
          { name: 'correlations', type: 'uint128' },
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
      { name: 'market', type: 'uint16' },
      { name: 'paused', type: 'bool' },
    ],
    name: 'setPaused',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'positionCap', type: 'uint256' },
      { name: 'halted', type: 'bool' },
      { name: 'hedgeless', type: 'bool' },
    ],
    name: 'setOpeningLimits',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'closed', type: 'bool' },
    ],
    name: 'setOpeningsClosed',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'premium', type: 'uint16' },
    ],
    name: 'setRatePremium',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'cap', type: 'uint128' },
    ],
    name: 'setDebtCap',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'backstop', type: 'address' },
    ],
    name: 'setBackstop',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'to', type: 'address' },
    ],
    name: 'collectFees',
    outputs: [{ name: 'amount', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// PriceOracleCheckpoints
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const priceOracleCheckpointsAbi = [
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'checkpointWitness',
    outputs: [],
    stateMutability: 'nonpayable',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// RiskEngine
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const riskEngineAbi = [
  {
    type: 'function',
    inputs: [],
    name: 'DEPTH_ORACLE',
    outputs: [{ name: '', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'VOLATILITY_ORACLE',
    outputs: [{ name: '', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'assetOf',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'token', type: 'address' },
          { name: 'level', type: 'uint8' },
          { name: 'reasons', type: 'uint8' },
          { name: 'depth', type: 'uint256' },
          { name: 'slowVolatility', type: 'uint256' },
          { name: 'debtCap', type: 'uint256' },
          { name: 'debtCeiling', type: 'uint256' },
          { name: 'refreshedAt', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'debtCap',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'horizonOf',
    outputs: [{ name: '', type: 'uint32' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'mayLoosen',
    outputs: [{ name: '', type: 'bool' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'railsOf',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'multiple', type: 'uint64' },
          { name: 'marginFloor', type: 'uint16' },
          { name: 'marginCap', type: 'uint16' },
          { name: 'penalty', type: 'uint16' },
          { name: 'latency', type: 'uint32' },
          { name: 'correlationCap', type: 'uint8' },
          { name: 'debtDepths', type: 'uint16' },
          { name: 'depthFloor', type: 'uint64' },
          { name: 'depthCap', type: 'uint64' },
          { name: 'debtCap', type: 'uint128' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'refresh',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'regime',
    outputs: [
      { name: '', type: 'uint8' },
      { name: 'reasons', type: 'uint8' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'regimeSince',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'horizon', type: 'uint32' },
    ],
    name: 'setHorizon',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      {
        name: 'rails',
        type: 'tuple',
        components: [
          { name: 'multiple', type: 'uint64' },
          { name: 'marginFloor', type: 'uint16' },
          { name: 'marginCap', type: 'uint16' },
          { name: 'penalty', type: 'uint16' },
          { name: 'latency', type: 'uint32' },
          { name: 'correlationCap', type: 'uint8' },
          { name: 'debtDepths', type: 'uint16' },
          { name: 'depthFloor', type: 'uint64' },
          { name: 'depthCap', type: 'uint64' },
          { name: 'debtCap', type: 'uint128' },
        ],
      },
    ],
    name: 'setRails',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'volatilityMargin',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      { name: 'caller', type: 'address', indexed: true },
      { name: 'volatility', type: 'uint256', indexed: false },
      { name: 'margin', type: 'uint256', indexed: false },
      { name: 'depth', type: 'uint256', indexed: false },
      { name: 'correlations', type: 'uint256', indexed: false },
      { name: 'debtCap', type: 'uint256', indexed: false },
      { name: 'debtCeiling', type: 'uint256', indexed: false },
    ],
    name: 'Refresh',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'horizon', type: 'uint32', indexed: false },
    ],
    name: 'SetHorizon',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      {
        name: 'rails',
        type: 'tuple',
        components: [
          { name: 'multiple', type: 'uint64' },
          { name: 'marginFloor', type: 'uint16' },
          { name: 'marginCap', type: 'uint16' },
          { name: 'penalty', type: 'uint16' },
          { name: 'latency', type: 'uint32' },
          { name: 'correlationCap', type: 'uint8' },
          { name: 'debtDepths', type: 'uint16' },
          { name: 'depthFloor', type: 'uint64' },
          { name: 'depthCap', type: 'uint64' },
          { name: 'debtCap', type: 'uint128' },
        ],
        indexed: false,
      },
    ],
    name: 'SetRails',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      { name: 'level', type: 'uint8', indexed: false },
      { name: 'reasons', type: 'uint8', indexed: false },
      { name: 'regime', type: 'uint8', indexed: false },
    ],
    name: 'SetRegime',
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
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// RiskLens
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const riskLensAbi = [
  {
    type: 'function',
    inputs: [
      { name: 'markets', type: 'uint16[]' },
      { name: 'tokens', type: 'address[]' },
    ],
    name: 'report',
    outputs: [
      { name: 'blockNumber', type: 'uint256' },
      { name: 'timestamp', type: 'uint256' },
      {
        name: 'tokenRisks',
        type: 'tuple[]',
        components: [
          { name: 'token', type: 'address' },
          { name: 'seeded', type: 'bool' },
          { name: 'pooled', type: 'bool' },
          {
            name: 'volatility',
            type: 'tuple',
            components: [
              { name: 'volatility', type: 'uint256' },
              { name: 'baseline', type: 'uint256' },
              { name: 'learned', type: 'uint256' },
              { name: 'counted', type: 'uint256' },
              { name: 'ewma6h', type: 'uint256' },
              { name: 'ewma168h', type: 'uint256' },
              { name: 'baselineScore', type: 'uint256' },
              { name: 'learnedScore', type: 'uint256' },
              { name: 'scored', type: 'uint256' },
              { name: 'learnedCounts', type: 'bool' },
              { name: 'slopes', type: 'int256[3]' },
              { name: 'price', type: 'uint256' },
              { name: 'lastPoke', type: 'uint256' },
              { name: 'staleAfter', type: 'uint256' },
              { name: 'stress', type: 'uint256' },
              { name: 'clips', type: 'uint256' },
              { name: 'correlationParts', type: 'bool' },
            ],
          },
          { name: 'depth', type: 'uint256' },
          { name: 'slowDepth', type: 'uint256' },
          { name: 'depthObservedAt', type: 'uint256' },
          { name: 'ladder', type: 'uint256[8]' },
        ],
      },
      {
        name: 'pairRisks',
        type: 'tuple[]',
        components: [
          { name: 'a', type: 'address' },
          { name: 'b', type: 'address' },
          { name: 'raw', type: 'uint256' },
          { name: 'usable', type: 'uint256' },
          { name: 'parts', type: 'bool' },
        ],
      },
      {
        name: 'marketRisks',
        type: 'tuple[]',
        components: [
          { name: 'market', type: 'uint16' },
          { name: 'regime', type: 'uint8' },
          { name: 'since', type: 'uint256' },
          { name: 'reasons', type: 'uint8' },
          { name: 'openingsClosed', type: 'bool' },
          { name: 'hedgeless', type: 'bool' },
          { name: 'covered', type: 'bool' },
          {
            name: 'coverage',
            type: 'tuple',
            components: [
              { name: 'asset', type: 'uint8' },
              { name: 'rises', type: 'bool' },
              { name: 'throttle', type: 'uint256' },
              { name: 'nettable', type: 'uint256' },
              { name: 'insurance', type: 'uint256' },
              { name: 'backstop', type: 'uint256' },
              { name: 'atRisk', type: 'uint256' },
              { name: 'ratio', type: 'uint256' },
            ],
          },
          { name: 'gap', type: 'uint256' },
          { name: 'basePrice', type: 'uint256' },
          { name: 'quotePrice', type: 'uint256' },
          { name: 'longs', type: 'uint256[]' },
          { name: 'shorts', type: 'uint256[]' },
        ],
      },
    ],
    stateMutability: 'view',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// VolatilityOracle
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const volatilityOracleAbi = [
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'clips',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'a', type: 'address' },
      { name: 'b', type: 'address' },
    ],
    name: 'correlation',
    outputs: [{ name: '', type: 'uint8' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'a', type: 'address' },
      { name: 'b', type: 'address' },
    ],
    name: 'correlationsPart',
    outputs: [{ name: '', type: 'bool' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'factor',
    outputs: [{ name: '', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'forecast',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'volatility', type: 'uint256' },
          { name: 'baseline', type: 'uint256' },
          { name: 'learned', type: 'uint256' },
          { name: 'counted', type: 'uint256' },
          { name: 'ewma6h', type: 'uint256' },
          { name: 'ewma168h', type: 'uint256' },
          { name: 'baselineScore', type: 'uint256' },
          { name: 'learnedScore', type: 'uint256' },
          { name: 'scored', type: 'uint256' },
          { name: 'learnedCounts', type: 'bool' },
          { name: 'slopes', type: 'int256[3]' },
          { name: 'price', type: 'uint256' },
          { name: 'lastPoke', type: 'uint256' },
          { name: 'staleAfter', type: 'uint256' },
          { name: 'stress', type: 'uint256' },
          { name: 'clips', type: 'uint256' },
          { name: 'correlationParts', type: 'bool' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'lastPoke',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'token', type: 'address' },
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'stress', type: 'uint256' },
    ],
    name: 'list',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'listing',
    outputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'stress', type: 'uint256' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'poke',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'tokens', type: 'address[]' }],
    name: 'pokeMany',
    outputs: [{ name: 'poked', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [],
    name: 'samplePeriod',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'token', type: 'address' },
      { name: 'volatility', type: 'uint256' },
    ],
    name: 'seed',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'factor', type: 'address' }],
    name: 'setFactor',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'samplePeriod', type: 'uint256' }],
    name: 'setSamplePeriod',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'volatility',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'token', type: 'address', indexed: true },
      { name: 'clips', type: 'uint256', indexed: false },
    ],
    name: 'Clip',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'token', type: 'address', indexed: true },
      { name: 'market', type: 'uint16', indexed: false },
      { name: 'asset', type: 'uint8', indexed: false },
      { name: 'stress', type: 'uint256', indexed: false },
    ],
    name: 'List',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'token', type: 'address', indexed: true },
      { name: 'caller', type: 'address', indexed: true },
      { name: 'price', type: 'uint256', indexed: false },
      { name: 'volatility', type: 'uint256', indexed: false },
      { name: 'baseline', type: 'uint256', indexed: false },
      { name: 'learned', type: 'uint256', indexed: false },
      { name: 'time', type: 'uint256', indexed: false },
    ],
    name: 'Poke',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'token', type: 'address', indexed: true },
      { name: 'volatility', type: 'uint256', indexed: false },
    ],
    name: 'Seed',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [{ name: 'factor', type: 'address', indexed: true }],
    name: 'SetFactor',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [{ name: 'samplePeriod', type: 'uint256', indexed: false }],
    name: 'SetSamplePeriod',
  },
  {
    type: 'error',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'AlreadySeeded',
  },
  {
    type: 'error',
    inputs: [{ name: 'token', type: 'address' }],
    name: 'NotListed',
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
    name: 'PokedTooEarly',
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
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
    ],
    name: 'SampleOutOfBounds',
  },
] as const
