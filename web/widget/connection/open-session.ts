import type { WidgetSession, WidgetSessionRequest } from '../../protocol/widget-session.ts';
import { isWidgetSession } from '../wire/session-check.ts';
import type { KeyValue } from './key-value.ts';
import type { PageIdentity } from './page-identity.ts';

const KEY = 'resume-key';
const TIMEOUT_MS = 20_000;

export interface SessionPorts {
  base: string;
  fetch: typeof fetch;
  kept: KeyValue;
  /** Who is signed in at the page. */
  identity: Pick<PageIdentity, 'next' | 'spent'>;
  /** Runs one after another what several tabs of one browser do, for the resume key is good only once. */
  inTurn<T>(action: () => Promise<T>): Promise<T>;
}

export type SessionOutcome = { kind: 'open'; session: WidgetSession } | { kind: 'unreachable' };

/** Opens a session: the earlier conversation where the browser has a key to it, a new one otherwise. */
export function openSession(ports: SessionPorts, language: WidgetSessionRequest['language']): Promise<SessionOutcome> {
  return ports.inTurn(async () => {
    const resumeKey = ports.kept.get(KEY);
    const wanted = { ...(resumeKey === undefined ? {} : { resumeKey }), ...languageField(language) };
    const first = (await askAs(ports, wanted)) ?? (await ask(ports, wanted));
    // A key that the server finds malformed would keep the customer out for good.
    const refused = resumeKey !== undefined && first.status >= 400 && first.status < 500 && first.status !== 429;
    const { session } = refused ? await ask(ports, languageField(language)) : first;
    if (session === undefined) return { kind: 'unreachable' };
    ports.kept.set(KEY, session.resumeKey);
    return { kind: 'open', session };
  });
}

/** Whether this browser has spoken with us before. */
export function hasSession(kept: KeyValue): boolean {
  return kept.get(KEY) !== undefined;
}

/** With who is signed in at the page; undefined where nobody is, or it was not believed. */
async function askAs(ports: SessionPorts, wanted: WidgetSessionRequest): Promise<Asked | undefined> {
  const identity = await ports.identity.next();
  if (identity === undefined) return undefined;
  const answer = await ask(ports, { ...wanted, identity });
  if (answer.session !== undefined || answer.status === 401) ports.identity.spent(identity);
  return answer.status === 401 ? undefined : answer;
}

/** No browser of this customer's comes back to the conversation. */
export function forgetSession(kept: KeyValue): void {
  kept.remove(KEY);
}

function languageField(language: WidgetSessionRequest['language']): WidgetSessionRequest {
  return language === undefined ? {} : { language };
}

interface Asked {
  status: number;
  session?: WidgetSession;
}

async function ask({ base, fetch }: SessionPorts, body: WidgetSessionRequest): Promise<Asked> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`${base}/api/widget/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: abort.signal,
    });
    const answer: unknown = await response.json().catch(() => undefined);
    return response.ok && isWidgetSession(answer)
      ? { status: response.status, session: answer }
      : { status: response.status };
  } catch {
    // No network, or no answer in time.
    return { status: 0 };
  } finally {
    clearTimeout(timer);
  }
}
