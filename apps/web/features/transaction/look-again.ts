type Look = () => Promise<boolean>;

const looks = new Set<Look>();

/** Registers a look at the chain for what the wallet was asked; returns how to take it back. */
export function onLookAgain(look: Look): () => void {
  looks.add(look);
  return () => looks.delete(look);
}

/** Looks whether the wallet has done its part without saying so; true if it has. A chain that is silent says no. */
export async function lookAgain(): Promise<boolean> {
  const found = await Promise.all([...looks].map((look) => look().catch(() => false)));
  return found.includes(true);
}
