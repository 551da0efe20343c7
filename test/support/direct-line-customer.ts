import { randomUUID } from 'node:crypto';
import type { WidgetSession } from '../../web/protocol/widget-session.ts';

export interface WireActivity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly content?: Readonly<Record<string, unknown>>;
  }[];
}

/** A message that the server has acknowledged. */
export interface Sent {
  readonly clientId: string;
  readonly seq: number;
}

const RETRY_MS = 60;
/** Longer than anything that the tests do to the server. */
const PATIENCE_MS = 180_000;

/** A customer with the widget's patience: sends again with the same id until it is acknowledged. The server may come and go. */
export class DirectLineCustomer {
  readonly conversationId: string;
  readonly #session: WidgetSession;

  private constructor(session: WidgetSession) {
    this.#session = session;
    this.conversationId = session.conversationId;
  }

  static async begin(base: string): Promise<DirectLineCustomer> {
    const response = await insist(base, '/api/widget/session', { method: 'POST', headers: JSON_TYPE, body: '{}' });
    return new DirectLineCustomer((await response.json()) as WidgetSession);
  }

  /** Resolves when it has been acknowledged. `base` may be another process's each time. */
  async send(base: string, message: string | Readonly<Record<string, unknown>>): Promise<Sent> {
    const clientId = randomUUID();
    const activity = typeof message === 'string' ? { type: 'message', text: message } : message;
    const body = JSON.stringify({ ...activity, channelData: { clientActivityID: clientId } });
    const path = `/v3/directline/conversations/${this.conversationId}/activities`;
    const response = await insist(base, path, { method: 'POST', headers: this.#headers(), body });
    const { id } = (await response.json()) as { id: string };
    return { clientId, seq: Number(id.split('|')[1]) };
  }

  /** Sends a file with a name of its own. */
  async upload(
    base: string,
    file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
  ): Promise<void> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
    const { authorization = '' } = this.#headers();
    const path = `/v3/directline/conversations/${this.conversationId}/upload`;
    await insist(base, path, { method: 'POST', headers: { authorization }, body: form });
  }

  async activities(base: string, watermark = 0): Promise<WireActivity[]> {
    const path = `/v3/directline/conversations/${this.conversationId}/activities?watermark=${watermark}`;
    const response = await insist(base, path, { headers: this.#headers() });
    return ((await response.json()) as { activities: WireActivity[] }).activities;
  }

  /** Asks again and again until what has come since `seq` holds it. */
  async until(
    base: string,
    seq: number,
    holds: (activities: readonly WireActivity[]) => boolean,
  ): Promise<WireActivity[]> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const activities = await this.activities(base, seq);
      if (holds(activities)) return activities;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`what was waited for did not come in ${this.conversationId}`);
  }

  get streamUrl(): string {
    return this.#session.streamUrl;
  }

  #headers(): Record<string, string> {
    return { ...JSON_TYPE, authorization: `Bearer ${this.#session.token}` };
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Tries again while nobody answers, or where the answer says that it may be better later. */
async function insist(base: string, path: string, request: RequestInit): Promise<Response> {
  const heard = new Map<string, number>();
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const response = await fetch(base + path, { ...request, signal: AbortSignal.timeout(5000) }).catch(
      (error: unknown) => error,
    );
    if (response instanceof Response && response.status < 500 && response.status !== 429) {
      if (response.ok) return response;
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    const answer = response instanceof Response ? `${response.status} ${await response.text()}` : String(response);
    heard.set(answer, (heard.get(answer) ?? 0) + 1);
    if (Date.now() > end)
      throw new Error(`${path}: no answer in ${PATIENCE_MS / 1000} s, only ${JSON.stringify([...heard])}`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
