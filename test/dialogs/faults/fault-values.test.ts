import { expect } from 'chai';
import fc from 'fast-check';
import { type FaultValues, fillFault, NO_VALUES, nextFaultField } from '../../../dialogs/faults/fault-values.ts';
import { HAZARDS } from '../../../domain/faults/fault-facts.ts';
import { heardOf, type Said } from '../support/heard.ts';

const fill = (values: FaultValues, text: string, said: Said = {}, pending: string | null = null) =>
  fillFault(values, heardOf(text, said), pending);
const OUT = fill(NO_VALUES, '停电了', { fault: { no_power: true } });

describe('fault-values: what is asked next', () => {
  it('asks for danger first, then place, extent, time and telephone', () => {
    const danger = fill(OUT, '没有', { intent: 'deny' }, 'danger');
    const place = fill(danger, '塘唇村', { slots: { address: '塘唇村' } }, 'place');
    const scope = fill(place, '', { chosen: { kind: 'value', field: 'scope', value: 'premises' } }, 'scope');
    const since = fill(scope, '昨晚', { slots: { since: '昨晚' } }, 'since');
    const phone = fill(since, '13800138000', { slots: { phone: '13800138000' } }, 'phone');
    expect([OUT, danger, place, scope, since, phone].map(nextFaultField)).to.deep.equal([
      'danger',
      'place',
      'scope',
      'since',
      'phone',
      null,
    ]);
  });

  it('asks in an emergency only where it is and whether anybody is hurt, before the telephone', () => {
    fc.assert(
      fc.property(fc.constantFrom('fire', 'sparks', 'wire_down', 'electric_shock'), (hazard) => {
        const values = fill(NO_VALUES, '…', { fault: { hazards: [hazard] } });
        expect(nextFaultField(values)).to.equal('place');
        const placed = fill(values, '塘唇村', { slots: { address: '塘唇村' } }, 'place');
        expect(nextFaultField(placed)).to.equal('hurt');
      }),
    );
  });
});

describe('fault-values: what is taken in', () => {
  it('takes several facts from one message', () => {
    const slots = { address: '林村', since: '昨晚', phone: '13800138000' };
    const values = fill(NO_VALUES, '林村昨晚停电，没有危险，13800138000', {
      slots,
      fault: { no_power: true, scope: 'area' },
    });
    expect(values).to.include({ place: '林村', since: '昨晚', phone: '13800138000', danger: 'none' });
    expect(nextFaultField(values)).to.equal(null);
  });

  it('never forgets a danger by what is said later', () => {
    const hazards = fc.array(fc.subarray([...HAZARDS], { minLength: 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(hazards, fc.string(), (said, later) => {
        const values = said.reduce((known, some) => fill(known, '…', { fault: { hazards: some } }), NO_VALUES);
        expect(fill(values, later, { intent: 'deny' }, 'danger').facts.hazards).to.include.members(said.flat());
      }),
    );
  });

  it('takes no extent from an address', () => {
    const place = fill(
      OUT,
      '塘唇村三巷',
      { slots: { address: '塘唇村三巷' }, fault: { scope: 'area', no_power: true } },
      'place',
    );
    expect(place.facts.scope).to.equal('unknown');
  });

  it('takes free words for a place, but not "I don\'t know"', () => {
    expect(fill(OUT, '大榕树旁边的小店', {}, 'place').place).to.equal('大榕树旁边的小店');
    expect(fill(OUT, '不知道', {}, 'place').place).to.equal(null);
  });

  it('goes without a place at once only where somebody may be in danger', () => {
    const fire = fill(NO_VALUES, '着火了', { fault: { hazards: ['fire'] } });
    expect(fill(fire, '不知道', {}, 'place').placeless).to.equal(true);
    expect(fill(OUT, '不知道', {}, 'place').placeless).to.equal(false);
  });

  it('keeps a time in its own words, and takes nothing else for one', () => {
    expect(fill(OUT, '台风来的时候', {}, 'since').since).to.equal('台风来的时候');
    expect(fill(OUT, '只有我一家', {}, 'since').since).to.equal(null);
  });

  it('corrects the place, and does not hear "no" in it', () => {
    const known = { ...OUT, place: '荔景花园3栋' };
    const corrected = fill(known, '不对，是5栋', { intent: 'deny' }, 'since');
    expect(corrected).to.include({ place: '荔景花园5栋', since: null });
    expect(corrected.skipped).to.deep.equal([]);
  });

  it('passes over what the customer does not want to say', () => {
    const skip = { kind: 'value', field: 'phone', value: 'skip' } as const;
    expect(fill(OUT, '跳过', { chosen: skip }, 'phone').skipped).to.deep.equal(['phone']);
    expect(fill(OUT, '不方便', { intent: 'deny' }, 'phone').skipped).to.deep.equal(['phone']);
  });
});
