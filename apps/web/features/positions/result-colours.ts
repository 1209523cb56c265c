/** Colour of a result; its sign says the same. */
export const resultColours = { gain: "text-gain", loss: "text-loss", flat: undefined } as const;
