import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ApiError } from '../../../web/protocol/error.ts';
import type { WidgetSession } from '../../../web/protocol/widget-session.ts';
import { SECRET } from './echo-service.ts';

/** What tests look into. Which of it an answer holds depends on what was asked: an assertion fails on what is not there. */
export interface Reply extends ApiError, WidgetSession {
  readonly activities: readonly {
    readonly id: string;
    readonly text: string;
    readonly from: { readonly id: string };
    readonly attachments?: readonly {
      readonly contentType: string;
      readonly contentUrl: string;
      readonly name: string;
    }[];
  }[];
  readonly watermark: string;
  readonly id: string;
  readonly expires_in: number;
  readonly sessionId: string;
  readonly reasons: readonly string[];
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Reply;
}

/** A call as a plain HTTP client makes it. */
export async function call(
  url: string,
  init: RequestInit & { token?: string; json?: unknown } = {},
): Promise<Answered> {
  const { token, json, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (json !== undefined) headers.set('content-type', 'application/json');
  const body = json === undefined ? rest.body : JSON.stringify(json);
  const response = await fetch(url, { ...rest, headers, ...(body ? { body } : {}) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) as Reply };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export interface Conversation {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** Begins a conversation of a user the token names. */
export async function begin(base: string, userId = 'dl_test'): Promise<Conversation> {
  const generated = await call(`${base}/v3/directline/tokens/generate`, {
    method: 'POST',
    token: SECRET,
    json: { user: { id: userId } },
  });
  const { body } = await call(`${base}/v3/directline/conversations`, {
    method: 'POST',
    token: generated.body.token,
    json: {},
  });
  return { id: body.conversationId, token: body.token, streamUrl: body.streamUrl };
}

export function post(base: string, { id, token }: Conversation, activity: unknown): Promise<Answered> {
  return call(`${base}/v3/directline/conversations/${id}/activities`, { method: 'POST', token, json: activity });
}

export function say(base: string, conversation: Conversation, text: string): Promise<Answered> {
  return post(base, conversation, { type: 'message', text, from: { id: 'dl_test' } });
}

/** Frames of a socket as they come, and a wait for as many activities as a test expects. */
export class Listener {
  readonly socket: WebSocket;
  readonly frames: { activities: Record<string, unknown>[]; watermark?: string }[] = [];
  readonly closed: Promise<unknown>;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.closed = once(this.socket, 'close');
    this.socket.on('message', (data) => this.frames.push(JSON.parse(String(data))));
  }

  get activities(): Record<string, unknown>[] {
    return this.frames.flatMap(({ activities }) => activities);
  }

  get texts(): unknown[] {
    return this.activities.map(({ text }) => text);
  }

  get watermark(): string | undefined {
    return this.frames.at(-1)?.watermark;
  }

  async until(count: number): Promise<void> {
    while (this.activities.length < count) await once(this.socket, 'message', { signal: AbortSignal.timeout(3000) });
  }
}
