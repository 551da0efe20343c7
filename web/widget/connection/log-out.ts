const TIMEOUT_MS = 10_000;

/** Tells the server that the customer has signed out of the page; where it can't be told, the conversation ends by idling. */
export async function logOut(
  { base, fetch }: { base: string; fetch: typeof globalThis.fetch },
  token: string,
): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  await fetch(`${base}/api/widget/logout`, { method: 'POST', headers, signal, keepalive: true }).catch(() => undefined);
}
