import { expect } from 'chai';
import fc from 'fast-check';
import { type InProgress, orderInProgress, orderQueue, type Waiting } from '../../../domain/desk/queue-order.ts';

const waiting = (id: string, severity: Waiting['severity'], queuedAt: number | null): Waiting => ({
  id,
  severity,
  queuedAt,
  specialNeed: false,
  returned: false,
});
const ids = (queue: readonly Waiting[]) => orderQueue(queue).map(({ id }) => id);

describe('the order of the queue', () => {
  it('puts an emergency that has just come before everybody who has waited', () => {
    expect(
      ids([waiting('routine', 'P4', 1), waiting('standard', 'P3', 2), waiting('emergency', 'P1', 9)]),
    ).to.deep.equal(['emergency', 'standard', 'routine']);
  });

  it('serves those of equal severity as they came', () => {
    expect(ids([waiting('third', 'P2', 30), waiting('first', 'P2', 10), waiting('second', 'P2', 20)])).to.deep.equal([
      'first',
      'second',
      'third',
    ]);
  });

  it('lets an ungraded matter wait no longer than a routine one', () => {
    expect(ids([waiting('later', 'P4', 20), waiting('ungraded', null, 10), waiting('latest', null, 30)])).to.deep.equal(
      ['ungraded', 'later', 'latest'],
    );
  });

  const anyone = fc.record({
    id: fc.uuid(),
    severity: fc.constantFrom('P1', 'P2', 'P3', 'P4', null),
    queuedAt: fc.option(fc.integer({ min: 0, max: 20 })),
    specialNeed: fc.boolean(),
    returned: fc.boolean(),
  });
  const queue = fc.uniqueArray(anyone, { selector: ({ id }) => id, maxLength: 30 });

  it('is the same whichever way the queue is read', () => {
    fc.assert(
      fc.property(queue, fc.infiniteStream(fc.double({ noNaN: true })), (given, chance) => {
        const shuffled = given
          .map((one) => ({ one, key: chance.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(ids(shuffled)).to.deep.equal(ids(given));
      }),
    );
  });

  it('loses nobody, and lets nobody who is less urgent go first', () => {
    fc.assert(
      fc.property(queue, (given) => {
        const ordered = orderQueue(given);
        expect(ordered).to.have.deep.members(given);
        for (const [index, next] of ordered.slice(1).entries()) {
          const earlier = ordered[index];
          if (!earlier || earlier.returned !== next.returned) continue;
          const [before, after] = [earlier.severity ?? 'P4', next.severity ?? 'P4'];
          expect(before <= after).to.equal(true);
          if (before !== after) continue;
          expect(earlier.specialNeed || !next.specialNeed).to.equal(true);
          if (earlier.specialNeed === next.specialNeed) expect(earlier.queuedAt ?? 0).to.be.at.most(next.queuedAt ?? 0);
        }
      }),
    );
  });
});

describe('the front of the queue', () => {
  const anyone = fc.record({
    id: fc.uuid(),
    severity: fc.constantFrom('P1', 'P2', 'P3', 'P4', null),
    queuedAt: fc.option(fc.integer({ min: 0, max: 20 })),
    specialNeed: fc.boolean(),
    returned: fc.boolean(),
  });

  it('is for danger, and then for those whose person was gone, however routine their matter', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyone, { selector: ({ id }) => id, maxLength: 30 }), (given) => {
        const bands = orderQueue(given).map(({ severity, returned }) => (severity === 'P1' ? 0 : returned ? 1 : 2));
        expect(bands).to.deep.equal(bands.toSorted());
      }),
    );
  });
});

describe('the order of what is in progress', () => {
  const open = (id: string, severity: InProgress['severity'], openedAt: number): InProgress => ({
    id,
    severity,
    openedAt,
  });
  const inOrder = (sessions: readonly InProgress[]) => orderInProgress(sessions).map(({ id }) => id);

  it('puts an emergency before everything, however long ago it began', () => {
    expect(
      inOrder([
        open('ungraded', null, 9),
        open('standard', 'P3', 8),
        open('emergency', 'P1', 1),
        open('urgent', 'P2', 5),
      ]),
    ).to.deep.equal(['emergency', 'urgent', 'standard', 'ungraded']);
  });

  it('puts the newest trouble first among those of equal severity', () => {
    expect(inOrder([open('oldest', 'P2', 1), open('new', 'P2', 3), open('older', 'P2', 2)])).to.deep.equal([
      'new',
      'older',
      'oldest',
    ]);
  });

  const anything = fc.record({
    id: fc.uuid(),
    severity: fc.constantFrom('P1', 'P2', 'P3', 'P4', null),
    openedAt: fc.integer({ min: 0, max: 5 }),
  });

  it('is total: the same whichever way it is read, and nothing graver comes later', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anything, { selector: ({ id }) => id, maxLength: 30 }), (given) => {
        const ordered = orderInProgress(given);
        expect(orderInProgress(given.toReversed())).to.deep.equal(ordered);
        expect(ordered).to.have.deep.members(given);
        const grades = ordered.map(({ severity }) => severity ?? 'P4');
        expect(grades).to.deep.equal(grades.toSorted());
      }),
    );
  });
});
