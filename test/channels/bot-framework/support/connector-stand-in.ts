import { answerJson, startLoopbackServer } from './loopback-server.ts';

/** What a channel's service does with one message. */
export type Behaviour =
  | { readonly does: 'take'; readonly afterMs?: number }
  | { readonly does: 'refuse'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Takes the message and breaks the connection before it answers. */
  | { readonly does: 'take_and_drop' }
  | { readonly does: 'hang' };

export interface TakenMessage {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Readonly<Record<string, unknown>> & {
    readonly text?: string;
    readonly replyToId?: string;
    readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
    readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
  };
}

export interface ConnectorStandIn {
  readonly serviceUrl: string;
  /** What arrived and was not refused, in order. */
  readonly taken: TakenMessage[];
  /** Every request, refused ones too. */
  readonly requests: TakenMessage[];
  /** For the next requests, in order; after them everything is taken. */
  behave(...next: readonly Behaviour[]): void;
  close(): Promise<void>;
}

/** A channel's service: records what a bot sends, and fails as it is told to. */
export async function startConnectorStandIn(): Promise<ConnectorStandIn> {
  const behaviours: Behaviour[] = [];
  const taken: TakenMessage[] = [];
  const requests: TakenMessage[] = [];
  const server = await startLoopbackServer((request, response, body) => {
    const message = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      activity: JSON.parse(body),
    } as TakenMessage;
    requests.push(message);
    const behaviour = behaviours.shift() ?? { does: 'take' };
    if (behaviour.does === 'refuse') {
      answerJson(response, behaviour.status, { error: { code: 'no' } }, behaviour.headers);
      return;
    }
    if (behaviour.does === 'hang') return;
    taken.push(message);
    if (behaviour.does === 'take') {
      setTimeout(() => answerJson(response, 201, { id: `taken-${taken.length}` }), behaviour.afterMs ?? 0);
    } else request.socket.destroy();
  });
  return {
    serviceUrl: `${server.url}/`,
    taken,
    requests,
    behave: (...next) => void behaviours.push(...next),
    close: () => server.close(),
  };
}
