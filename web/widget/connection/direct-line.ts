import { type Frame, readFrame } from '../wire/activity.ts';
import { isRecord } from '../wire/check.ts';
import type { OutgoingActivity, RefusalReason, SendOutcome } from './outgoing.ts';

const TIMEOUT_MS = 20_000;

export interface DirectLinePorts {
  /** Where the server stands, without a slash at its end. */
  base: string;
  fetch: typeof fetch;
}

/** Whose conversation, and by what right. */
export interface Credentials {
  conversationId: string;
  userId: string;
  token: string;
}

/** Why a call brought nothing. `expired`: the token; `ended`: the conversation is no longer there. */
export type CallFailure = { kind: 'expired' } | { kind: 'ended' } | { kind: 'unreachable' };

/** The calls of Direct Line 3.0 that the widget makes. None of them throws. */
export interface DirectLine {
  post(credentials: Credentials, activity: OutgoingActivity): Promise<SendOutcome>;
  activities(
    credentials: Credentials,
    watermark: string | undefined,
  ): Promise<{ kind: 'frame'; frame: Frame } | CallFailure>;
  /** A stream address good for one socket, going on from the watermark. */
  reconnect(
    credentials: Credentials,
    watermark: string | undefined,
  ): Promise<{ kind: 'stream'; streamUrl: string; token: string | undefined } | CallFailure>;
  refresh(credentials: Credentials): Promise<{ kind: 'token'; token: string } | CallFailure>;
}

export function directLine({ base, fetch }: DirectLinePorts): DirectLine {
  const root = `${base}/v3/directline`;

  async function call(path: string, token: string, init: RequestInit = {}): Promise<Answer> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
    try {
      const headers = { authorization: `Bearer ${token}`, ...init.headers };
      const response = await fetch(root + path, { ...init, headers, signal: abort.signal });
      const body: unknown = await response.json().catch(() => undefined);
      return { status: response.status, body, retryAfterMs: retryAfterOf(response.headers.get('retry-after')) };
    } catch {
      // No network, or no answer in time: both are read off status 0.
      return { status: 0, body: undefined, retryAfterMs: undefined };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async post({ conversationId, token }, activity) {
      const answer = await call(`/conversations/${encodeURIComponent(conversationId)}/activities`, token, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      return sendOutcome(answer);
    },

    async activities({ conversationId, token }, watermark) {
      const path = `/conversations/${encodeURIComponent(conversationId)}/activities${watermarkQuery(watermark)}`;
      const answer = await call(path, token);
      const frame = answer.status === 200 ? readFrame(answer.body) : undefined;
      return frame === undefined ? failure(answer) : { kind: 'frame', frame };
    },

    async reconnect({ conversationId, token }, watermark) {
      const answer = await call(
        `/conversations/${encodeURIComponent(conversationId)}${watermarkQuery(watermark)}`,
        token,
      );
      const streamUrl = isRecord(answer.body) ? answer.body.streamUrl : undefined;
      if (answer.status !== 200 || typeof streamUrl !== 'string') return failure(answer);
      return { kind: 'stream', streamUrl, token: tokenOf(answer) };
    },

    async refresh({ token }) {
      const answer = await call('/tokens/refresh', token, { method: 'POST' });
      const fresh = tokenOf(answer);
      return answer.status === 200 && fresh !== undefined ? { kind: 'token', token: fresh } : failure(answer);
    },
  };
}

/** An HTTP answer; status 0 where there was none. */
export interface Answer {
  status: number;
  body: unknown;
  retryAfterMs: number | undefined;
}

/** What an answer to a post or an upload means for the item that was sent. */
export function sendOutcome({ status, body, retryAfterMs }: Answer): SendOutcome {
  if (status >= 200 && status < 300) {
    return { kind: 'accepted', id: isRecord(body) && typeof body.id === 'string' ? body.id : '' };
  }
  if (status === 401 || status === 403 || status === 404) return { kind: 'renew' };
  if (status === 0 || status === 408 || status === 425 || status === 429 || status >= 500) {
    return retryAfterMs === undefined ? { kind: 'later' } : { kind: 'later', afterMs: retryAfterMs };
  }
  return { kind: 'refused', reason: refusalReason(status, body) };
}

/** Direct Line's clients read Retry-After as milliseconds (botframework-directlinejs 0.15.8), and its servers answer so. */
export function retryAfterOf(header: string | null): number | undefined {
  const ms = Number(header);
  return header === null || !Number.isFinite(ms) || ms < 0 ? undefined : Math.min(ms, 60_000);
}

function refusalReason(status: number, body: unknown): RefusalReason {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  if (error.code === 'text_too_long') return 'too-long';
  if (status === 413) return 'file-too-big';
  return status === 415 ? 'file-type' : 'other';
}

function failure({ status }: Answer): CallFailure {
  if (status === 401 || status === 403) return { kind: 'expired' };
  return status === 404 ? { kind: 'ended' } : { kind: 'unreachable' };
}

function tokenOf({ body }: Answer): string | undefined {
  return isRecord(body) && typeof body.token === 'string' ? body.token : undefined;
}

function watermarkQuery(watermark: string | undefined): string {
  return watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;
}
