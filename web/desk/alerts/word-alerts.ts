import type { StaffWord } from '../../protocol/desk/floor.ts';
import type { Alert } from './alert.ts';

/** What colleagues have said or done since the earlier list. The first list calls for nobody. */
export function wordAlerts(before: readonly StaffWord[] | null, now: readonly StaffWord[]): Alert[] {
  if (before === null) return [];
  const known = new Set(before.map(({ id }) => id));
  return now.flatMap(({ id, kind, sessionId }): Alert[] => {
    // That one was given is told by the list of conversations.
    if (known.has(id) || kind === 'given') return [];
    return [
      {
        kind: kind === 'whisper' ? 'whisper' : 'moved',
        tag: `${sessionId} ${kind}`,
        route: { page: 'conversations', sessionId, step: 'conversation' },
        matter: { severity: null, skill: null },
      },
    ];
  });
}
