/** Fields of `ReserveParameters` that no word of a reserve carries. */
export interface ReserveParametersEvent {
  readonly supplyCap: bigint;
  readonly collateralEnabled: boolean;
  readonly borrowEnabled: boolean;
}
