/** An address that may be followed or shown, made absolute; undefined for any that could run script or hide where it leads. */
export function safeUrl(url: string, base: string): string | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url, `${base}/`);
  } catch {
    // Not an address: nothing to follow.
    return undefined;
  }
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : undefined;
}
