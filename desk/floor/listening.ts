import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { watchConversation } from '../watched-conversations.ts';
import type { FloorParts } from './floor-parts.ts';

/** Whoever listens says so every few seconds; after so long without, they do so no longer. */
const LISTENS_MS = 45_000;
/** Listening again to the same within this time is one listening, in the audit log. */
const ONE_LISTENING_MS = 10 * 60_000;

/**
 * A supervisor looks on while somebody serves, or has ceased to. Who listened to what stands in the audit log; whoever
 * serves sees it where the profile says so, and the customer never does. False where there is no such session.
 */
export async function listenTo(
  parts: FloorParts,
  { staffId }: Actor,
  { sessionId, listening }: { readonly sessionId: string; readonly listening: boolean },
): Promise<boolean> {
  const { repositories, nerve, floor } = parts;
  const session = await repositories.conversations.session(sessionId);
  if (!session) return false;
  if (listening) {
    await noteListening(parts, staffId, sessionId);
    watchConversation(parts, staffId, session.conversation_id);
  }
  if (!floor.showListening) return true;
  const group = listenersOf(sessionId);
  const before = (await nerve.present(group)).includes(staffId);
  if (listening) await nerve.beat(group, staffId, LISTENS_MS);
  else await nerve.leave(group, staffId);
  if (before !== listening) tellDesks(parts, { type: 'listening', sessionId });
  return true;
}

/** Who listens to a session and is shown to do so, by name; without the one who asks. */
export async function shownListeners(
  { nerve, repositories }: Pick<DeskParts, 'nerve' | 'repositories'>,
  { staffId }: Pick<Actor, 'staffId'>,
  sessionId: string,
): Promise<string[]> {
  const others = (await nerve.present(listenersOf(sessionId))).filter((id) => id !== staffId);
  const names = await repositories.staff.namesOf(others);
  return others.flatMap((id) => names.get(id)?.name ?? []).sort();
}

async function noteListening(parts: DeskParts, staffId: string, sessionId: string): Promise<void> {
  const { nerve, database, now } = parts;
  const first = await nerve.spend(`listened:${staffId}:${sessionId}`, 1, ONE_LISTENING_MS);
  if (!first.allowed) return;
  const subject = `session:${sessionId}`;
  await database.commit([audited(parts, { actor: staffId, action: 'session.listened', subject, at: now() })]);
}

function listenersOf(sessionId: string): string {
  return `listeners:${sessionId}`;
}
