import { expect } from 'chai';
import fc from 'fast-check';
import { newDangers } from '../../../dialogs/faults/safety.ts';
import { HAZARDS, PEOPLE_AT_RISK } from '../../../domain/faults/fault-facts.ts';
import { NO_FACTS } from '../../../domain/faults/merge-facts.ts';
import { botWords } from '../../../strings/bot/bot-words.ts';

describe('safety: what to do, in which order', () => {
  it('speaks of people before things, and of what kills fastest first', () => {
    const facts = { ...NO_FACTS, hazards: ['sparks', 'fire', 'wire_down'] as const, people: ['injured'] as const };
    expect(newDangers(facts, [])).to.deep.equal(['injured', 'fire', 'wire_down', 'sparks']);
  });

  it('says nothing twice', () => {
    const facts = { ...NO_FACTS, hazards: ['sparks', 'fire'] as const };
    expect(newDangers(facts, ['fire'])).to.deep.equal(['sparks']);
    expect(newDangers(facts, ['sparks', 'fire'])).to.deep.equal([]);
  });

  it('forgets no danger, and has words for each in both languages', () => {
    fc.assert(
      fc.property(fc.subarray([...HAZARDS]), fc.subarray([...PEOPLE_AT_RISK]), (hazards, people) => {
        const found = newDangers({ ...NO_FACTS, hazards, people }, []);
        expect(found).to.have.members([...hazards, ...people.filter((person) => person !== 'vulnerable')]);
        for (const language of ['zh-Hans', 'en'] as const) {
          for (const danger of found)
            expect(
              botWords(language).safety.lines[danger]({ metres: 10, fire: '119', ambulance: '120' }),
            ).to.not.deep.equal([]);
        }
      }),
    );
  });
});
