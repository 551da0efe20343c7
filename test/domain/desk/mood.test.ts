import { expect } from 'chai';
import fc from 'fast-check';
import { type FeltMood, MOODS, moodAfter } from '../../../domain/desk/mood.ts';

describe('the mood of a customer', () => {
  const shown = (mood: FeltMood['mood'], seq = 1) => ({ mood, seq, start: 0, end: 2 });
  const felt = (...messages: (FeltMood['mood'] | null)[]) =>
    messages.reduce<FeltMood | null>((before, mood, seq) => moodAfter(before, mood && shown(mood, seq)), null);

  it('is the one that was shown last', () => {
    expect(felt('worried', 'impatient')?.mood).to.equal('impatient');
    expect(felt(null)).to.equal(null);
  });

  it('fades where nothing more shows it', () => {
    expect(felt('upset', null, null, null, null)?.mood).to.equal('upset');
    expect(felt('upset', null, null, null, null, null, null)).to.equal(null);
  });

  it('is not thanked away in the next breath', () => {
    expect(felt('upset', 'content')?.mood).to.equal('upset');
    expect(felt('upset', null, 'content')?.mood).to.equal('content');
    expect(felt('worried', 'content')?.mood).to.equal('content');
  });

  it('is always one that some message showed', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(...MOODS))), (messages) => {
        const mood = felt(...messages);
        expect(mood === null || messages[mood.seq] === mood.mood).to.equal(true);
      }),
    );
  });
});
