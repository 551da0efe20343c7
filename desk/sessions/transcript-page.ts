import { z } from 'zod';
import type { TranscriptActivity } from '../../store/repositories/conversation-repository.ts';
import type { TranscriptPage, TranscriptRow } from '../../web/protocol/desk/session.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { noteLook } from '../look-log.ts';
import { veilRatings } from '../ratings/veil-ratings.ts';
import { watchConversation } from '../watched-conversations.ts';

/** Which rows: those before a seq, those after one, or the newest. */
export interface Stretch {
  readonly conversationId: string;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** A stretch of a transcript, oldest first; null where there is no such conversation. */
export async function readTranscript(parts: DeskParts, actor: Actor, stretch: Stretch): Promise<TranscriptPage | null> {
  const { conversations, staff } = parts.repositories;
  const conversation = await conversations.byId(stretch.conversationId);
  if (!conversation) return null;
  watchConversation(parts, actor.staffId, conversation.id);
  await noteLook(parts, actor, `conversation:${conversation.id}`);
  const { id } = conversation;
  const rows =
    stretch.after === undefined
      ? await conversations.transcriptBefore(id, stretch.before ?? Number.MAX_SAFE_INTEGER, stretch.limit)
      : await conversations.transcriptAfter(id, stretch.after, stretch.limit);
  const agents = rows.flatMap(({ author, author_id }) => (author === 'agent' && author_id !== null ? [author_id] : []));
  const names = await staff.namesOf(agents);
  const nameOf = ({ author, author_id }: TranscriptActivity) => {
    if (author === 'agent') return names.get(author_id ?? '')?.desk_name ?? null;
    return author === 'customer' ? conversation.user_name : null;
  };
  return {
    rows: await veilRatings(parts.repositories.ratings, actor, {
      conversationId: id,
      rows: rows.map((row) => rowOf(row, nameOf(row))),
    }),
    // Rows may have come in between the two readings.
    seq: Math.max(conversation.seq, rows.at(-1)?.seq ?? 0),
    hasEarlier: (rows[0]?.seq ?? 1) > 1,
  };
}

function rowOf(row: TranscriptActivity, authorName: string | null): TranscriptRow {
  return {
    seq: row.seq,
    author: row.author,
    authorName,
    sessionId: row.session_id,
    at: row.at,
    activity: z.record(z.string(), z.unknown()).parse(JSON.parse(row.body)),
  };
}
