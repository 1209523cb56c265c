//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// Aggregator
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const aggregatorAbi = [
  {
    type: 'function',
    inputs: [],
    name: 'decimals',
    outputs: [{ name: '', type: 'uint8' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: '_roundId', type: 'uint80' }],
    name: 'getRoundData',
    outputs: [
      { name: 'roundId', type: 'uint80' },
      { name: 'answer', type: 'int256' },
      { name: 'startedAt', type: 'uint256' },
      { name: 'updatedAt', type: 'uint256' },
      { name: 'answeredInRound', type: 'uint80' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'latestRoundData',
    outputs: [
      { name: 'roundId', type: 'uint80' },
      { name: 'answer', type: 'int256' },
      { name: 'startedAt', type: 'uint256' },
      { name: 'updatedAt', type: 'uint256' },
      { name: 'answeredInRound', type: 'uint80' },
    ],
    stateMutability: 'view',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// Erc20
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const erc20Abi = [
  {
    type: 'function',
    inputs: [
      { name: 'owner', type: 'address' },
      { name: 'spender', type: 'address' },
    ],
    name: 'allowance',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'spender', type: 'address' },
      { name: 'value', type: 'uint256' },
    ],
    name: 'approve',
    outputs: [{ name: '', type: 'bool' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', type: 'address' }],
    name: 'balanceOf',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'decimals',
    outputs: [{ name: '', type: 'uint8' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'name',
    outputs: [{ name: '', type: 'string' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'symbol',
    outputs: [{ name: '', type: 'string' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'DOMAIN_SEPARATOR',
    outputs: [{ name: '', type: 'bytes32' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'eip712Domain',
    outputs: [
      { name: 'fields', type: 'bytes1' },
      { name: 'name', type: 'string' },
      { name: 'version', type: 'string' },
      { name: 'chainId', type: 'uint256' },
      { name: 'verifyingContract', type: 'address' },
      { name: 'salt', type: 'bytes32' },
      { name: 'extensions', type: 'uint256[]' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'owner', type: 'address' }],
    name: 'nonces',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'owner', type: 'address' },
      { name: 'spender', type: 'address' },
      { name: 'value', type: 'uint256' },
      { name: 'deadline', type: 'uint256' },
      { name: 'v', type: 'uint8' },
      { name: 'r', type: 'bytes32' },
      { name: 's', type: 'bytes32' },
    ],
    name: 'permit',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'owner', type: 'address', indexed: true },
      { name: 'spender', type: 'address', indexed: true },
      { name: 'value', type: 'uint256', indexed: false },
    ],
    name: 'Approval',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'from', type: 'address', indexed: true },
      { name: 'to', type: 'address', indexed: true },
      { name: 'value', type: 'uint256', indexed: false },
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
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'amount', type: 'uint256' }],
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
    inputs: [{ name: 'ids', type: 'bytes32[]' }],
    name: 'accounts',
    outputs: [
      {
        name: '',
        type: 'tuple[]',
        components: [
          { name: 'account', type: 'bytes32' },
          { name: 'market', type: 'uint16' },
          { name: 'collateral', type: 'uint256[16]' },
          { name: 'debt', type: 'uint256[16]' },
          { name: 'priced', type: 'bool' },
          {
            name: 'maintenance',
            type: 'tuple',
            components: [
              { name: 'collateral', type: 'uint256' },
              { name: 'debt', type: 'uint256' },
              { name: 'margin', type: 'uint256' },
            ],
          },
          {
            name: 'initial',
            type: 'tuple',
            components: [
              { name: 'collateral', type: 'uint256' },
              { name: 'debt', type: 'uint256' },
              { name: 'margin', type: 'uint256' },
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
      { name: 'markets', type: 'uint16[]' },
      { name: 'accounts', type: 'bytes32[]' },
      { name: 'pools', type: 'address[]' },
      { name: 'user', type: 'address' },
    ],
    name: 'snapshot',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'blockNumber', type: 'uint256' },
          { name: 'timestamp', type: 'uint256' },
          {
            name: 'markets',
            type: 'tuple[]',
            components: [
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
              { name: 'openingsClosed', type: 'bool' },
              { name: 'halted', type: 'bool' },
              { name: 'hedgeless', type: 'bool' },
              {
                name: 'assets',
                type: 'tuple[]',
                components: [
                  { name: 'asset', type: 'uint8' },
                  { name: 'symbol', type: 'string' },
                  { name: 'decimals', type: 'uint8' },
                  { name: 'openingLow', type: 'uint256' },
                  { name: 'openingHigh', type: 'uint256' },
                  { name: 'maintenanceLow', type: 'uint256' },
                  { name: 'maintenanceHigh', type: 'uint256' },
                  {
                    name: 'price',
                    type: 'tuple',
                    components: [
                      { name: 'status', type: 'uint8' },
                      { name: 'primary', type: 'uint256' },
                      { name: 'witness', type: 'uint256' },
                      { name: 'mid', type: 'uint256' },
                      { name: 'updatedAt', type: 'uint256' },
                      { name: 'staleAfter', type: 'uint256' },
                      { name: 'deviation', type: 'uint256' },
                      { name: 'maxDeviation', type: 'uint256' },
                      { name: 'reasons', type: 'uint256' },
                      {
                        name: 'feed',
                        type: 'tuple',
                        components: [
                          { name: 'state', type: 'uint8' },
                          { name: 'price', type: 'uint256' },
                          { name: 'confidence', type: 'uint256' },
                          { name: 'updatedAt', type: 'uint256' },
                          { name: 'staleAfter', type: 'uint256' },
                        ],
                      },
                      {
                        name: 'pyth',
                        type: 'tuple',
                        components: [
                          { name: 'state', type: 'uint8' },
                          { name: 'price', type: 'uint256' },
                          { name: 'confidence', type: 'uint256' },
                          { name: 'updatedAt', type: 'uint256' },
                          { name: 'staleAfter', type: 'uint256' },
                        ],
                      },
                      {
                        name: 'pool',
                        type: 'tuple',
                        components: [
                          { name: 'state', type: 'uint8' },
                          { name: 'price', type: 'uint256' },
                          { name: 'confidence', type: 'uint256' },
                          { name: 'updatedAt', type: 'uint256' },
                          { name: 'staleAfter', type: 'uint256' },
                        ],
                      },
                      { name: 'quarantineEnd', type: 'uint256' },
                      { name: 'sequencer', type: 'uint8' },
                      { name: 'settledAt', type: 'uint256' },
                      {
                        name: 'proposal',
                        type: 'tuple',
                        components: [
                          { name: 'feed', type: 'address' },
                          { name: 'pythId', type: 'bytes32' },
                          { name: 'startedAt', type: 'uint256' },
                          { name: 'readyAt', type: 'uint256' },
                          { name: 'nextSampleAt', type: 'uint256' },
                          { name: 'samples', type: 'uint256' },
                          { name: 'samplesNeeded', type: 'uint256' },
                        ],
                      },
                    ],
                  },
                  {
                    name: 'reserve',
                    type: 'tuple',
                    components: [
                      { name: 'token', type: 'address' },
                      { name: 'cash', type: 'uint256' },
                      { name: 'debt', type: 'uint256' },
                      { name: 'fees', type: 'uint256' },
                      { name: 'totalAssets', type: 'uint256' },
                      { name: 'supplyShares', type: 'uint256' },
                      { name: 'index', type: 'uint256' },
                      { name: 'rateAtTarget', type: 'uint256' },
                      { name: 'borrowRate', type: 'uint256' },
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
                  },
                  {
                    name: 'risk',
                    type: 'tuple',
                    components: [
                      { name: 'maintenanceMargin', type: 'uint256' },
                      { name: 'initialMargin', type: 'uint256' },
                      { name: 'targetMargin', type: 'uint256' },
                      { name: 'penalty', type: 'uint256' },
                      { name: 'depth', type: 'uint256' },
                      { name: 'correlations', type: 'uint128' },
                    ],
                  },
                  { name: 'positionCap', type: 'uint256' },
                ],
              },
            ],
          },
          {
            name: 'accounts',
            type: 'tuple[]',
            components: [
              { name: 'account', type: 'bytes32' },
              { name: 'market', type: 'uint16' },
              { name: 'collateral', type: 'uint256[16]' },
              { name: 'debt', type: 'uint256[16]' },
              { name: 'priced', type: 'bool' },
              {
                name: 'maintenance',
                type: 'tuple',
                components: [
                  { name: 'collateral', type: 'uint256' },
                  { name: 'debt', type: 'uint256' },
                  { name: 'margin', type: 'uint256' },
                ],
              },
              {
                name: 'initial',
                type: 'tuple',
                components: [
                  { name: 'collateral', type: 'uint256' },
                  { name: 'debt', type: 'uint256' },
                  { name: 'margin', type: 'uint256' },
                ],
              },
            ],
          },
          {
            name: 'lender',
            type: 'tuple[]',
            components: [
              { name: 'market', type: 'uint16' },
              { name: 'asset', type: 'uint8' },
              { name: 'shares', type: 'uint256' },
              { name: 'assets', type: 'uint256' },
            ],
          },
          {
            name: 'wallet',
            type: 'tuple[]',
            components: [
              { name: 'token', type: 'address' },
              { name: 'balance', type: 'uint256' },
              { name: 'engineAllowance', type: 'uint256' },
              { name: 'routerAllowance', type: 'uint256' },
            ],
          },
          {
            name: 'pools',
            type: 'tuple[]',
            components: [
              { name: 'pool', type: 'address' },
              { name: 'sqrtPriceX96', type: 'uint160' },
              { name: 'tick', type: 'int24' },
              { name: 'liquidity', type: 'uint128' },
              { name: 'fee', type: 'uint24' },
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
    outputs: [{ name: '', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
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
        type: 'tuple',
        components: [
          { name: 'account', type: 'bytes32' },
          { name: 'market', type: 'uint16' },
          { name: 'collateralAsset', type: 'uint8' },
          { name: 'debtAsset', type: 'uint8' },
          { name: 'collateralDelta', type: 'int256' },
          { name: 'collateralTo', type: 'address' },
          { name: 'debtDelta', type: 'int256' },
          { name: 'debtTo', type: 'address' },
          { name: 'restTo', type: 'address' },
        ],
      },
    ],
    name: 'adjust',
    outputs: [
      { name: 'collateralDelta', type: 'int256' },
      { name: 'debtDelta', type: 'int256' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'collateralAsset', type: 'uint8' },
      { name: 'debtAsset', type: 'uint8' },
    ],
    name: 'amounts',
    outputs: [
      { name: 'collateral', type: 'uint256' },
      { name: 'debt', type: 'uint256' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'assetCount',
    outputs: [{ name: '', type: 'uint8' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'amount', type: 'uint256' },
      { name: 'to', type: 'address' },
    ],
    name: 'borrow',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'debtAsset', type: 'uint8' },
      { name: 'collateralAsset', type: 'uint8' },
      { name: 'gap', type: 'uint256' },
    ],
    name: 'debtAtRisk',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'executor', type: 'address' },
      { name: 'data', type: 'bytes' },
    ],
    name: 'deleverage',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'amount', type: 'uint256' },
    ],
    name: 'deposit',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'executor', type: 'address' },
      { name: 'data', type: 'bytes' },
    ],
    name: 'execute',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'token', type: 'address' },
      { name: 'amount', type: 'uint256' },
      { name: 'receiver', type: 'address' },
      { name: 'data', type: 'bytes' },
    ],
    name: 'flashLoan',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', type: 'bytes32' }],
    name: 'health',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'collateral', type: 'uint256' },
          { name: 'debt', type: 'uint256' },
          { name: 'margin', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', type: 'bytes32' }],
    name: 'initialHealth',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'collateral', type: 'uint256' },
          { name: 'debt', type: 'uint256' },
          { name: 'margin', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'owner', type: 'address' },
      { name: 'operator', type: 'address' },
    ],
    name: 'isOperator',
    outputs: [{ name: '', type: 'bool' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'debtAsset', type: 'uint8' },
      { name: 'collateralAsset', type: 'uint8' },
    ],
    name: 'liquidationMap',
    outputs: [{ name: 'debts', type: 'uint256[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'marketParameters',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'initialRatio', type: 'uint16' },
          { name: 'targetHealth', type: 'uint16' },
          { name: 'paused', type: 'bool' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'owner', type: 'address' }],
    name: 'nonces',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'openingLimits',
    outputs: [
      { name: 'positionCap', type: 'uint256' },
      { name: 'halted', type: 'bool' },
      { name: 'hedgeless', type: 'bool' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'market', type: 'uint16' }],
    name: 'openingsClosed',
    outputs: [{ name: '', type: 'bool' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', type: 'bytes32' }],
    name: 'position',
    outputs: [
      { name: 'market', type: 'uint16' },
      { name: 'collateral', type: 'uint256[16]' },
      { name: 'debt', type: 'uint256[16]' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'shares', type: 'uint256' },
      { name: 'to', type: 'address' },
    ],
    name: 'redeem',
    outputs: [{ name: 'assets', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'asset', type: 'uint8' },
      { name: 'amount', type: 'uint256' },
    ],
    name: 'repay',
    outputs: [{ name: 'repaid', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'reserve',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'token', type: 'address' },
          { name: 'cash', type: 'uint256' },
          { name: 'debt', type: 'uint256' },
          { name: 'fees', type: 'uint256' },
          { name: 'totalAssets', type: 'uint256' },
          { name: 'supplyShares', type: 'uint256' },
          { name: 'index', type: 'uint256' },
          { name: 'rateAtTarget', type: 'uint256' },
          { name: 'borrowRate', type: 'uint256' },
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
    name: 'risk',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'maintenanceMargin', type: 'uint256' },
          { name: 'initialMargin', type: 'uint256' },
          { name: 'targetMargin', type: 'uint256' },
          { name: 'penalty', type: 'uint256' },
          { name: 'depth', type: 'uint256' },
          { name: 'correlations', type: 'uint128' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'operator', type: 'address' },
      { name: 'approved', type: 'bool' },
    ],
    name: 'setOperator',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'owner', type: 'address' },
      { name: 'operator', type: 'address' },
      { name: 'approved', type: 'bool' },
      { name: 'deadline', type: 'uint256' },
      { name: 'signature', type: 'bytes' },
    ],
    name: 'setOperatorWithSignature',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'sharesOf',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
      { name: 'amount', type: 'uint256' },
    ],
    name: 'supply',
    outputs: [{ name: 'shares', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'sync',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', type: 'bytes32' }],
    name: 'touch',
    outputs: [{ name: 'bucket', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'unmappedDebt',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'asset', type: 'uint8' },
      { name: 'amount', type: 'uint256' },
      { name: 'to', type: 'address' },
    ],
    name: 'withdraw',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'reserve', type: 'uint256', indexed: true },
      { name: 'debtWord', type: 'uint256', indexed: false },
      { name: 'cashWord', type: 'uint256', indexed: false },
    ],
    name: 'Accrue',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'account', type: 'bytes32', indexed: true },
      { name: 'caller', type: 'address', indexed: true },
      { name: 'assets', type: 'uint256', indexed: false },
      { name: 'collateralDelta', type: 'int256', indexed: false },
      { name: 'debtDelta', type: 'int256', indexed: false },
      { name: 'position', type: 'uint256', indexed: false },
      { name: 'debtWord', type: 'uint256', indexed: false },
      { name: 'cashWord', type: 'uint256', indexed: false },
    ],
    name: 'Adjust',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      { name: 'to', type: 'address', indexed: false },
      { name: 'amount', type: 'uint256', indexed: false },
      { name: 'debtWord', type: 'uint256', indexed: false },
      { name: 'cashWord', type: 'uint256', indexed: false },
    ],
    name: 'CollectFees',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [{ name: 'market', type: 'uint16', indexed: true }],
    name: 'CreateMarket',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'caller', type: 'address', indexed: true },
      { name: 'receiver', type: 'address', indexed: true },
      { name: 'token', type: 'address', indexed: true },
      { name: 'amount', type: 'uint256', indexed: false },
    ],
    name: 'FlashLoan',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'account', type: 'bytes32', indexed: true },
      { name: 'caller', type: 'address', indexed: true },
      { name: 'reserve', type: 'uint256', indexed: false },
      { name: 'assets', type: 'int256', indexed: false },
      { name: 'shares', type: 'uint256', indexed: false },
      { name: 'debtWord', type: 'uint256', indexed: false },
      { name: 'cashWord', type: 'uint256', indexed: false },
      { name: 'supplyWord', type: 'uint256', indexed: false },
    ],
    name: 'Lend',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'account', type: 'bytes32', indexed: true },
      { name: 'caller', type: 'address', indexed: true },
      { name: 'assets', type: 'uint256', indexed: false },
      { name: 'repaid', type: 'uint256', indexed: false },
      { name: 'seized', type: 'uint256', indexed: false },
      { name: 'bonus', type: 'uint256', indexed: false },
      { name: 'fee', type: 'uint256', indexed: false },
      { name: 'position', type: 'uint256', indexed: false },
      { name: 'debtWord', type: 'uint256', indexed: false },
      { name: 'cashWord', type: 'uint256', indexed: false },
    ],
    name: 'Liquidate',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      { name: 'token', type: 'address', indexed: true },
    ],
    name: 'ListAsset',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'account', type: 'bytes32', indexed: true },
      { name: 'caller', type: 'address', indexed: true },
      { name: 'assets', type: 'uint256', indexed: false },
      { name: 'collateralDelta', type: 'int256', indexed: false },
      { name: 'collateral', type: 'uint256', indexed: false },
    ],
    name: 'MoveCollateral',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      { name: 'cap', type: 'uint128', indexed: false },
      { name: 'cashWord', type: 'uint256', indexed: false },
    ],
    name: 'SetDebtCap',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      {
        name: 'parameters',
        type: 'tuple',
        components: [
          { name: 'initialRatio', type: 'uint16' },
          { name: 'targetHealth', type: 'uint16' },
          { name: 'paused', type: 'bool' },
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
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      { name: 'positionCap', type: 'uint256', indexed: false },
      { name: 'halted', type: 'bool', indexed: false },
      { name: 'hedgeless', type: 'bool', indexed: false },
    ],
    name: 'SetOpeningLimits',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'closed', type: 'bool', indexed: false },
    ],
    name: 'SetOpeningsClosed',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'owner', type: 'address', indexed: true },
      { name: 'operator', type: 'address', indexed: true },
      { name: 'approved', type: 'bool', indexed: false },
    ],
    name: 'SetOperator',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      { name: 'premium', type: 'uint16', indexed: false },
      { name: 'debtWord', type: 'uint256', indexed: false },
      { name: 'cashWord', type: 'uint256', indexed: false },
    ],
    name: 'SetRatePremium',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
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
        indexed: false,
      },
      { name: 'debtWord', type: 'uint256', indexed: false },
      { name: 'cashWord', type: 'uint256', indexed: false },
    ],
    name: 'SetReserveParameters',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'market', type: 'uint16', indexed: true },
      { name: 'asset', type: 'uint8', indexed: true },
      {
        name: 'parameters',
        type: 'tuple',
        components: [
          { name: 'volatilityMargin', type: 'uint16' },
          { name: 'penalty', type: 'uint16' },
          { name: 'depth', type: 'uint64' },
          { name: 'correlations', type: 'uint128' },
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
      { name: 'account', type: 'bytes32', indexed: true },
      { name: 'bucket', type: 'uint256', indexed: false },
    ],
    name: 'Touch',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'account', type: 'bytes32', indexed: true },
      { name: 'assets', type: 'uint256', indexed: false },
      { name: 'loss', type: 'uint256', indexed: false },
      { name: 'feesLost', type: 'uint256', indexed: false },
      { name: 'debtWord', type: 'uint256', indexed: false },
      { name: 'cashWord', type: 'uint256', indexed: false },
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
        type: 'tuple',
        components: [
          { name: 'kind', type: 'uint8' },
          { name: 'permitKind', type: 'uint8' },
          { name: 'market', type: 'uint16' },
          { name: 'collateralAsset', type: 'uint8' },
          { name: 'debtAsset', type: 'uint8' },
          { name: 'collateralToken', type: 'address' },
          { name: 'debtToken', type: 'address' },
          { name: 'poolFee', type: 'uint24' },
          { name: 'equity', type: 'uint256' },
          { name: 'amount', type: 'uint256' },
          { name: 'limit', type: 'uint256' },
          { name: 'payout', type: 'uint256' },
          { name: 'recipient', type: 'address' },
          { name: 'deadline', type: 'uint256' },
          { name: 'permit', type: 'bytes' },
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
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'latency',
    outputs: [{ name: '', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'assets', type: 'uint16' },
    ],
    name: 'maintenancePrices',
    outputs: [{ name: 'words', type: 'uint256[16]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'assets', type: 'uint16' },
    ],
    name: 'openingPrices',
    outputs: [{ name: 'words', type: 'uint256[16]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'market', type: 'uint16' },
      { name: 'asset', type: 'uint8' },
    ],
    name: 'report',
    outputs: [
      {
        name: '',
        type: 'tuple',
        components: [
          { name: 'status', type: 'uint8' },
          { name: 'primary', type: 'uint256' },
          { name: 'witness', type: 'uint256' },
          { name: 'mid', type: 'uint256' },
          { name: 'updatedAt', type: 'uint256' },
          { name: 'staleAfter', type: 'uint256' },
          { name: 'deviation', type: 'uint256' },
          { name: 'maxDeviation', type: 'uint256' },
          { name: 'reasons', type: 'uint256' },
          {
            name: 'feed',
            type: 'tuple',
            components: [
              { name: 'state', type: 'uint8' },
              { name: 'price', type: 'uint256' },
              { name: 'confidence', type: 'uint256' },
              { name: 'updatedAt', type: 'uint256' },
              { name: 'staleAfter', type: 'uint256' },
            ],
          },
          {
            name: 'pyth',
            type: 'tuple',
            components: [
              { name: 'state', type: 'uint8' },
              { name: 'price', type: 'uint256' },
              { name: 'confidence', type: 'uint256' },
              { name: 'updatedAt', type: 'uint256' },
              { name: 'staleAfter', type: 'uint256' },
            ],
          },
          {
            name: 'pool',
            type: 'tuple',
            components: [
              { name: 'state', type: 'uint8' },
              { name: 'price', type: 'uint256' },
              { name: 'confidence', type: 'uint256' },
              { name: 'updatedAt', type: 'uint256' },
              { name: 'staleAfter', type: 'uint256' },
            ],
          },
          { name: 'quarantineEnd', type: 'uint256' },
          { name: 'sequencer', type: 'uint8' },
          { name: 'settledAt', type: 'uint256' },
          {
            name: 'proposal',
            type: 'tuple',
            components: [
              { name: 'feed', type: 'address' },
              { name: 'pythId', type: 'bytes32' },
              { name: 'startedAt', type: 'uint256' },
              { name: 'readyAt', type: 'uint256' },
              { name: 'nextSampleAt', type: 'uint256' },
              { name: 'samples', type: 'uint256' },
              { name: 'samplesNeeded', type: 'uint256' },
            ],
          },
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
        type: 'tuple',
        components: [
          { name: 'tokenIn', type: 'address' },
          { name: 'tokenOut', type: 'address' },
          { name: 'amountIn', type: 'uint256' },
          { name: 'fee', type: 'uint24' },
          { name: 'sqrtPriceLimitX96', type: 'uint160' },
        ],
      },
    ],
    name: 'quoteExactInputSingle',
    outputs: [
      { name: 'amountOut', type: 'uint256' },
      { name: 'sqrtPriceX96After', type: 'uint160' },
      { name: 'initializedTicksCrossed', type: 'uint32' },
      { name: 'gasEstimate', type: 'uint256' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      {
        name: 'params',
        type: 'tuple',
        components: [
          { name: 'tokenIn', type: 'address' },
          { name: 'tokenOut', type: 'address' },
          { name: 'amount', type: 'uint256' },
          { name: 'fee', type: 'uint24' },
          { name: 'sqrtPriceLimitX96', type: 'uint160' },
        ],
      },
    ],
    name: 'quoteExactOutputSingle',
    outputs: [
      { name: 'amountIn', type: 'uint256' },
      { name: 'sqrtPriceX96After', type: 'uint160' },
      { name: 'initializedTicksCrossed', type: 'uint32' },
      { name: 'gasEstimate', type: 'uint256' },
    ],
    stateMutability: 'nonpayable',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// TradeRouter
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const tradeRouterAbi = [
  {
    type: 'function',
    inputs: [
      { name: 'account', type: 'bytes32' },
      { name: 'caller', type: 'address' },
      { name: 'data', type: 'bytes' },
    ],
    name: 'onExecute',
    outputs: [],
    stateMutability: 'nonpayable',
  },
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
    name: 'OrderExpired',
  },
  {
    type: 'error',
    inputs: [{ name: 'pool', type: 'address' }],
    name: 'PoolNotFound',
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
    name: 'SlippageExceeded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'actual', type: 'uint256' },
      { name: 'bound', type: 'uint256' },
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
    outputs: [{ name: '', type: 'uint24' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'liquidity',
    outputs: [{ name: '', type: 'uint128' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'slot0',
    outputs: [
      { name: 'sqrtPriceX96', type: 'uint160' },
      { name: 'tick', type: 'int24' },
      { name: 'observationIndex', type: 'uint16' },
      { name: 'observationCardinality', type: 'uint16' },
      { name: 'observationCardinalityNext', type: 'uint16' },
      { name: 'feeProtocol', type: 'uint8' },
      { name: 'unlocked', type: 'bool' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'token0',
    outputs: [{ name: '', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'token1',
    outputs: [{ name: '', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'sender', type: 'address', indexed: true },
      { name: 'recipient', type: 'address', indexed: true },
      { name: 'amount0', type: 'int256', indexed: false },
      { name: 'amount1', type: 'int256', indexed: false },
      { name: 'sqrtPriceX96', type: 'uint160', indexed: false },
      { name: 'liquidity', type: 'uint128', indexed: false },
      { name: 'tick', type: 'int24', indexed: false },
    ],
    name: 'Swap',
  },
] as const
