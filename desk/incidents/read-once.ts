/**
 * Reads texts that come again and again, such as rows of JSON that have not changed: each is read once as long as it is
 * among the last `most`. What is read must not be changed.
 */
export function readOnce<T>(read: (text: string) => T, most: number): (text: string) => T {
  let [recent, before] = [new Map<string, T>(), new Map<string, T>()];
  return (text) => {
    const known = recent.get(text) ?? before.get(text) ?? read(text);
    if (recent.size >= most / 2) [recent, before] = [new Map(), recent];
    recent.set(text, known);
    return known;
  };
}
