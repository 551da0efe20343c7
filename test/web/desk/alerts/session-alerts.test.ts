import { expect } from 'chai';
import { sessionAlerts } from '../../../../web/desk/alerts/session-alerts.ts';
import type { SessionList } from '../../../../web/protocol/desk/session.ts';
import { sessionItem, sessionList } from '../workspace/session-items.ts';

describe('what in the list of conversations calls for somebody', () => {
  const called = (before: SessionList | null, now: SessionList) =>
    sessionAlerts(before, now).map(({ kind, tag }) => `${kind} ${tag}`);

  it('is nothing at first: it was there before they looked', () => {
    expect(called(null, sessionList(['a'], ['b']))).to.deep.equal([]);
  });

  it('is a conversation that has become theirs', () => {
    expect(called(sessionList(['a']), sessionList([], ['a']))).to.deep.equal(['given a']);
  });

  it("is a customer's words in one of theirs, even where the safety words came after them; not their own", () => {
    const before = sessionList([], ['a', 'b', 'c', 'd']);
    const now = {
      ...before,
      mine: [
        sessionItem('a', { seq: 2 }),
        sessionItem('b', { seq: 2, previewAuthor: 'agent' }),
        sessionItem('c', { seq: 3, previewAuthor: 'bot' }),
        sessionItem('d', { seq: 2, previewAuthor: 'system' }),
      ],
    };
    expect(called(before, now)).to.deep.equal(['message a', 'message c']);
  });

  it('is danger that begins to wait, or is first said there, and not an ordinary wait', () => {
    const before = sessionList(['a']);
    const now = {
      ...before,
      queued: [sessionItem('a', { severity: 'P1' }), sessionItem('b', { severity: 'P1' }), sessionItem('c')],
    };
    expect(called(before, now)).to.deep.equal(['danger_waits a', 'danger_waits b']);
    expect(called(now, now)).to.deep.equal([]);
  });

  it('is danger in one of theirs, rather than the words that tell of it', () => {
    const now = { ...sessionList([]), mine: [sessionItem('a', { severity: 'P1', seq: 2 })] };
    expect(called(sessionList([], ['a']), now)).to.deep.equal(['danger a']);
  });
});
