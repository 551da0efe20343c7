import { expect } from 'chai';
import fc from 'fast-check';
import { SEVERITIES } from '../../../domain/faults/severity.ts';
import {
  type ClockedTicket,
  clockLevel,
  dueEscalations,
  type Escalation,
  nextLookAt,
  ticketClocks,
} from '../../../domain/tickets/ticket-clocks.ts';
import { EXAMPLE_STANDARDS } from './example-standards.ts';

const MINUTE = 60_000;
const REPORTED = 1_000_000;
const TICKET: ClockedTicket = {
  kind: 'fault',
  severity: 'P3',
  zone: 'rural',
  createdAt: REPORTED,
  arrivedAt: null,
  resolvedAt: null,
  closedAt: null,
};
const clocks = (change: Partial<ClockedTicket> = {}) => ticketClocks({ ...TICKET, ...change }, EXAMPLE_STANDARDS);
const terms = (change: Partial<ClockedTicket>, name: string) => {
  const clock = clocks(change).find((one) => one.name === name);
  return clock ? [clock.warnAt, clock.dueAt].map((at) => (at - clock.startedAt) / MINUTE) : null;
};

describe('the clocks of a ticket', () => {
  it('go by zone and by severity', () => {
    expect(terms({ zone: 'urban' }, 'arrival')).to.deep.equal([30, 40]);
    expect(terms({ zone: 'rural' }, 'arrival')).to.deep.equal([60, 80]);
    expect(terms({ zone: 'remote', severity: 'P2' }, 'arrival')).to.deep.equal([72, 120]);
    expect(terms({ zone: 'remote', severity: 'P1' }, 'arrival'), 'as an important customer').to.deep.equal([15, 30]);
    expect(terms({ zone: 'remote', arrivedAt: REPORTED }, 'restoration')).to.deep.equal([225, 300]);
  });

  it('count a zone that nobody knows as the one with the shortest terms', () => {
    expect(clocks({ zone: null })).to.deep.equal(clocks({ zone: 'urban' }));
  });

  it('start restoration at arrival, and no sooner', () => {
    expect(clocks().map(({ name }) => name)).to.deep.equal(['arrival']);
    const arrivedAt = REPORTED + 5 * MINUTE;
    expect(clocks({ arrivedAt }).map(({ name, startedAt, stoppedAt }) => [name, startedAt, stoppedAt])).to.deep.equal([
      ['arrival', REPORTED, arrivedAt],
      ['restoration', arrivedAt, null],
    ]);
  });

  it('run for faults alone', () => {
    expect(clocks({ kind: 'complaint' })).to.deep.equal([]);
  });

  it('stay as they were when what they measure was done', () => {
    const [kept] = clocks({ arrivedAt: REPORTED + MINUTE });
    const [missed] = clocks({ arrivedAt: REPORTED + 81 * MINUTE });
    const later = REPORTED + 1000 * MINUTE;
    expect(kept && clockLevel(kept, later)).to.equal('calm');
    expect(missed && clockLevel(missed, later)).to.equal('breach');
  });

  it('warn before they are due, then tell of the breach, each once', () => {
    const told: Escalation[] = [];
    const heard: string[] = [];
    for (let minute = 0; minute <= 200; minute += 1) {
      for (const one of dueEscalations(clocks(), told, REPORTED + minute * MINUTE)) {
        told.push(one);
        heard.push(`${minute} ${one.clock} ${one.level}`);
      }
    }
    expect(heard).to.deep.equal(['60 arrival warn', '80 arrival breach']);
  });

  it('do not warn of what is overdue already', () => {
    const late = REPORTED + 500 * MINUTE;
    const due = dueEscalations(clocks(), [], late);
    expect(due.map(({ level }) => level)).to.deep.equal(['breach']);
    expect(dueEscalations(clocks(), due, late)).to.deep.equal([]);
    expect(nextLookAt(clocks(), due)).to.equal(null);
  });

  it('tell each level at most once, and miss no breach, however seldom they are looked at', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 });
    const zones = fc.constantFrom('urban' as const, 'rural' as const, 'remote' as const, null);
    const arrivals = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null });
    fc.assert(
      fc.property(steps, zones, fc.constantFrom(...SEVERITIES), arrivals, (gaps, zone, severity, arrival) => {
        const told: Escalation[] = [];
        let now = REPORTED;
        const at = () => {
          const arrivedAt = arrival === null || REPORTED + arrival * MINUTE > now ? null : REPORTED + arrival * MINUTE;
          return clocks({ zone, severity, arrivedAt });
        };
        for (const gap of gaps) {
          now += gap * MINUTE;
          told.push(...dueEscalations(at(), told, now));
          const next = nextLookAt(at(), told);
          expect(next === null || next > now, 'nothing that is due is left').to.equal(true);
        }
        const keys = told.map(({ clock, level }) => `${clock} ${level}`);
        expect(new Set(keys).size).to.equal(keys.length);
        for (const clock of at()) {
          const running = clock.stoppedAt === null && now >= clock.dueAt;
          if (running) expect(keys).to.include(`${clock.name} breach`);
        }
      }),
    );
  });

  it('warn before the end in every zone and severity', () => {
    for (const zone of ['urban', 'rural', 'remote'] as const) {
      for (const severity of SEVERITIES) {
        for (const { startedAt, warnAt, dueAt } of clocks({ zone, severity, arrivedAt: REPORTED })) {
          expect(startedAt < warnAt && warnAt < dueAt).to.equal(true);
        }
      }
    }
  });
});
