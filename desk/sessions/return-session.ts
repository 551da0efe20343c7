import type { Statement } from '../../store/database.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { changeOwner } from './give-session.ts';
import { decideOnSession } from './session-decision.ts';
import { statusRow } from './session-rows.ts';
import { toChannel } from './to-channel.ts';

/** A session whose owner is gone goes back to the front of the queue; its notes stand in its transcript. False where it is no longer theirs. */
export async function returnSession(
  parts: DeskParts,
  {
    sessionId,
    from,
    fence,
  }: { readonly sessionId: string; readonly from: string; readonly fence: readonly Statement[] },
): Promise<boolean> {
  const decided = await decideOnSession<'not_theirs'>(
    parts,
    sessionId,
    ({ session, conversation }, at) => {
      if (session.state !== 'assigned' || session.agent_id !== from) return { kind: 'answer', answer: 'not_theirs' };
      const queued_at = session.queued_at ?? session.assigned_at ?? at;
      const change = { state: 'queued', queued_at, returned_at: at, given_back_by: null } as const;
      return {
        kind: 'commit',
        rows: [statusRow({ speaker: 'waiting' }, { sessionId, at })],
        sessionId,
        effects: [
          ...toChannel(parts, conversation, { kind: 'notice', at }),
          ...fence,
          ...changeOwner(parts, { sessionId, from, to: null, change, at }),
          audited(parts, {
            actor: 'system',
            action: 'session.returned',
            subject: `session:${sessionId}`,
            at,
            detail: { from },
          }),
        ],
      };
    },
    { claim: 'not_theirs' },
  );
  if (decided.kind === 'answer') return false;
  announce(parts, { ...decided, sessionId });
  return true;
}
