import type { Actor } from './actor.ts';
import { audited } from './audited.ts';
import type { DeskParts } from './desk-parts.ts';

/** Looking again at the same within this time is one look. */
const ONE_LOOK_MS = 10 * 60_000;

/** Notes in the audit log who looked at what of customers' data, before it is shown. A desk fetches anew all the time: that is noted once. */
export async function noteLook(
  parts: Pick<DeskParts, 'database' | 'nerve' | 'newId' | 'now'> & {
    readonly repositories: Pick<DeskParts['repositories'], 'audit'>;
  },
  { staffId }: Pick<Actor, 'staffId'>,
  subject: string,
): Promise<void> {
  const first = await parts.nerve.spend(`look:${staffId}:${subject}`, 1, ONE_LOOK_MS);
  if (!first.allowed) return;
  await parts.database.commit([audited(parts, { actor: staffId, action: 'looked', subject, at: parts.now() })]);
}
