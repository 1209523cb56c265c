/** Where a row comes from: block, place of the log in it, transaction, time of the block [unix seconds]. */
export const origin = <H, N, B>(t: {
  hex: () => { notNull: () => H };
  integer: () => { notNull: () => N };
  bigint: () => { notNull: () => B };
}) => ({
  block: t.bigint().notNull(),
  logIndex: t.integer().notNull(),
  transaction: t.hex().notNull(),
  time: t.bigint().notNull(),
});
