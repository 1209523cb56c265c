import { contractError } from "./contract";

export const ERC20InsufficientAllowanceError = contractError(
  "ERC20InsufficientAllowance",
  ({ spender, allowance, needed }, w) =>
    `${w.address(spender)} may take ${w.amount(allowance, "collateral")}, this needs ${w.amount(needed, "collateral")}. Approve the full amount.`,
);
export const ERC20InsufficientBalanceError = contractError(
  "ERC20InsufficientBalance",
  ({ balance, needed, sender }, w) =>
    `${w.address(sender)} has ${w.amount(balance, "collateral")}, this needs ${w.amount(needed, "collateral")}. Use less.`,
);
export const ERC20InvalidApproverError = contractError(
  "ERC20InvalidApprover",
  ({ approver }, w) => `${w.address(approver)} cannot approve tokens.`,
);
export const ERC20InvalidReceiverError = contractError(
  "ERC20InvalidReceiver",
  ({ receiver }, w) => `Tokens cannot be sent to ${w.address(receiver)}. Choose another receiver.`,
);
export const ERC20InvalidSenderError = contractError(
  "ERC20InvalidSender",
  ({ sender }, w) => `Tokens cannot be sent from ${w.address(sender)}.`,
);
export const ERC20InvalidSpenderError = contractError(
  "ERC20InvalidSpender",
  ({ spender }, w) => `${w.address(spender)} cannot be approved.`,
);
export const ERC2612ExpiredSignatureError = contractError(
  "ERC2612ExpiredSignature",
  ({ deadline }) => `The permit expired at ${new Date(Number(deadline) * 1000).toISOString()}. Sign again.`,
);
export const ERC2612InvalidSignerError = contractError(
  "ERC2612InvalidSigner",
  ({ signer, owner }, w) =>
    `The permit was signed by ${w.address(signer)}, the tokens belong to ${w.address(owner)}. Sign with the owner's wallet.`,
);
export const InvalidAccountNonceError = contractError(
  "InvalidAccountNonce",
  ({ account, currentNonce }, w) =>
    `The permit of ${w.address(account)} was used already; the next number is ${currentNonce}. Sign again.`,
);
export const ECDSAInvalidSignatureError = contractError(
  "ECDSAInvalidSignature",
  () => "The signature is malformed. Sign again.",
);
export const ECDSAInvalidSignatureLengthError = contractError(
  "ECDSAInvalidSignatureLength",
  ({ length }) => `The signature has a wrong length (${length}). Sign again.`,
);
export const ECDSAInvalidSignatureSError = contractError(
  "ECDSAInvalidSignatureS",
  () => "The signature is malformed. Sign again.",
);
export const InvalidShortStringError = contractError(
  "InvalidShortString",
  () => "The token has a malformed name.",
);
export const StringTooLongError = contractError(
  "StringTooLong",
  ({ str }) => `The name “${str}” is too long.`,
);
export const FaucetLimitExceededError = contractError(
  "FaucetLimitExceeded",
  ({ actual, bound }, w) =>
    `The faucet gives at most ${w.amount(bound, "collateral")} at a time, not ${w.amount(actual, "collateral")}. Ask for less.`,
);
export const NotMinterError = contractError(
  "NotMinter",
  ({ caller }, w) => `${w.address(caller)} may not mint this token.`,
);

export const ApproveFailedError = contractError("ApproveFailed", () => "The token refused the approval.");
export const ETHTransferFailedError = contractError(
  "ETHTransferFailed",
  () => "The receiver refused the payment.",
);
export const TransferFailedError = contractError(
  "TransferFailed",
  () => "The token refused the transfer. Nothing was spent.",
);
export const TransferFromFailedError = contractError(
  "TransferFromFailed",
  () =>
    "The tokens could not be taken: balance or approval is too small. Approve the full amount and check the balance.",
);
export const TotalSupplyQueryFailedError = contractError(
  "TotalSupplyQueryFailed",
  () => "The token does not answer.",
);
export const Permit2AmountOverflowError = contractError(
  "Permit2AmountOverflow",
  () => "The amount is too large for Permit2.",
);
export const Permit2ApproveFailedError = contractError(
  "Permit2ApproveFailed",
  () => "Permit2 refused the approval.",
);
export const Permit2FailedError = contractError(
  "Permit2Failed",
  () => "Permit2 refused the signature. Sign again.",
);
export const Permit2LockdownFailedError = contractError(
  "Permit2LockdownFailed",
  () => "Permit2 refused the lockdown.",
);
export const AddressEmptyCodeError = contractError(
  "AddressEmptyCode",
  ({ target }, w) => `There is no contract at ${w.address(target)}. Check the network.`,
);
export const FailedCallError = contractError(
  "FailedCall",
  () => "A call inside the transaction failed without a reason.",
);
export const InsufficientBalanceError = contractError(
  "InsufficientBalance",
  ({ balance, needed }) => `A contract has ${balance} wei, this needs ${needed} wei.`,
);
export const SafeCastOverflowedUintDowncastError = contractError(
  "SafeCastOverflowedUintDowncast",
  ({ bits, value }) => `The value ${value} does not fit ${bits} bits. Enter a smaller one.`,
);
