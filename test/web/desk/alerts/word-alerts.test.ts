import { expect } from 'chai';
import { floorAlerts } from '../../../../web/desk/alerts/floor-alerts.ts';
import { wordAlerts } from '../../../../web/desk/alerts/word-alerts.ts';
import type { FloorAlert, StaffWord } from '../../../../web/protocol/desk/floor.ts';

function word(id: string, kind: StaffWord['kind']): StaffWord {
  return { id, kind, sessionId: `session-${id}`, conversationId: 'c', seq: 3, at: 1, from: '主管' };
}

describe('what a colleague says', () => {
  it('calls once, and not for what was there before one looked', () => {
    expect(wordAlerts(null, [word('a', 'whisper')])).to.deep.equal([]);
    const fresh = wordAlerts(
      [word('a', 'whisper')],
      [word('a', 'whisper'), word('b', 'whisper'), word('c', 'taken_over')],
    );
    expect(fresh.map(({ kind }) => kind)).to.deep.equal(['whisper', 'moved']);
    expect(fresh[0]?.route).to.deep.equal({ page: 'conversations', sessionId: 'session-b', step: 'conversation' });
  });

  it('leaves what was given to the list of conversations, which calls for it already', () => {
    expect(wordAlerts([], [word('a', 'given')])).to.deep.equal([]);
  });
});

describe('a threshold that was crossed', () => {
  const alert = (id: string, change: Partial<FloorAlert> = {}): FloorAlert => ({
    ...{ id, kind: 'queue_length', skill: 'billing', value: 12, now: 13 },
    ...{ raisedAt: 1, clearedAt: null, acknowledgedBy: null, acknowledgedAt: null },
    ...change,
  });

  it('calls once and leads to the floor, danger as danger', () => {
    expect(floorAlerts(null, [alert('a')])).to.deep.equal([]);
    const danger = alert('b', { kind: 'unanswered_danger', skill: null });
    expect(floorAlerts([alert('a')], [alert('a'), danger])).to.deep.equal([
      { kind: 'floor', tag: 'b', route: { page: 'floor' }, matter: { severity: 'P1', skill: null } },
    ]);
  });
});
