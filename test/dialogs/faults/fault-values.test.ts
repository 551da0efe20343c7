import { expect } from 'chai';
import fc from 'fast-check';
import { type FaultValues, NO_VALUES, nextFaultField } from '../../../dialogs/faults/fault-values.ts';
import { fillFault } from '../../../dialogs/faults/fill-fault.ts';
import { HAZARDS } from '../../../domain/faults/fault-facts.ts';
import { heardOf, type Said } from '../support/heard.ts';

const fill = (values: FaultValues, text: string, said: Said = {}, pending: string | null = null) =>
  fillFault(values, heardOf(text, said), pending);
const OUT = { ...fill(NO_VALUES, '停电了', { fault: { no_power: true } }), ownAnswer: 'other' } as const;

describe('fault-values: what is asked next', () => {
  it('asks for danger first, then the place, then what tells most of the cause, and for the telephone last', () => {
    const danger = fill(OUT, '没有', { intent: 'deny' }, 'danger');
    const place = fill(danger, '塘唇村', { slots: { address: '塘唇村' } }, 'place');
    const lit = fill(place, '', { chosen: { kind: 'value', field: 'neighbours', value: 'premises' } }, 'neighbours');
    const on = fill(lit, '没跳', {}, 'breaker');
    const phone = fill(on, '13800138000', { slots: { phone: '13800138000' } }, 'phone');
    expect([OUT, danger, place, lit, on, phone].map(nextFaultField)).to.deep.equal([
      'danger',
      'place',
      'neighbours',
      'breaker',
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

  it('does not ask for danger twice where the customer went on to something else', () => {
    const placed = fill(OUT, '塘唇村三巷5号', { slots: { address: '塘唇村三巷5号' } }, 'danger');
    expect(placed).to.include({ danger: 'passed', place: '塘唇村三巷5号' });
    expect(nextFaultField(placed)).to.equal('neighbours');
    expect(placed.news.codes).to.include('danger_passed');
    expect(fill(OUT, '不知道', {}, 'danger').danger).to.equal('passed');
    expect(fill(OUT, '啊', {}, 'danger').danger).to.equal('unknown');
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

  it('takes no sign for a place', () => {
    const values = fill(OUT, '隔壁有电', {}, 'place');
    expect(values.place).to.equal(null);
    expect(values.signs).to.deep.equal({ neighbours: 'lit' });
    expect(fill(OUT, 'half the house', { slots: { address: 'half the house' } }).place).to.equal(null);
  });

  it('goes without a place at once only where somebody may be in danger', () => {
    const fire = fill(NO_VALUES, '着火了', { fault: { hazards: ['fire'] } });
    expect(fill(fire, '不知道', {}, 'place').placeless).to.equal(true);
    expect(fill(OUT, '不知道', {}, 'place').placeless).to.equal(false);
  });

  it('corrects the place, and does not hear "no" in it', () => {
    const known = { ...OUT, place: '荔景花园3栋' };
    const corrected = fill(known, '不对，是5栋', { intent: 'deny' }, 'phone');
    expect(corrected).to.include({ place: '荔景花园5栋' });
    expect(corrected.skipped).to.deep.equal([]);
  });

  it('passes over what the customer does not want to say', () => {
    const skip = { kind: 'value', field: 'phone', value: 'skip' } as const;
    expect(fill(OUT, '跳过', { chosen: skip }, 'phone').skipped).to.deep.equal(['phone']);
    expect(fill(OUT, '不方便', { intent: 'deny' }, 'phone').skipped).to.deep.equal(['phone']);
    expect(fill(OUT, 'I would rather not say', {}, 'phone').skipped).to.deep.equal(['phone']);
  });

  it('keeps photos and a position, whatever was asked', () => {
    const values = fill(OUT, '', { attachments: ['/photo'], position: { lat: 23, lon: 113.8 } }, 'phone');
    expect(values).to.deep.include({ photos: ['/photo'], position: { lat: 23, lon: 113.8 } });
    expect(values.news.codes).to.deep.equal(['photo', 'position']);
  });
});

describe('fault-values: signs', () => {
  it('takes a sign in any order, and the last word on it counts', () => {
    const lit = fill(OUT, '隔壁有电', { fault: { no_power: true } });
    const dark = fill(lit, '不对，隔壁也停了', { fault: { no_power: true, scope: 'street' } });
    expect(dark.facts.scope).to.equal('street');
    expect(dark.signs.neighbours).to.not.equal('lit');
    const again = fill(dark, '看错了，邻居有电', { fault: { no_power: true } });
    expect(again.facts.scope).to.equal('premises');
    expect(again.signs.neighbours).to.equal('lit');
  });

  it('takes "I can\'t tell" for an answer', () => {
    const values = fill(OUT, '不知道', {}, 'breaker');
    expect(values.signs.breaker).to.equal('unknown');
    expect(nextFaultField({ ...values, danger: 'none', place: '塘唇村' })).to.not.equal('breaker');
  });

  it('does not take a link that is well for the one that failed', () => {
    const meter = fill(OUT, '电表还亮着', { fault: { class: 'metering', scope: 'premises' } });
    expect(meter.facts.class).to.equal('unknown');
    const breaker = fill(OUT, '空气开关没跳', { fault: { class: 'customer_internal', no_power: true } });
    expect(breaker.facts.class).to.equal('unknown');
    expect(breaker.signs.breaker).to.equal('on');
  });

  it('hears that supply is back, but not where it only asks when', () => {
    expect(fill(OUT, '来电了', {}, 'phone').back).to.equal(true);
    expect(nextFaultField(fill(OUT, '来电了', {}, 'phone'))).to.equal(null);
    expect(fill(OUT, '什么时候来电', {}, 'phone').back).to.equal(false);
    const goneAgain = fill(fill(OUT, '来电了'), '又停电了', { fault: { no_power: true } });
    expect(goneAgain.back).to.equal(false);
  });
});
