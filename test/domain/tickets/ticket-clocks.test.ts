import { expect } from 'chai';
import fc from 'fast-check';
import { SEVERITIES } from '../../../domain/faults/severity.ts';
import {
  clockLevel,
  dueEscalations,
  type Escalation,
  nextLookAt,
  stillHolds,
} from '../../../domain/tickets/clock-escalations.ts';
import {
  CLOCKS,
  type ClockedTicket,
  clockMarks,
  firstToRunOut,
  ticketClocks,
} from '../../../domain/tickets/ticket-clocks.ts';
import { CLOCKS as WIRE_CLOCKS } from '../../../web/protocol/desk/ticket.ts';
import { EXAMPLE_STANDARDS } from './example-standards.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REPORTED = Date.parse('2026-11-24T10:00:00+08:00');
const TICKET: ClockedTicket = {
  kind: 'fault',
  severity: 'P3',
  important: false,
  zone: 'rural',
  createdAt: REPORTED,
  dispatchedAt: null,
  returnedAt: null,
  redispatchedAt: null,
  arrivedAt: null,
  resolvedAt: null,
  contactedAt: null,
  closedAt: null,
  cancelled: false,
};
/** A crew has been given it at once: only what comes after is looked at. */
const SENT = { dispatchedAt: REPORTED } as const;
const clocks = (change: Partial<ClockedTicket> = {}) => ticketClocks({ ...TICKET, ...change }, EXAMPLE_STANDARDS);
const clock = (change: Partial<ClockedTicket>, name: string) => {
  const found = clocks(change).find((one) => one.name === name);
  if (!found) throw new Error(`no clock of ${name} runs`);
  return found;
};
const terms = (change: Partial<ClockedTicket>, name: string) => {
  const { startedAt, warnAt, dueAt } = clock(change, name);
  return [warnAt, dueAt].map((at) => (at - startedAt) / MINUTE);
};

describe('the clocks of a ticket', () => {
  it('have the same names here and on the wire', () => {
    expect(WIRE_CLOCKS).to.deep.equal(CLOCKS);
  });

  it('go by zone and by severity', () => {
    expect(terms({ zone: 'urban' }, 'arrival')).to.deep.equal([30, 40]);
    expect(terms({ zone: 'rural' }, 'arrival')).to.deep.equal([60, 80]);
    expect(terms({ zone: 'remote', severity: 'P2' }, 'arrival')).to.deep.equal([72, 120]);
    expect(terms({ zone: 'remote', severity: 'P1' }, 'arrival'), 'as an important customer').to.deep.equal([15, 30]);
    expect(terms({ zone: 'remote', arrivedAt: REPORTED }, 'restoration')).to.deep.equal([225, 300]);
  });

  it('are shorter where others depend on the supply', () => {
    expect(terms({}, 'dispatch')).to.deep.equal([7.5, 10]);
    expect(terms({ important: true }, 'dispatch')).to.deep.equal([4.5, 6]);
    expect(terms({ important: true, zone: 'remote' }, 'arrival')).to.deep.equal([22.5, 30]);
  });

  it('count a zone that nobody knows as the one with the shortest terms', () => {
    expect(clocks({ zone: null })).to.deep.equal(clocks({ zone: 'urban' }));
  });

  it('start restoration at arrival, and the call back at the repair, and no sooner', () => {
    expect(clocks().map(({ name }) => name)).to.deep.equal(['dispatch', 'arrival']);
    const [dispatchedAt, arrivedAt, resolvedAt] = [REPORTED + MINUTE, REPORTED + 5 * MINUTE, REPORTED + 9 * MINUTE];
    const started = clocks({ dispatchedAt, arrivedAt, resolvedAt });
    expect(started.map(({ name, startedAt, stoppedAt }) => [name, startedAt, stoppedAt])).to.deep.equal([
      ['dispatch', REPORTED, dispatchedAt],
      ['arrival', REPORTED, arrivedAt],
      ['restoration', arrivedAt, resolvedAt],
      ['call_back', resolvedAt, null],
    ]);
    expect(terms({ resolvedAt }, 'call_back')).to.deep.equal([18 * 60, 24 * 60]);
    const contactedAt = resolvedAt + HOUR;
    expect(clock({ resolvedAt, contactedAt }, 'call_back')).to.include({ stoppedAt: contactedAt, done: true });
  });

  it('start dispatch anew for work that came back, and leave the first as it was', () => {
    const returnedAt = REPORTED + 50 * MINUTE;
    expect(clock({ ...SENT, returnedAt }, 'dispatch')).to.include({ stoppedAt: REPORTED, done: true });
    expect(clock({ ...SENT, returnedAt }, 'redispatch')).to.include({ startedAt: returnedAt, stoppedAt: null });
    const redispatchedAt = returnedAt + MINUTE;
    expect(clock({ ...SENT, returnedAt, redispatchedAt }, 'redispatch')).to.include({ stoppedAt: redispatchedAt });
  });

  it('run for what the standards promise of other work, in hours or in working days', () => {
    const names = (kind: string) =>
      clocks({ kind }).map(({ name, dueAt }) => `${name} ${new Date(dueAt).toISOString()}`);
    expect(names('damage_claim')).to.deep.equal(['visit 2026-11-25T02:00:00.000Z']);
    expect(names('reconnection')).to.deep.equal(['reconnection 2026-11-25T02:00:00.000Z']);
    // Five working days after Tuesday, over a weekend, to the end of the day in Shanghai.
    expect(names('meter')).to.deep.equal(['meter 2026-12-01T16:00:00.000Z']);
    expect(names('complaint')).to.deep.equal(['contact 2026-11-25T02:00:00.000Z', 'answer 2026-12-01T16:00:00.000Z']);
    expect(names('suggestion')).to.deep.equal([]);
  });

  it('know what was done from what was over without', () => {
    const closedAt = REPORTED + HOUR;
    expect(clock({ kind: 'complaint', closedAt }, 'answer')).to.include({ stoppedAt: closedAt, done: true });
    const fellAway = clock({ kind: 'complaint', closedAt, cancelled: true }, 'answer');
    expect(fellAway).to.include({ stoppedAt: closedAt, done: false });
    const uncalled = clock({ ...SENT, arrivedAt: REPORTED, resolvedAt: REPORTED, closedAt }, 'call_back');
    expect(uncalled).to.include({ stoppedAt: closedAt, done: false });
  });

  it('stay as they were when what they measure was done', () => {
    const kept = clock({ arrivedAt: REPORTED + MINUTE }, 'arrival');
    const missed = clock({ arrivedAt: REPORTED + 81 * MINUTE }, 'arrival');
    const later = REPORTED + 1000 * MINUTE;
    expect(clockLevel(kept, later)).to.equal('calm');
    expect(clockLevel(missed, later)).to.equal('breach');
  });

  it('say which of them runs out first, and from when on somebody has to look', () => {
    expect(firstToRunOut(clocks())?.name).to.equal('dispatch');
    expect(firstToRunOut(clocks(SENT))?.name).to.equal('arrival');
    expect(firstToRunOut(clocks({ kind: 'praise' }))).to.equal(null);
    expect(clockMarks(clocks())).to.deep.equal({
      riskAt: REPORTED + 7.5 * MINUTE,
      overdueAt: REPORTED + 10 * MINUTE,
    });
    expect(clockMarks(clocks({ ...SENT, closedAt: REPORTED, cancelled: true }))).to.deep.equal({
      riskAt: null,
      overdueAt: null,
    });
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
    expect(heard).to.deep.equal(['8 dispatch warn', '10 dispatch breach', '60 arrival warn', '80 arrival breach']);
  });

  it('do not warn of what is overdue already', () => {
    const late = REPORTED + 500 * MINUTE;
    const due = dueEscalations(clocks(SENT), [], late);
    expect(due.map(({ level }) => level)).to.deep.equal(['breach']);
    expect(dueEscalations(clocks(SENT), due, late)).to.deep.equal([]);
    expect(nextLookAt(clocks(SENT), due)).to.equal(null);
  });

  it('are told of anew where a correction gives longer, and not again where it gives less', () => {
    const late = REPORTED + 45 * MINUTE;
    const urban = clocks({ ...SENT, zone: 'urban' });
    const rural = clocks({ ...SENT, zone: 'rural' });
    const told = dueEscalations(urban, [], late);
    const [breach] = told;
    if (!breach) throw new Error('nothing was told');
    expect(stillHolds(breach, urban)).to.equal(true);
    expect(stillHolds(breach, rural), 'it has 80 minutes now').to.equal(false);
    expect(dueEscalations(rural, told, late)).to.deep.equal([]);
    expect(nextLookAt(rural, told)).to.equal(REPORTED + 60 * MINUTE);
    const over = REPORTED + 80 * MINUTE;
    const again = dueEscalations(rural, told, over);
    expect(again.map(({ level, dueAt }) => [level, dueAt])).to.deep.equal([['breach', over]]);
    expect(dueEscalations(urban, [...told, ...again], over), 'told of as overdue already').to.deep.equal([]);
  });

  it('are told of in every round of work that comes back', () => {
    const first = REPORTED + 50 * MINUTE;
    const second = REPORTED + 120 * MINUTE;
    const told = dueEscalations(clocks({ ...SENT, returnedAt: first, zone: 'remote' }), [], first + 20 * MINUTE);
    const again = dueEscalations(
      clocks({ ...SENT, returnedAt: second, arrivedAt: second, zone: 'remote' }),
      told,
      second + 20 * MINUTE,
    );
    expect([...told, ...again].map((one) => `${one.clock} ${one.level}`)).to.deep.equal([
      'redispatch breach',
      'redispatch breach',
    ]);
  });

  it('tell each level at most once, and miss no breach, however seldom they are looked at', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 });
    const zones = fc.constantFrom('urban' as const, 'rural' as const, 'remote' as const, null);
    const moments = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null });
    fc.assert(
      fc.property(
        steps,
        zones,
        fc.constantFrom(...SEVERITIES),
        moments,
        moments,
        (gaps, zone, severity, sent, came) => {
          const told: Escalation[] = [];
          let now = REPORTED;
          const by = (minute: number | null) =>
            minute === null || REPORTED + minute * MINUTE > now ? null : REPORTED + minute * MINUTE;
          const at = () => clocks({ zone, severity, dispatchedAt: by(sent), arrivedAt: by(came) });
          for (const gap of gaps) {
            now += gap * MINUTE;
            told.push(...dueEscalations(at(), told, now));
            const next = nextLookAt(at(), told);
            expect(next === null || next > now, 'nothing that is due is left').to.equal(true);
          }
          const keys = told.map(({ clock: name, level }) => `${name} ${level}`);
          expect(new Set(keys).size).to.equal(keys.length);
          for (const one of at()) {
            const running = one.stoppedAt === null && now >= one.dueAt;
            if (running) expect(keys).to.include(`${one.name} breach`);
          }
        },
      ),
    );
  });

  it('warn before the end in every kind, zone and severity', () => {
    const kinds = ['fault', 'damage_claim', 'meter', 'complaint', 'reconnection'];
    for (const kind of kinds) {
      for (const zone of ['urban', 'rural', 'remote'] as const) {
        for (const severity of SEVERITIES) {
          const all = clocks({ kind, zone, severity, arrivedAt: REPORTED, returnedAt: REPORTED, resolvedAt: REPORTED });
          for (const { startedAt, warnAt, dueAt } of all) {
            expect(startedAt < warnAt && warnAt < dueAt).to.equal(true);
          }
        }
      }
    }
  });
});
