import { expect } from 'chai';
import fc from 'fast-check';
import {
  type IncidentChange,
  type InferredFault,
  type Reconciled,
  reconcileIncidents,
  type StandingIncident,
} from '../../../domain/incidents/reconcile-incidents.ts';

/** A device lies below another whose name begins its own. */
const isWithin = (device: string, above: string): boolean => device.startsWith(above);

function standing(id: string, change: Partial<StandingIncident> = {}): StandingIncident {
  return {
    id,
    deviceId: 'F/a',
    pinned: false,
    mayFade: true,
    grave: false,
    nested: false,
    coveredBy: null,
    tickets: [],
    openedAt: 0,
    ...change,
  };
}

function changes(incidents: StandingIncident[], inferred: InferredFault[], byHand: string[] = []): IncidentChange[] {
  return reconcileIncidents({ standing: incidents, inferred, byHand: new Set(byHand), isWithin });
}

describe('what becomes of incidents by what is inferred', () => {
  it('opens one for a fault that is none of those that stand', () => {
    const fault = { deviceId: 'F/b', tickets: ['t1'] };
    expect(changes([standing('i', { tickets: ['t0'] })], [fault])).to.deep.equal([
      { kind: 'keep', incidentId: 'i', fault: null },
      { kind: 'open', fault },
    ]);
  });

  it('opens none for a fault that nobody has reported', () => {
    expect(changes([], [{ deviceId: 'F/b', tickets: [] }])).to.deep.equal([]);
  });

  it('lets one go on at another device where it has the same tickets', () => {
    const fault = { deviceId: 'F', tickets: ['t1', 't2'] };
    expect(changes([standing('i', { tickets: ['t1'] })], [fault])).to.deep.equal([
      { kind: 'keep', incidentId: 'i', fault },
    ]);
  });

  it('joins two into the one that is more like the fault', () => {
    const fault = { deviceId: 'F', tickets: ['t1', 't2', 't3'] };
    const two = [standing('a', { tickets: ['t1'] }), standing('b', { deviceId: 'F/b', tickets: ['t2', 't3'] })];
    expect(changes(two, [fault])).to.deep.equal([
      { kind: 'merge', incidentId: 'a', into: 'b' },
      { kind: 'keep', incidentId: 'b', fault },
    ]);
  });

  it('keeps an emergency apart, within the other, with its tickets', () => {
    const fault = { deviceId: 'F', tickets: ['t1', 't2', 't3'] };
    const grave = standing('a', { tickets: ['t1'], grave: true });
    const other = standing('b', { deviceId: 'F/b', tickets: ['t2', 't3'] });
    expect(changes([grave, other], [fault])).to.deep.equal([
      { kind: 'nest', incidentId: 'a', within: 'b' },
      { kind: 'keep', incidentId: 'b', fault: { deviceId: 'F', tickets: ['t2', 't3'] } },
    ]);
    expect(
      changes(
        [
          { ...grave, nested: true },
          { ...other, deviceId: 'F' },
        ],
        [fault],
      ),
    ).to.deep.equal([
      { kind: 'nest', incidentId: 'a', within: 'b' },
      { kind: 'keep', incidentId: 'b', fault: { deviceId: 'F', tickets: ['t2', 't3'] } },
    ]);
  });

  it('ends one by which nobody is dark any more, but not one that a person or another system has given', () => {
    expect(changes([standing('i')], [])).to.deep.equal([{ kind: 'fade', incidentId: 'i' }]);
    expect(changes([standing('i', { mayFade: false })], [])).to.deep.equal([
      { kind: 'keep', incidentId: 'i', fault: null },
    ]);
    expect(changes([standing('i', { pinned: true })], [])).to.deep.equal([]);
  });

  it('goes into the one at a device above it that is settled, unless it is grave', () => {
    const covered = standing('a', { tickets: ['t1'], coveredBy: 'up' });
    expect(changes([covered], [])).to.deep.equal([{ kind: 'merge', incidentId: 'a', into: 'up' }]);
    expect(changes([{ ...covered, grave: true }], [])).to.deep.equal([{ kind: 'nest', incidentId: 'a', within: 'up' }]);
    expect(changes([{ ...covered, grave: true, tickets: [] }], [])).to.deep.equal([
      { kind: 'merge', incidentId: 'a', into: 'up' },
    ]);
    expect(changes([{ ...covered, pinned: true }], [])).to.deep.equal([]);
  });

  it('leaves a ticket where a person has put it', () => {
    const fault = { deviceId: 'F/b', tickets: ['t1', 't2'] };
    expect(changes([standing('i', { pinned: true, tickets: ['t1'] })], [fault], ['t1'])).to.deep.equal([
      { kind: 'open', fault: { deviceId: 'F/b', tickets: ['t2'] } },
    ]);
  });
});

const device = fc.constantFrom('F', 'F/a', 'F/a/1', 'F/a/2', 'F/b', 'F/b/1');
const ticket = fc.integer({ min: 0, max: 11 });

/** Any incidents with any tickets, and any faults apart from each other, each ticket in one of each at most. */
const matters = fc
  .record({
    incidents: fc.array(
      fc.record({
        deviceId: fc.option(device, { nil: null }),
        pinned: fc.boolean(),
        mayFade: fc.boolean(),
        grave: fc.boolean(),
        isCovered: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    faults: fc.uniqueArray(device, { maxLength: 3 }),
    homes: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 12, maxLength: 12 }),
    causes: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 12, maxLength: 12 }),
    byHand: fc.uniqueArray(ticket, { maxLength: 3 }),
  })
  .map(({ incidents, faults, homes, causes, byHand }): Reconciled => {
    const apart = faults.filter((one) => faults.every((other) => other === one || !isWithin(one, other)));
    const at = (places: number[], index: number) =>
      places.flatMap((place, number) => (place === index ? [`t${number}`] : []));
    return {
      standing: [
        standing('up', { deviceId: 'S', pinned: true }),
        ...incidents.map(({ isCovered, ...incident }, index) =>
          standing(`i${index}`, {
            ...incident,
            coveredBy: isCovered ? 'up' : null,
            openedAt: index,
            tickets: at(homes, index),
          }),
        ),
      ],
      inferred: apart.map((deviceId, index) => ({ deviceId, tickets: at(causes, index) })),
      byHand: new Set(byHand.map((number) => `t${number}`)),
      isWithin,
    };
  });

/** Incidents as they stand once the changes are made; those of an opened one are called by its device. */
function reconciled(given: Reconciled): StandingIncident[] {
  const incidents = new Map(
    given.standing.map((incident) => [incident.id, { ...incident, tickets: [...incident.tickets] }]),
  );
  const put = (id: string, tickets: readonly string[]) => {
    for (const incident of incidents.values()) {
      incident.tickets = incident.tickets.filter((each) => incident.id === id || !tickets.includes(each));
    }
    const home = incidents.get(id);
    if (home) home.tickets = [...new Set([...home.tickets, ...tickets])];
  };
  for (const change of reconcileIncidents(given)) {
    if (change.kind === 'open') {
      incidents.set(change.fault.deviceId, {
        ...standing(change.fault.deviceId),
        deviceId: change.fault.deviceId,
        tickets: [],
        openedAt: 9,
      });
      put(change.fault.deviceId, change.fault.tickets);
      continue;
    }
    const incident = incidents.get(change.incidentId);
    if (!incident) throw new Error('a change to no incident');
    if (change.kind === 'keep' && change.fault) {
      incidents.set(incident.id, { ...incident, deviceId: change.fault.deviceId, nested: false });
      put(incident.id, change.fault.tickets);
    }
    if (change.kind === 'nest') incidents.set(incident.id, { ...incident, nested: true });
    if (change.kind === 'merge') put(change.into, incident.tickets);
    if (change.kind === 'merge' || change.kind === 'fade') incidents.delete(incident.id);
  }
  return [...incidents.values()];
}

const RUNS = { numRuns: 2000 };

describe('laws of reconciling', () => {
  it('no emergency is merged away, and none ends while somebody is dark by it', () => {
    fc.assert(
      fc.property(matters, (given) => {
        const left = new Set(reconciled(given).map(({ id }) => id));
        for (const { id, grave, tickets } of given.standing)
          if (grave && tickets.length > 0) expect(left.has(id)).to.equal(true);
      }),
      RUNS,
    );
  });

  it('a ticket that is in an incident stays in one, and in one only', () => {
    fc.assert(
      fc.property(matters, (given) => {
        const homes = reconciled(given).flatMap(({ tickets }) => tickets);
        expect(homes).to.have.length(new Set(homes).size);
        for (const { tickets } of given.standing) for (const each of tickets) expect(homes).to.include(each);
      }),
      RUNS,
    );
  });

  it('every ticket that a fault explains is in an incident', () => {
    fc.assert(
      fc.property(matters, (given) => {
        const homes = reconciled(given).flatMap(({ tickets }) => tickets);
        for (const { tickets } of given.inferred) for (const each of tickets) expect(homes).to.include(each);
      }),
      RUNS,
    );
  });

  it('what a person has put somewhere is not moved, but with its whole incident', () => {
    fc.assert(
      fc.property(matters, (given) => {
        const left = reconciled(given);
        for (const { id, tickets } of given.standing) {
          const home = left.find((incident) => incident.id === id);
          if (home) for (const each of tickets) if (given.byHand.has(each)) expect(home.tickets).to.include(each);
        }
      }),
      RUNS,
    );
  });

  it('the same again changes nothing', () => {
    fc.assert(
      fc.property(matters, (given) => {
        const once = reconciled(given);
        const twice = reconciled({ ...given, standing: once });
        const shape = (incidents: StandingIncident[]) =>
          incidents.map(({ id, deviceId, tickets }) => [id, deviceId, [...tickets].sort()]).sort();
        // What ended with the first look may leave nothing for the second but to let it be.
        expect(shape(twice)).to.deep.equal(shape(once));
      }),
      RUNS,
    );
  });
});
