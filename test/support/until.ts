/** Resolves once it is so; rejects where it has not become so within a time that is long on a slow machine too. */
export async function until(isSo: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('what was waited for has not come about');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
