import type { AbiParameter, AbiParameterToPrimitiveType } from "viem";
import type { allErrorsAbi } from "../generated/errorsAbi";
import { GimbalError } from "./base";
import { type ErrorContext, sentenceCase, type Words, words } from "./words";

type AbiError = (typeof allErrorsAbi)[number];

/** Name of an error of the contracts. */
export type ContractErrorName = AbiError["name"];

type Inputs<name extends ContractErrorName> = Extract<AbiError, { readonly name: name }>["inputs"][number];

/** Arguments of an error of the contracts, by name. */
export type ContractErrorArgs<name extends ContractErrorName> = {
  readonly [input in Inputs<name> as input["name"]]: input extends AbiParameter
    ? AbiParameterToPrimitiveType<input>
    : never;
};

/** Where and why a contract error was met. */
export interface ContractErrorOptions extends ErrorContext {
  readonly cause?: unknown;
}

/** An error that a contract gave: one class per error, with its arguments. */
export abstract class ContractError<name extends ContractErrorName = ContractErrorName> extends GimbalError {
  /** Name of the error in the contracts. */
  abstract readonly errorName: name;
  readonly args: ContractErrorArgs<name>;

  protected constructor(sentence: string, name: name, args: ContractErrorArgs<name>, cause: unknown) {
    const list = Object.entries(args).map(([key, value]) => `${key}: ${value}`);
    super(sentence, { cause, details: `${name}(${list.join(", ")})`, docsPath: name });
    this.args = args;
  }
}

/** A class of {@link ContractError}. */
export type ContractErrorClass<name extends ContractErrorName> = {
  readonly errorName: name;
  new (args: ContractErrorArgs<name>, options?: ContractErrorOptions): ContractError<name>;
};

/**
 * Makes the class of one contract error.
 *
 * @param name Name in the contracts; the class is called `${name}Error`.
 * @param sentence What is wrong, with the numbers, and what to do.
 */
export function contractError<const name extends ContractErrorName>(
  name: name,
  sentence: (args: ContractErrorArgs<name>, words: Words) => string,
): ContractErrorClass<name> {
  return class extends ContractError<name> {
    static readonly errorName = name;
    override readonly name = `${name}Error`;
    readonly errorName = name;

    constructor(args: ContractErrorArgs<name>, options: ContractErrorOptions = {}) {
      super(sentenceCase(sentence(args, words(options))), name, args, options.cause);
    }
  };
}
