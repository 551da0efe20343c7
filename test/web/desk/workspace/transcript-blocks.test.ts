import { expect } from 'chai';
import { transcriptBlocks } from '../../../../web/desk/workspace/transcript-blocks.ts';
import type { TranscriptRow } from '../../../../web/protocol/desk/session.ts';

const DAY = 86_400_000;

describe('the transcript pane', () => {
  const row = (seq: number, more: Partial<TranscriptRow> = {}): TranscriptRow => ({
    seq,
    author: 'customer',
    authorName: null,
    sessionId: 's1',
    at: seq * 1_000,
    activity: { type: 'message', text: `words ${seq}` },
    ...more,
  });
  const shape = (...rows: TranscriptRow[]) =>
    transcriptBlocks(rows, { page: 'https://desk.example/', dayOf: (at) => String(Math.floor(at / DAY)) }).map(
      (block) => (block.kind === 'message' && block.leads ? 'message with name' : block.kind),
    );

  it('names an author once for messages in a row', () => {
    expect(shape(row(1), row(2), row(3, { author: 'bot' }))).to.deep.equal([
      'day',
      'message with name',
      'message',
      'message with name',
    ]);
  });

  it('names the author again after a pause', () => {
    expect(shape(row(1), row(2, { at: 10 * 60_000 }))).to.deep.equal(['day', 'message with name', 'message with name']);
  });

  it('draws a line between days and between services', () => {
    expect(shape(row(1), row(2, { at: DAY + 1 }), row(3, { at: DAY + 2, sessionId: 's2' }))).to.deep.equal([
      'day',
      'message with name',
      'day',
      'message with name',
      'session',
      'message with name',
    ]);
  });

  it('draws no line for rows that belong to no service', () => {
    expect(shape(row(1, { sessionId: null }), row(2), row(3, { sessionId: null }), row(4))).not.to.include('session');
  });

  it('puts what happened between the messages', () => {
    const closed = row(2, { author: 'system', activity: { type: 'event', name: 'closed' } });
    expect(shape(row(1), closed, row(3))).to.deep.equal(['day', 'message with name', 'note', 'message with name']);
  });

  it('shows no trace of what is hidden', () => {
    expect(shape(row(1, { activity: { type: 'event', name: 'join' } }))).to.deep.equal([]);
  });
});
