import { expect } from 'chai';
import fc from 'fast-check';
import { indicesOf } from '../../../domain/reliability/indices.ts';
import { addMonths, monthOf, monthsFrom, startOfMonth } from '../../../domain/reliability/months.ts';
import { type Interruption, type Tallies, tallyBy, tallyOf } from '../../../domain/reliability/tally.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-03-01T00:00:00Z');
const TERMS = { sustainedAfterMinutes: 5, now: START + 40 * 24 * 60 * MINUTE };

function interruption(customers: number, minutes: number, more: Partial<Interruption> = {}): Interruption {
  return { from: START, to: START + minutes * MINUTE, customers, planned: false, ...more };
}

describe('reliability figures', () => {
  // Worked by hand. 2,000 served; 200 customers for 90 min, 50 for 30 min, 400 for 20 min:
  // ΣN = 650, Σ(r·N) = 18,000 + 1,500 + 8,000 = 27,500; SAIFI 0.325, SAIDI 13.75 min, CAIDI 42.307… min.
  it('are those worked out by hand', () => {
    const tally = tallyOf([interruption(200, 90), interruption(50, 30), interruption(400, 20)], TERMS).unplanned;
    expect(tally).to.deep.equal({ interruptions: 3, customers: 650, customerMinutes: 27_500 });
    const { saifi, saidi, caidi } = indicesOf(tally, 2000);
    expect(saifi).to.equal(0.325);
    expect(saidi).to.equal(13.75);
    expect(caidi).to.be.closeTo(550 / 13, 1e-12);
  });

  // One fault, 1,000 customers: 600 back after 30 min, 300 after 60, 100 after 180. Each is counted once:
  // ΣN = 1,000, Σ(r·N) = 18,000 + 18,000 + 18,000; CAIDI 54 min.
  it('count each customer of a restoration in steps once', () => {
    const { unplanned } = tallyOf([interruption(600, 30), interruption(300, 60), interruption(100, 180)], TERMS);
    expect(indicesOf(unplanned, 4000)).to.deep.equal({ saifi: 0.25, saidi: 13.5, caidi: 54 });
  });

  it('tell momentary and planned interruptions apart', () => {
    const { unplanned, planned, momentary } = tallyOf(
      [
        interruption(10, 5),
        interruption(20, 5.01),
        interruption(40, 240, { planned: true }),
        interruption(80, 1, { planned: true }),
      ],
      TERMS,
    );
    expect([unplanned.customers, planned.customers, momentary.customers]).to.deep.equal([20, 40, 90]);
    expect(planned.customerMinutes).to.equal(9600);
    expect(tallyOf([interruption(20, 5.01)], { ...TERMS, sustainedAfterMinutes: 10 }).momentary.customers).to.equal(20);
  });

  it('count what goes on up to now, and nothing that lies ahead', () => {
    const now = START + 60 * MINUTE;
    const going = tallyOf(
      [interruption(7, 0, { to: null }), interruption(3, 600), interruption(9, 0, { from: now + 1 })],
      { ...TERMS, now },
    );
    expect(going.unplanned).to.deep.equal({ interruptions: 2, customers: 10, customerMinutes: 600 });
    expect(going.momentary.interruptions).to.equal(0);
  });

  it('have no value where they would divide by nothing', () => {
    const nothing = tallyOf([], TERMS).unplanned;
    expect(indicesOf(nothing, 100)).to.deep.equal({ saifi: 0, saidi: 0, caidi: null });
    expect(indicesOf(nothing, 0)).to.deep.equal({ saifi: null, saidi: null, caidi: null });
  });

  const anyInterruption = fc.record({
    from: fc.integer({ min: START, max: START + 60 * 24 * 60 * MINUTE }),
    minutes: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null }),
    customers: fc.integer({ min: 1, max: 20_000 }),
    planned: fc.boolean(),
    area: fc.constantFrom('A', 'B', 'C'),
  });
  const interruptions = fc
    .array(anyInterruption, { maxLength: 40 })
    .map((list) =>
      list.map(({ minutes, ...rest }) => ({ ...rest, to: minutes === null ? null : rest.from + minutes * MINUTE })),
    );

  function expectSum(parts: Iterable<Tallies>, whole: Tallies): void {
    const list = [...parts];
    for (const kind of ['unplanned', 'planned', 'momentary'] as const) {
      const sum = (key: 'interruptions' | 'customers' | 'customerMinutes') =>
        list.reduce((total, part) => total + part[kind][key], 0);
      expect(sum('interruptions')).to.equal(whole[kind].interruptions);
      expect(sum('customers')).to.equal(whole[kind].customers);
      expect(sum('customerMinutes')).to.be.closeTo(
        whole[kind].customerMinutes,
        1e-6 * (1 + whole[kind].customerMinutes),
      );
    }
  }

  it('of a period split anywhere add up to those of the whole', () => {
    fc.assert(
      fc.property(interruptions, fc.integer({ min: START, max: TERMS.now }), (list, at) => {
        const parts = [list.filter(({ from }) => from < at), list.filter(({ from }) => from >= at)];
        const whole = tallyOf(list, TERMS);
        expectSum(
          parts.map((part) => tallyOf(part, TERMS)),
          whole,
        );
        const saidi = (tallies: Tallies) => indicesOf(tallies.unplanned, 5000).saidi ?? Number.NaN;
        const total = parts.reduce((sum, part) => sum + saidi(tallyOf(part, TERMS)), 0);
        expect(total).to.be.closeTo(saidi(whole), 1e-6 * (1 + saidi(whole)));
      }),
    );
  });

  it('of months and of areas add up to those of the whole', () => {
    fc.assert(
      fc.property(interruptions, (list) => {
        const whole = tallyOf(list, TERMS);
        expectSum(tallyBy(list, ({ from }) => monthOf(from, 'Asia/Shanghai'), TERMS).values(), whole);
        expectSum(tallyBy(list, ({ area }) => area, TERMS).values(), whole);
      }),
    );
  });

  it('obey CAIDI = SAIDI / SAIFI, and grow with each interruption', () => {
    fc.assert(
      fc.property(interruptions, fc.integer({ min: 1, max: 1000 }), (list, served) => {
        const before = indicesOf(tallyOf(list, TERMS).unplanned, served);
        const after = indicesOf(tallyOf([...list, interruption(5, 30)], TERMS).unplanned, served);
        expect(after.saifi).to.be.greaterThan(before.saifi ?? Number.NaN);
        expect(after.saidi).to.be.greaterThan(before.saidi ?? Number.NaN);
        expect(after.caidi).to.be.closeTo((after.saidi ?? 0) / (after.saifi ?? 0), 1e-6 * (1 + (after.caidi ?? 0)));
      }),
    );
  });
});

describe('months', () => {
  it('begin at local midnight', () => {
    const start = startOfMonth('2026-03', 'Asia/Shanghai');
    expect(new Date(start).toISOString()).to.equal('2026-02-28T16:00:00.000Z');
    expect([monthOf(start, 'Asia/Shanghai'), monthOf(start - 1, 'Asia/Shanghai')]).to.deep.equal([
      '2026-03',
      '2026-02',
    ]);
  });

  it('are counted over the turn of the year', () => {
    expect(monthsFrom('2025-11', '2026-02')).to.deep.equal(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsFrom('2026-02', '2026-01')).to.deep.equal([]);
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (count) => {
        expect(addMonths(addMonths('2026-05', count), -count)).to.equal('2026-05');
      }),
    );
  });
});
