import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Response } from 'restify';
import { z } from 'zod';
import { type Database, type Statement, StoreError } from '../../store/database.ts';
import { ANSWER_WAIT_MS } from '../../store/inbox.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import type { Delivery, OutboxRepository } from '../../store/repositories/outbox-repository.ts';
import { conversationTopic, OUTBOX_TOPIC } from '../../store/topics.ts';
import type { ToTraditional } from '../../strings/traditional.ts';
import { type HttpAnswer, json } from '../http/http-answer.ts';
import { readReference } from './channel-reference.ts';
import { outgoing } from './deliver-to-channel.ts';

export interface AnswerOnTheLineParts {
  readonly database: Pick<Database, 'commit'>;
  readonly conversations: ConversationRepository;
  readonly outbox: OutboxRepository;
  readonly nerve: Nerve;
  readonly toTraditional: ToTraditional;
  readonly log: Logger;
  readonly now: () => number;
}

export interface Awaited {
  readonly conversationId: string;
  readonly seq: number;
  readonly awaits: 'replies' | 'invoke';
}

/** Looked after that often even where no push comes. */
const LOOK_MS = 250;

/**
 * Waits for the turn of an inbound and answers with what it said. What was handed over is marked as sent once the answer
 * has gone out; should it not go out, the outbox sends it, as it does where the turn takes too long.
 */
export async function answerOnTheLine(
  parts: AnswerOnTheLineParts,
  awaited: Awaited,
  response: Response,
): Promise<HttpAnswer> {
  const { conversationId, seq, awaits } = awaited;
  const handled = await turnHandled(parts, awaited);
  const kept = handled ? await parts.outbox.keptFor(conversationId, seq) : [];
  if (awaits === 'invoke') return answerInvoke(parts, { handled, kept });
  const activities = kept.flatMap((delivery) => outgoing(delivery, readReference(delivery.reference), parts) ?? []);
  response.once('finish', () => settle(parts, kept, 'sent'));
  return json(200, { activities });
}

function answerInvoke(
  parts: AnswerOnTheLineParts,
  { handled, kept }: { handled: boolean; kept: readonly Delivery[] },
): HttpAnswer {
  const answers = kept.map(({ body }) => invokeResponseSchema.safeParse(JSON.parse(body)).data);
  settle(
    parts,
    kept.filter((_, index) => answers[index]),
    'sent',
  );
  settle(
    parts,
    kept.filter((_, index) => !answers[index]),
    'due',
  );
  const answer = answers.find((given) => given !== undefined)?.value;
  // Not implemented, or not in time.
  if (!answer) return json(handled ? 501 : 504, {});
  return json(answer.status, answer.body ?? {});
}

const invokeResponseSchema = z.object({
  type: z.literal('invokeResponse'),
  value: z.object({ status: z.number().int().min(200).max(599), body: z.unknown().optional() }),
});

async function turnHandled(
  { conversations, nerve, now }: AnswerOnTheLineParts,
  { conversationId, seq }: Awaited,
): Promise<boolean> {
  let news = Promise.withResolvers<void>();
  const unsubscribe = nerve.subscribe(conversationTopic(conversationId), () => news.resolve());
  try {
    for (;;) {
      news = Promise.withResolvers<void>();
      const [row] = await conversations.transcriptAfter(conversationId, seq - 1, 1);
      if (row?.seq !== seq) return false;
      if (row.handling !== 'pending') return true;
      if (now() >= row.at + ANSWER_WAIT_MS) return false;
      await Promise.race([news.promise, delay(LOOK_MS)]);
    }
  } finally {
    unsubscribe();
  }
}

function settle(
  { database, outbox, nerve, log, now }: AnswerOnTheLineParts,
  kept: readonly Delivery[],
  as: 'sent' | 'due',
) {
  if (kept.length === 0) return;
  const verdict =
    as === 'sent' ? ({ state: 'sent' } as const) : ({ state: 'due', waitMs: 0, reason: 'not_for_the_line' } as const);
  const each = kept.map((delivery): Statement => outbox.settle(delivery, verdict, now()));
  database.commit(each).then(
    () => nerve.publish(OUTBOX_TOPIC, kept[0]?.conversationId ?? ''),
    (error: unknown) =>
      log.error(
        { err: error, code: error instanceof StoreError ? error.code : undefined },
        'answers on the line were not marked',
      ),
  );
}
