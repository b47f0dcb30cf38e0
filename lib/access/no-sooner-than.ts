/** Answers after at least `milliseconds`, refusals too: how long the work took must not tell what was found. */
export async function noSoonerThan<T>(milliseconds: number, run: () => Promise<T>): Promise<T> {
  const floor = new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  try {
    return await run();
  } finally {
    await floor;
  }
}
