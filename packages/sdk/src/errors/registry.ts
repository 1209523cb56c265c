import * as backstop from "./backstop";
import type { ContractError, ContractErrorArgs, ContractErrorName, ContractErrorOptions } from "./contract";
import * as engine from "./engine";
import * as governance from "./governance";
import * as lending from "./lending";
import * as oracle from "./oracle";
import * as risk from "./risk";
import * as router from "./router";
import * as token from "./token";

/** Class of every contract error, by the name the contracts give it. */
const classes = new Map(
  [backstop, engine, lending, router, token, oracle, risk, governance].flatMap((module) =>
    Object.values(module).map((type) => [type.errorName as string, type] as const),
  ),
);

/** Makes the error of a name; undefined if the SDK has no class for it. */
export function createContractError(
  name: string,
  args: Readonly<Record<string, unknown>>,
  options: ContractErrorOptions,
): ContractError | undefined {
  const type = classes.get(name) as
    | (new (
        args: ContractErrorArgs<ContractErrorName>,
        options: ContractErrorOptions,
      ) => ContractError)
    | undefined;
  return type === undefined ? undefined : new type(args as ContractErrorArgs<ContractErrorName>, options);
}
