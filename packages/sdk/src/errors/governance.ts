import { contractError } from "./contract";

export const AccessManagedInvalidAuthorityError = contractError(
  "AccessManagedInvalidAuthority",
  ({ authority }, w) => `${w.address(authority)} is not an access manager.`,
);
export const AccessManagedRequiredDelayError = contractError(
  "AccessManagedRequiredDelay",
  ({ caller, delay }, w) => `${w.address(caller)} has to schedule this ${delay} s ahead.`,
);
export const AccessManagedUnauthorizedError = contractError(
  "AccessManagedUnauthorized",
  ({ caller }, w) => `${w.address(caller)} may not change parameters. Governance can.`,
);
export const AccessManagerAlreadyScheduledError = contractError(
  "AccessManagerAlreadyScheduled",
  ({ operationId }, w) => `Operation ${w.address(operationId)} is scheduled already.`,
);
export const AccessManagerBadConfirmationError = contractError(
  "AccessManagerBadConfirmation",
  () => "A role can only be given up by its holder.",
);
export const AccessManagerExpiredError = contractError(
  "AccessManagerExpired",
  ({ operationId }, w) => `Operation ${w.address(operationId)} has expired. Schedule it again.`,
);
export const AccessManagerInvalidInitialAdminError = contractError(
  "AccessManagerInvalidInitialAdmin",
  ({ initialAdmin }, w) => `${w.address(initialAdmin)} cannot be the first admin.`,
);
export const AccessManagerLockedFunctionError = contractError(
  "AccessManagerLockedFunction",
  ({ selector }) => `Function ${selector} cannot be given to a role.`,
);
export const AccessManagerLockedRoleError = contractError(
  "AccessManagerLockedRole",
  ({ roleId }) => `Role ${roleId} cannot be changed.`,
);
export const AccessManagerNotReadyError = contractError(
  "AccessManagerNotReady",
  ({ operationId }, w) => `Operation ${w.address(operationId)} is not due yet. Wait for its delay.`,
);
export const AccessManagerNotScheduledError = contractError(
  "AccessManagerNotScheduled",
  ({ operationId }, w) => `Operation ${w.address(operationId)} is not scheduled. Schedule it first.`,
);
export const AccessManagerUnauthorizedAccountError = contractError(
  "AccessManagerUnauthorizedAccount",
  ({ msgsender, roleId }, w) => `${w.address(msgsender)} does not have role ${roleId}.`,
);
export const AccessManagerUnauthorizedCallError = contractError(
  "AccessManagerUnauthorizedCall",
  ({ caller, target, selector }, w) =>
    `${w.address(caller)} may not call ${selector} of ${w.address(target)}.`,
);
export const AccessManagerUnauthorizedCancelError = contractError(
  "AccessManagerUnauthorizedCancel",
  ({ msgsender, caller, selector }, w) =>
    `${w.address(msgsender)} may not cancel call ${selector} that ${w.address(caller)} scheduled.`,
);
export const AccessManagerUnauthorizedConsumeError = contractError(
  "AccessManagerUnauthorizedConsume",
  ({ target }, w) => `${w.address(target)} may not use up scheduled operations.`,
);
