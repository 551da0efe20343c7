import type { Statement } from '../../store/database.ts';
import type { StaffWord } from '../../store/repositories/staff-word-repository.ts';
import type { StaffWordList } from '../../web/protocol/desk/floor.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import type { DeskParts } from '../desk-parts.ts';

type Telling = Omit<StaffWord, 'id' | 'seq' | 'heard_at' | 'at' | 'to_id'> & {
  readonly at: number;
  /** Null where nobody is concerned. */
  readonly to_id: string | null;
};

/** Lets a colleague know, from the same commit on; nobody is told of what they did themselves. */
export function tellStaff(
  { repositories, newId }: Pick<DeskParts, 'repositories' | 'newId'>,
  word: Telling,
): Statement[] {
  const { to_id } = word;
  if (to_id === null || to_id === word.from_id) return [];
  return [repositories.staffWords.tell({ ...word, to_id, id: newId() })];
}

/** After the commit: their desks fetch it. */
export function callStaff(parts: Pick<DeskParts, 'nerve'>, ...staffIds: readonly (string | null)[]): void {
  for (const to of new Set(staffIds)) if (to !== null) tellDesks(parts, { type: 'word', to });
}

/** What colleagues said to somebody, or did with what was theirs, and they have not seen yet; the oldest first. */
export async function listWords({ repositories }: DeskParts, { staffId }: Actor): Promise<StaffWordList> {
  const rows = await repositories.staffWords.unheard(staffId);
  return {
    words: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      sessionId: row.session_id,
      conversationId: row.conversation_id,
      seq: row.seq,
      at: row.at,
      from: row.from_name ?? row.from_desk_name ?? '',
    })),
  };
}

/** Somebody has seen what was said to them in a conversation, up to a seq. */
export async function hearWords(
  parts: DeskParts,
  { staffId }: Actor,
  { conversationId, seq }: { readonly conversationId: string; readonly seq: number },
): Promise<void> {
  await parts.database.commit([parts.repositories.staffWords.hear({ staffId, conversationId, seq, at: parts.now() })]);
  callStaff(parts, staffId);
}
