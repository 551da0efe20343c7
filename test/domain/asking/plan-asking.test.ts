import { expect } from 'chai';
import fc from 'fast-check';
import { type AskedIncident, type AskingMoment, askingRoom, askingState } from '../../../domain/asking/plan-asking.ts';
import { EXAMPLE_ASKING } from './example-asking.ts';

const at = (time: string, terms: Partial<AskingMoment['terms']> = {}): AskingMoment => ({
  ...EXAMPLE_ASKING,
  terms: { ...EXAMPLE_ASKING.terms, ...terms },
  now: Date.parse(`2026-11-24T${time}:00+08:00`),
});
const FRESH = { asks: null, asked: 0, waiting: 0 };

describe('whether customers are asked back', () => {
  it('is so by day, where it begins by itself or somebody has started it', () => {
    expect(askingState(FRESH, at('12:00'))).to.equal('asking');
    expect(askingState(FRESH, at('12:00', { startsByItself: false }))).to.equal('startable');
    expect(askingState({ ...FRESH, asks: true }, at('12:00', { startsByItself: false }))).to.equal('asking');
    expect(askingState({ ...FRESH, asks: false }, at('12:00'))).to.equal('stopped');
    expect(askingState({ ...FRESH, asks: true }, at('12:00', { on: false }))).to.equal('off');
    expect(askingState({ ...FRESH, asked: 4 }, at('12:00'))).to.equal('enough');
  });

  it('is never so at night, to the minute', () => {
    const states = ['21:59', '22:00', '00:00', '06:59', '07:00'].map((time) =>
      askingState({ ...FRESH, asks: true }, at(time)),
    );
    expect(states).to.deep.equal(['asking', 'night', 'night', 'night', 'asking']);
  });

  it('never has more questions out than may be, nor more because of an incident', () => {
    const incident = fc.record({
      id: fc.uuid(),
      asks: fc.constantFrom(true, false, null),
      asked: fc.integer({ min: 0, max: 8 }),
      waiting: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(incident, { selector: ({ id }) => id, maxLength: 5 }), (all: AskedIncident[]) => {
        const out = all.reduce((sum, { waiting }) => sum + waiting, 0);
        for (const [id, room] of askingRoom(all, at('12:00'))) {
          const of = all.find((each) => each.id === id);
          expect(room).to.be.at.least(0);
          expect(room + out).to.be.at.most(Math.max(2, out));
          expect(room + (of?.asked ?? 0)).to.be.at.most(4);
          expect(of?.asks).to.not.equal(false);
        }
        expect(askingRoom(all, at('23:00')).size, 'at night').to.equal(0);
      }),
    );
  });
});
