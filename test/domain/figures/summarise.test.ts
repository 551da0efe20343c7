import { expect } from 'chai';
import fc from 'fast-check';
import { standardsKept } from '../../../domain/figures/standards-kept.ts';
import { quantile, shares, spans } from '../../../domain/figures/summarise.ts';
import type { ClockedTicket } from '../../../domain/tickets/ticket-clocks.ts';
import { EXAMPLE_STANDARDS } from '../tickets/example-standards.ts';

const numbers = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 50 }).map((all) => all.toSorted((a, b) => a - b));

describe('a quantile', () => {
  it('is as published for small samples', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).to.equal(2.5);
    expect(quantile([10, 20, 30], 0.9)).to.be.closeTo(28, 1e-9);
    expect(quantile([], 0.5)).to.equal(null);
  });

  it('lies among the values, rises with the share, and moves and stretches with them', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, a, b) => {
          const [low, high] = [quantile(all, Math.min(a, b)) ?? -1, quantile(all, Math.max(a, b)) ?? -1];
          expect(low)
            .to.be.at.least(all[0] ?? 0)
            .and.at.most(high + 1e-9);
          expect(high).to.be.at.most((all.at(-1) ?? 0) + 1e-9);
          expect(
            quantile(
              all.map((value) => value * 2 + 7),
              a,
            ),
          ).to.be.closeTo((quantile(all, a) ?? 0) * 2 + 7, 1e-6);
        },
      ),
    );
  });
});

describe('summaries', () => {
  it('leave out what could not be measured', () => {
    expect(spans([5, null, 1, 3])).to.deep.equal({ count: 3, median: 3, ninth: 4.6 });
    expect(spans([null])).to.deep.equal({ count: 0, median: null, ninth: null });
    expect(shares([true, null, false])).to.deep.include({ count: 2, good: 1, share: 0.5 });
    expect(shares([])).to.deep.equal({ count: 0, good: 0, share: null, interval: null });
  });

  it('count clocks kept of those that have stopped or run out, not of those that run', () => {
    const now = 100 * 60_000;
    const fault: Omit<ClockedTicket, 'createdAt' | 'arrivedAt'> = {
      ...{ kind: 'fault', severity: 'P3', important: false, zone: 'urban', cancelled: false },
      ...{ dispatchedAt: null, returnedAt: null, redispatchedAt: null },
      ...{ resolvedAt: null, contactedAt: null, closedAt: null },
    };
    const minutes = EXAMPLE_STANDARDS.arrivalMinutes.urban.value;
    const kept = standardsKept(
      [
        { ...fault, createdAt: 0, arrivedAt: (minutes - 1) * 60_000 },
        { ...fault, createdAt: 0, arrivedAt: (minutes + 1) * 60_000 },
        { ...fault, createdAt: now - (minutes + 1) * 60_000, arrivedAt: null },
        { ...fault, createdAt: now - 60_000, arrivedAt: null },
        { ...fault, kind: 'complaint', createdAt: 0, arrivedAt: null },
      ],
      { terms: EXAMPLE_STANDARDS, now },
    );
    expect(kept.arrival).to.deep.include({ count: 3, good: 1 });
    expect(kept.restoration).to.deep.include({ count: 0, share: null });
    expect(kept.contact, 'still in time').to.deep.include({ count: 0 });
  });

  it('count what was closed without what a clock measures as not kept, and what fell away in time not at all', () => {
    const done = { ...{ dispatchedAt: 1, arrivedAt: 2, resolvedAt: 3, createdAt: 0 }, returnedAt: null } as const;
    const fault: ClockedTicket = {
      ...{ kind: 'fault', severity: 'P3', important: false, zone: 'urban', cancelled: false },
      ...{ ...done, redispatchedAt: null, contactedAt: null, closedAt: 4 },
    };
    const kept = standardsKept(
      [
        fault,
        { ...fault, contactedAt: 4 },
        { ...fault, dispatchedAt: null, arrivedAt: null, resolvedAt: null, cancelled: true },
      ],
      { terms: EXAMPLE_STANDARDS, now: 5 },
    );
    expect(kept.call_back).to.deep.include({ count: 2, good: 1 });
    expect(kept.dispatch).to.deep.include({ count: 2, good: 2 });
  });
});
