import { expect } from 'chai';
import fc from 'fast-check';
import { type Matter, NOTHING_TOLD, newsOf, type Told, toldAfter } from '../../../domain/notices/news-of.ts';
import { type Pending, planNotice } from '../../../domain/notices/plan-notice.ts';
import { quietUntil } from '../../../domain/notices/quiet-hours.ts';
import { TICKET_STATES } from '../../../domain/tickets/ticket-states.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;
const NOON = Date.parse('2026-11-24T12:00:00+08:00');
const MIDNIGHT = Date.parse('2026-11-25T00:00:00+08:00');
const SEVEN = Date.parse('2026-11-25T07:00:00+08:00');
const TERMS = {
  quietHours: { from: '22:00', to: '07:00' },
  mergeMinutes: 2,
  gapMinutes: 10,
  presentMinutes: 15,
  lifeSupportCallMinutes: 10,
};
const RECEIVED: Matter = { state: 'received', resolvedAt: null, eta: null };
const eta = (at: number) => ({ at, source: 'crew', setAt: NOON });

const matters = fc.record({
  state: fc.constantFrom(...TICKET_STATES),
  resolvedAt: fc.constantFrom(null, NOON),
  eta: fc.option(
    fc.record({ at: fc.integer({ min: NOON - 9, max: NOON + 9 }), source: fc.constant('crew'), setAt: fc.constant(1) }),
  ),
});
const tolds: fc.Arbitrary<Told> = fc
  .array(matters, { maxLength: 4 })
  .map((lived) => lived.reduce((told, matter) => toldAfter(told, matter, NOON), NOTHING_TOLD));

describe('what there is to tell of a ticket', () => {
  it('is acceptance, a crew, a time set and changed, and restoration', () => {
    const of = (told: Told, matter: Partial<Matter>) => newsOf(told, { ...RECEIVED, ...matter }, NOON);
    expect(of(NOTHING_TOLD, {})).to.equal(null);
    expect(of(NOTHING_TOLD, { state: 'acknowledged' })).to.deep.equal({ stage: 'accepted' });
    expect(of({ stage: 'accepted', etaAt: null }, { state: 'en_route' })).to.deep.equal({ stage: 'crew' });
    const later = eta(NOON + 60 * MINUTE);
    expect(of({ stage: 'crew', etaAt: null }, { state: 'on_site', eta: later })).to.deep.equal({
      eta: { kind: 'set', eta: later },
    });
    expect(of({ stage: 'crew', etaAt: 1 }, { state: 'on_site', eta: later })?.eta?.kind).to.equal('changed');
    expect(of({ stage: 'crew', etaAt: 1 }, { state: 'on_site' })).to.deep.equal({ eta: { kind: 'withdrawn' } });
    expect(of({ stage: 'crew', etaAt: 1 }, { state: 'restored', eta: later })).to.deep.equal({ stage: 'restored' });
    expect(of({ stage: 'restored', etaAt: null }, { state: 'returned' })).to.deep.equal({ stage: 'resumed' });
    expect(of({ stage: 'crew', etaAt: 1 }, { state: 'cancelled' })).to.equal(null);
  });

  it('is never told twice', () => {
    fc.assert(
      fc.property(tolds, matters, (told, matter) => {
        expect(newsOf(toldAfter(told, matter, NOON), matter, NOON)).to.equal(null);
      }),
    );
  });

  it('is what has become of it, whatever happened in between', () => {
    fc.assert(
      fc.property(tolds, (told) => {
        const same = told.stage === 'crew' ? 'on_site' : told.stage === 'accepted' ? 'acknowledged' : null;
        if (same === null) return;
        const matter: Matter = { state: same, resolvedAt: null, eta: told.etaAt === null ? null : eta(told.etaAt) };
        expect(newsOf(told, matter, NOON), 'there and back is nothing').to.equal(null);
      }),
    );
  });

  it('never names a time that has passed, nor any beside a restoration', () => {
    fc.assert(
      fc.property(tolds, matters, (told, matter) => {
        const news = newsOf(told, matter, NOON);
        if (news?.stage === 'restored') expect(news.eta).to.equal(undefined);
        if (news?.eta && news.eta.kind !== 'withdrawn') expect(news.eta.eta.at).to.be.greaterThan(NOON);
      }),
    );
  });

  it('includes every restoration of which nobody has heard', () => {
    fc.assert(
      fc.property(tolds, (told) => {
        const news = newsOf(told, { state: 'restored', resolvedAt: NOON, eta: null }, NOON);
        expect(news).to.deep.equal(told.stage === 'restored' ? null : { stage: 'restored' });
      }),
    );
  });
});

describe('a customer’s night', () => {
  it('ends at the profile’s hour, whichever side of midnight it is', () => {
    const of = (text: string) => quietUntil(Date.parse(`${text}+08:00`), TERMS.quietHours, ZONE);
    expect(of('2026-11-24T21:59:00')).to.equal(null);
    expect(of('2026-11-24T22:00:00')).to.equal(SEVEN);
    expect(of('2026-11-25T06:59:00')).to.equal(SEVEN);
    expect(of('2026-11-25T07:00:00')).to.equal(null);
    const nap = { from: '13:00', to: '14:30' };
    expect(quietUntil(NOON + 60 * MINUTE, nap, ZONE)).to.equal(NOON + 150 * MINUTE);
    expect(quietUntil(NOON, nap, ZONE)).to.equal(null);
    expect(quietUntil(NOON, { from: '00:00', to: '24:00' }, ZONE)).to.equal(null);
  });
});

describe('when a customer is told', () => {
  const change = (at: number, more: Partial<Pending> = {}): Pending => ({
    changedAt: at,
    danger: false,
    atNight: false,
    ...more,
  });
  const plan = (pending: readonly Pending[], now: number, listener = {}) =>
    planNotice(pending, { lastToldAt: null, lastHeardAt: null, ...listener }, { terms: TERMS, timeZone: ZONE, now });

  it('is when it has been waited for more, and rested since the last message', () => {
    expect(plan([], NOON)).to.deep.equal({ kind: 'nothing' });
    expect(plan([change(NOON)], NOON)).to.deep.equal({ kind: 'wait', until: NOON + 2 * MINUTE });
    expect(plan([change(NOON)], NOON + 2 * MINUTE)).to.deep.equal({ kind: 'tell' });
    const told = { lastToldAt: NOON - MINUTE };
    expect(plan([change(NOON)], NOON + 2 * MINUTE, told)).to.deep.equal({ kind: 'wait', until: NOON + 9 * MINUTE });
    expect(plan([change(NOON, { danger: true })], NOON + 2 * MINUTE, told)).to.deep.equal({ kind: 'tell' });
  });

  it('is not at night, but in danger, by their wish, or while they are there', () => {
    expect(plan([change(MIDNIGHT)], MIDNIGHT + 2 * MINUTE)).to.deep.equal({ kind: 'wait', until: SEVEN });
    for (const exempt of [change(MIDNIGHT, { danger: true }), change(MIDNIGHT, { atNight: true })]) {
      expect(plan([exempt], MIDNIGHT + 2 * MINUTE)).to.deep.equal({ kind: 'tell' });
    }
    const there = { lastHeardAt: MIDNIGHT - 13 * MINUTE };
    expect(plan([change(MIDNIGHT)], MIDNIGHT + 2 * MINUTE, there)).to.deep.equal({ kind: 'tell' });
    expect(plan([change(MIDNIGHT)], MIDNIGHT + 3 * MINUTE, there), 'gone to bed').to.deep.equal({
      kind: 'wait',
      until: SEVEN,
    });
  });

  it('is once for all that is pending', () => {
    const both = [change(NOON - 5 * MINUTE), change(NOON - MINUTE)];
    expect(plan(both, NOON)).to.deep.equal({ kind: 'tell' });
  });

  const times = fc.integer({ min: NOON, max: NOON + 2 * 24 * 60 * MINUTE });
  const changes = fc.record({ changedAt: times, danger: fc.boolean(), atNight: fc.boolean() });
  const listeners = fc.record({ lastToldAt: fc.option(times), lastHeardAt: fc.option(times) });

  it('is never at night without a reason', () => {
    fc.assert(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 4 }), listeners, times, (pending, listener, now) => {
        if (plan(pending, now, listener).kind !== 'tell' || quietUntil(now, TERMS.quietHours, ZONE) === null) return;
        const { lastHeardAt } = listener;
        const there = lastHeardAt !== null && now - lastHeardAt <= 15 * MINUTE;
        expect(there || pending.some(({ danger, atNight }) => danger || atNight)).to.equal(true);
      }),
    );
  });

  it('comes: whoever waits as long as they are told to is told within two looks', () => {
    fc.assert(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 4 }), listeners, times, (pending, listener, now) => {
        let at = now;
        for (let looks = 0; looks < 3; looks += 1) {
          const next = plan(pending, at, listener);
          if (next.kind === 'tell') return;
          if (next.kind === 'nothing') throw new Error('forgotten');
          expect(next.until).to.be.greaterThan(at);
          at = next.until;
        }
        throw new Error('still waiting');
      }),
    );
  });

  it('leaves a rest between two messages, whatever changes, but in danger', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 1, maxLength: 30 }), (moments) => {
        const told: number[] = [];
        let pending: Pending[] = [];
        let wake: number | null = null;
        for (const at of [...moments].sort((a, b) => a - b).concat(Number.POSITIVE_INFINITY)) {
          while (wake !== null && wake <= at) {
            const next = plan(pending, wake, { lastToldAt: told.at(-1) ?? null });
            if (next.kind === 'tell') {
              told.push(wake);
              pending = [];
            }
            wake = next.kind === 'wait' ? next.until : null;
          }
          if (at === Number.POSITIVE_INFINITY) break;
          pending = [...pending, change(at)];
          wake ??= at;
        }
        expect(pending, 'nothing is forgotten').to.deep.equal([]);
        for (const [index, at] of told.entries()) {
          if (index > 0) expect(at - (told[index - 1] ?? 0)).to.be.at.least(10 * MINUTE);
        }
      }),
    );
  });
});
