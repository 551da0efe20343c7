import { expect } from 'chai';
import fc from 'fast-check';
import { NOTHING_RECEIVED, receive } from '../../../../web/widget/connection/received.ts';
import type { Activity, Frame } from '../../../../web/widget/wire/activity.ts';

const row = (seq: number): Activity => ({
  id: `c1|${String(seq).padStart(7, '0')}`,
  type: 'message',
  from: { id: 'bot' },
  text: `row ${seq}`,
});
const frame = (from: number, to: number): Frame => ({
  activities: Array.from({ length: to - from + 1 }, (_, index) => row(from + index)),
  watermark: String(to),
});

describe('what has been received', () => {
  it('holds each row once, in order, whichever way and however often it came', () => {
    const frames = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 10 })).map(([a, n]) => frame(a, a + n)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(frames, (some) => {
        const all = [...some, frame(1, 40)];
        const end = all.reduce((received, each) => receive(received, each).received, NOTHING_RECEIVED);
        expect(end.rows).to.deep.equal(frame(1, 40).activities);
        expect(end.watermark).to.equal('40');
      }),
    );
  });

  it('names as fresh what was not known, once', () => {
    const first = receive(NOTHING_RECEIVED, frame(1, 3));
    const second = receive(first.received, frame(2, 5));
    expect(first.fresh.map(({ text }) => text)).to.deep.equal(['row 1', 'row 2', 'row 3']);
    expect(second.fresh.map(({ text }) => text)).to.deep.equal(['row 4', 'row 5']);
  });

  it('never lets the watermark go back', () => {
    const { received } = receive(receive(NOTHING_RECEIVED, frame(1, 9)).received, frame(3, 4));
    expect(received.watermark).to.equal('9');
  });

  it('keeps the watermark where a frame has none', () => {
    const { received } = receive(receive(NOTHING_RECEIVED, frame(1, 2)).received, {
      activities: [],
      watermark: undefined,
    });
    expect(received.watermark).to.equal('2');
  });

  it('compares watermarks as numbers, and takes the newer of what is none', () => {
    const markAfter = (...marks: string[]) =>
      marks.reduce((kept, watermark) => receive(kept, { activities: [], watermark }).received, NOTHING_RECEIVED);
    expect(markAfter('9', '10').watermark).to.equal('10');
    expect(markAfter('abc', 'abb').watermark).to.equal('abb');
  });

  it('hands on what passes without keeping it', () => {
    const typing: Activity = { type: 'typing', from: { id: 'bot' } };
    const { received, fresh, passing } = receive(NOTHING_RECEIVED, { activities: [typing], watermark: undefined });
    expect(received.rows).to.deep.equal([]);
    expect(fresh).to.deep.equal([]);
    expect(passing).to.deep.equal([typing]);
  });
});
