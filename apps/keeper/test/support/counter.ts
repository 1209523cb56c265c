/** anvil's second public development key. */
export const KEY = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";
export const COUNTER = "0x00000000000000000000000000000000c0ffee00";
/** Adds one to slot 0, whoever calls and however often: nothing on the chain keeps it from happening twice. */
export const COUNTER_CODE = "0x600160005401600055";
