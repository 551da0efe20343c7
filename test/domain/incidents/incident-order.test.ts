import { expect } from 'chai';
import fc from 'fast-check';
import { gradeIncident } from '../../../domain/incidents/grade-incident.ts';
import { compareUrgency, orderReasons, type Urgent } from '../../../domain/incidents/incident-order.ts';
import { INCIDENT_STATES, incidentMoves, isOpen, isSettled } from '../../../domain/incidents/incident-states.ts';

const PLAIN: Urgent = {
  severity: 'P3',
  lifeAtRisk: false,
  lifeSupport: 0,
  criticalSites: 0,
  deviceKind: 'lv_line',
  customers: 5,
  chased: 0,
  dueAt: null,
};

describe('which incident is dealt with first', () => {
  it('is the graver, then where life is at risk, trunk lines, critical sites, more customers, what was chased up, less time', () => {
    const inOrder: Urgent[] = [
      { ...PLAIN, severity: 'P1', lifeAtRisk: true },
      { ...PLAIN, severity: 'P1', deviceKind: 'feeder_breaker' },
      { ...PLAIN, severity: 'P1', criticalSites: 1 },
      { ...PLAIN, severity: 'P1', customers: 900 },
      { ...PLAIN, severity: 'P2', customers: 900 },
      { ...PLAIN, customers: 6 },
      { ...PLAIN, chased: 4 },
      { ...PLAIN, chased: 3, dueAt: 10 },
      { ...PLAIN, dueAt: 10 },
      { ...PLAIN, dueAt: 20 },
      PLAIN,
      { ...PLAIN, severity: 'P4' },
    ];
    expect([...inOrder].reverse().sort(compareUrgency)).to.deep.equal(inOrder);
  });

  it('is an order: who comes before whom does not depend on where they stood', () => {
    const anyone = fc.record({
      severity: fc.constantFrom('P1', 'P2', 'P3', 'P4') as fc.Arbitrary<Urgent['severity']>,
      lifeAtRisk: fc.boolean(),
      lifeSupport: fc.nat(2),
      criticalSites: fc.nat(1),
      deviceKind: fc.constantFrom('fuse', 'feeder_breaker', null) as fc.Arbitrary<Urgent['deviceKind']>,
      customers: fc.nat(3),
      chased: fc.nat(2),
      dueAt: fc.option(fc.nat(3), { nil: null }),
    });
    fc.assert(
      fc.property(anyone, anyone, anyone, (a, b, c) => {
        expect(Math.sign(compareUrgency(a, b))).to.equal(-Math.sign(compareUrgency(b, a)) + 0);
        if (compareUrgency(a, b) <= 0 && compareUrgency(b, c) <= 0) expect(compareUrgency(a, c)).to.be.at.most(0);
      }),
    );
  });

  it('is told with its reasons', () => {
    const codes = orderReasons({ ...PLAIN, severity: 'P1', lifeAtRisk: true, lifeSupport: 2, dueAt: -90_000 }, 0);
    expect(codes).to.deep.equal([
      { code: 'life_at_risk', values: {} },
      { code: 'life_support', values: { count: 2 } },
      { code: 'severity', values: { grade: 1 } },
      { code: 'customers', values: { count: 5 } },
      { code: 'clock', values: { minutes: -2 } },
    ]);
  });
});

describe("an incident's grade", () => {
  const extent = { probability: 0.8, customers: 3, lifeSupport: 0, criticalSites: [] };
  const ticket = { severity: 'P3', reasons: ['no_power'] } as const;

  it('is that of its gravest ticket', () => {
    expect(gradeIncident([ticket, { severity: 'P2', reasons: ['no_power.street'] }], extent)).to.deep.equal({
      severity: 'P2',
      lifeAtRisk: false,
    });
    expect(gradeIncident([{ severity: 'P1', reasons: ['hazard.fire'] }], extent).lifeAtRisk).to.equal(true);
    expect(gradeIncident([{ severity: 'P1', reasons: ['site.critical_without_power'] }], extent).lifeAtRisk).to.equal(
      false,
    );
  });

  it('is an emergency where life support or a critical site probably is dark', () => {
    expect(gradeIncident([ticket], { ...extent, lifeSupport: 1 })).to.deep.equal({ severity: 'P1', lifeAtRisk: true });
    expect(gradeIncident([ticket], { ...extent, criticalSites: ['hospital'] }).severity).to.equal('P1');
    expect(gradeIncident([ticket], { ...extent, lifeSupport: 1, probability: 0.3 }).severity).to.equal('P3');
  });

  it('is urgent where many are dark, and standard where nothing tells', () => {
    expect(gradeIncident([ticket], { ...extent, customers: 20 }).severity).to.equal('P2');
    expect(gradeIncident([], extent).severity).to.equal('P3');
  });
});

describe("an incident's moves", () => {
  it('are none once it is settled, and closing comes after restoring', () => {
    for (const state of INCIDENT_STATES) {
      expect(incidentMoves(state).length === 0).to.equal(isSettled(state));
      expect(incidentMoves(state).includes('close')).to.equal(state === 'restored');
      expect(incidentMoves(state).includes('restore')).to.equal(isOpen(state));
    }
  });
});
