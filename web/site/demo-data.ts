/** `GET /api/demo/hints` and `GET /api/demo/sms`: there only where the demo profile runs. */
export interface DemoHints {
  accountNumber: string;
  phone: string;
  deskUrl?: string;
  /** Who may sign in at the desk. */
  logins?: readonly { login: string; password: string }[];
}

export interface DemoMessage {
  phone: string;
  text: string;
  /** Milliseconds since 1970, or ISO 8601. */
  at: number | string;
}

/** Undefined where the server has no such thing, or cannot be reached. */
export async function fetchHints(): Promise<DemoHints | undefined> {
  const found = await fetchJson('/api/demo/hints');
  if (!isRecord(found) || typeof found.accountNumber !== 'string' || typeof found.phone !== 'string') return undefined;
  return {
    accountNumber: found.accountNumber,
    phone: found.phone,
    ...(typeof found.deskUrl === 'string' && /^(\/|https?:)/.test(found.deskUrl) ? { deskUrl: found.deskUrl } : {}),
    ...(Array.isArray(found.logins) ? { logins: found.logins.filter(isLogin) } : {}),
  };
}

/** The newest first. */
export async function fetchMessages(): Promise<readonly DemoMessage[] | undefined> {
  const found = await fetchJson('/api/demo/sms');
  if (!isRecord(found) || !Array.isArray(found.messages)) return undefined;
  return found.messages.filter(isMessage).sort((a, b) => Number(new Date(b.at)) - Number(new Date(a.at)));
}

async function fetchJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(path);
    return response.ok ? await response.json() : undefined;
  } catch {
    // No network: the aids wait until it is back.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isLogin(value: unknown): value is NonNullable<DemoHints['logins']>[number] {
  return isRecord(value) && typeof value.login === 'string' && typeof value.password === 'string';
}

function isMessage(value: unknown): value is DemoMessage {
  return (
    isRecord(value) &&
    typeof value.phone === 'string' &&
    typeof value.text === 'string' &&
    (typeof value.at === 'number' || typeof value.at === 'string')
  );
}
