import { expect } from 'chai';
import type { Stretch } from '../../../../web/desk/api/calls/session-calls.ts';
import type { Result } from '../../../../web/desk/api/failure.ts';
import { createTranscript, mergeRows } from '../../../../web/desk/live/transcript.ts';
import type { TranscriptPage, TranscriptRow } from '../../../../web/protocol/desk/session.ts';
import { manualTime } from './manual-time.ts';

describe('the transcript at the desk', () => {
  /** A server with a conversation that grows. */
  function conversation(length: number) {
    const time = manualTime();
    const server = { length, down: false, asked: [] as Stretch[] };
    const fetchStretch = async (stretch: Stretch): Promise<Result<TranscriptPage>> => {
      server.asked.push(stretch);
      if (server.down) return { ok: false, failure: { kind: 'network' } };
      const all = Array.from({ length: server.length }, (_, index) => row(index + 1));
      const { before, after, limit = 50 } = stretch;
      const rows =
        after === undefined
          ? all.filter(({ seq }) => seq < (before ?? Number.POSITIVE_INFINITY)).slice(-limit)
          : all.filter(({ seq }) => seq > after).slice(0, limit);
      return { ok: true, value: { rows, seq: server.length, hasEarlier: (rows[0]?.seq ?? 1) > 1 } };
    };
    const transcript = createTranscript(fetchStretch, { gap: 0, now: time.now, wait: time.wait });
    const seqs = () => {
      const loaded = transcript.get();
      return loaded.state === 'ready' ? loaded.view.rows.map(({ seq }) => seq) : [];
    };
    return { server, transcript, seqs };
  }

  it('begins with the newest', async () => {
    const { transcript, seqs } = conversation(120);
    await transcript.refresh();
    expect(seqs()).to.deep.equal(range(71, 120));
  });

  it('fetches only what came since', async () => {
    const { server, transcript, seqs } = conversation(10);
    await transcript.refresh();
    server.length = 13;
    await transcript.refresh();
    expect(server.asked.at(-1)).to.deep.include({ after: 10 });
    expect(seqs()).to.deep.equal(range(1, 13));
  });

  it('fetches page after page when more came than fits one, without a gap', async () => {
    const { server, transcript, seqs } = conversation(10);
    await transcript.refresh();
    server.length = 160;
    await transcript.refresh();
    expect(seqs()).to.deep.equal(range(1, 160));
  });

  it('puts earlier rows before, and knows when the beginning is reached', async () => {
    const { transcript, seqs } = conversation(80);
    await transcript.refresh();
    await transcript.loadEarlier();
    expect(seqs()).to.deep.equal(range(1, 80));
    const loaded = transcript.get();
    expect(loaded.state === 'ready' && loaded.view.hasEarlier).to.equal(false);
  });

  it('keeps what it has when the line is down, and says so', async () => {
    const { server, transcript, seqs } = conversation(5);
    await transcript.refresh();
    server.down = true;
    await transcript.refresh();
    expect(seqs()).to.deep.equal(range(1, 5));
    expect(transcript.get()).to.deep.include({ failure: { kind: 'network' } });
    server.down = false;
    await transcript.refresh();
    expect(transcript.get()).to.deep.include({ failure: null });
  });

  it('tells nobody when nothing is new', async () => {
    const { transcript } = conversation(5);
    await transcript.refresh();
    let told = 0;
    transcript.subscribe(() => {
      told += 1;
    });
    await transcript.refresh();
    expect(told).to.equal(0);
  });

  it('merges overlapping pages into each seq once, in order', () => {
    const merged = mergeRows([row(3), row(4)], [row(1), row(2), row(3)]);
    expect(merged.map(({ seq }) => seq)).to.deep.equal([1, 2, 3, 4]);
  });
});

function row(seq: number): TranscriptRow {
  return { seq, author: 'customer', authorName: null, sessionId: 's', at: seq, activity: { type: 'message' } };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
