import type { Catalogues } from "../dictionary";

export const indexer: Catalogues["indexer"] = {
  behind: (blocks) =>
    `Der Index der Vergangenheit ist ${blocks} ${blocks === 1n ? "Block" : "Blöcke"} zurück.`,
  down: "Der Index der Vergangenheit antwortet nicht.",
  fromChain: "Was hier steht, ist stattdessen von der Chain gelesen.",
  indexing: (block) => `Wird indiziert… die Transaktion steht in Block ${block}.`,
};
