import { expect } from 'chai';
import fc from 'fast-check';
import { type FloorMeasures, judgeThresholds, type OpenAlert } from '../../../domain/floor/judge-thresholds.ts';
import { EXAMPLE_FLOOR as TERMS } from './example-floor.ts';

const CALM: FloorMeasures = {
  oldestWaitSeconds: 0,
  queueLength: { fault: 0, billing: 0, complaint: 0, general: 0 },
  unansweredDangerSeconds: 0,
  occupancyPercent: 0,
  expectedWaitMinutes: 0,
  agentsGone: 0,
  ticketsBreached: 0,
};
const open = (kind: string, scope = ''): OpenAlert => ({ id: `${kind}-${scope}`, kind, scope });
const named = (list: readonly { readonly kind: string; readonly scope: string }[]) =>
  list.map(({ kind, scope }) => (scope === '' ? kind : `${kind} ${scope}`));

describe('thresholds of the floor', () => {
  it('raise nothing while all is calm', () => {
    expect(judgeThresholds(CALM, TERMS, [])).to.deep.equal({ raise: [], clear: [] });
  });

  it('are crossed where they are reached, each queue by its own', () => {
    const measures = {
      ...CALM,
      oldestWaitSeconds: 300,
      queueLength: { ...CALM.queueLength, complaint: 4, fault: 9 },
      unansweredDangerSeconds: 75,
    };
    const { raise } = judgeThresholds(measures, TERMS, []);
    expect(named(raise)).to.deep.equal(['unanswered_danger', 'oldest_wait', 'queue_length complaint']);
    expect(raise[0])
      .to.include({ value: 75 })
      .and.deep.include({ threshold: { raiseAt: 60, clearAt: 0 } });
  });

  it('hold their alert until what is measured has come down far enough, and raise it once', () => {
    const alert = open('oldest_wait');
    for (const oldestWaitSeconds of [900, 299, 121]) {
      expect(judgeThresholds({ ...CALM, oldestWaitSeconds }, TERMS, [alert])).to.deep.equal({ raise: [], clear: [] });
    }
    expect(judgeThresholds({ ...CALM, oldestWaitSeconds: 120 }, TERMS, [alert]).clear).to.deep.equal([alert]);
  });

  it('change nothing where it cannot be told, and clear what is measured no longer', () => {
    const alerts = [open('occupancy'), open('expected_wait'), open('no_such_kind')];
    const measures = { ...CALM, occupancyPercent: null, expectedWaitMinutes: null };
    expect(judgeThresholds(measures, TERMS, alerts)).to.deep.equal({ raise: [], clear: [alerts[2]] });
  });

  it('never raise what is open, nor raise and clear the same, whatever is measured', () => {
    const measures = fc.record({
      oldestWaitSeconds: fc.nat(1000),
      queueLength: fc.record({
        fault: fc.nat(20),
        billing: fc.nat(20),
        complaint: fc.nat(20),
        general: fc.nat(20),
      }),
      unansweredDangerSeconds: fc.nat(200),
      occupancyPercent: fc.option(fc.nat(120)),
      expectedWaitMinutes: fc.option(fc.nat(90)),
      agentsGone: fc.nat(5),
      ticketsBreached: fc.nat(6),
    });
    fc.assert(
      fc.property(fc.array(measures, { maxLength: 20 }), (moments) => {
        let alerts: OpenAlert[] = [];
        for (const one of moments) {
          const { raise, clear } = judgeThresholds(one, TERMS, alerts);
          const before = named(alerts);
          for (const name of named(raise)) expect(before).not.to.include(name);
          alerts = [
            ...alerts.filter((alert) => !clear.includes(alert)),
            ...raise.map(({ kind, scope }) => open(kind, scope)),
          ];
          expect(new Set(named(alerts)).size).to.equal(alerts.length);
          expect(judgeThresholds(one, TERMS, alerts), 'settled').to.deep.equal({ raise: [], clear: [] });
        }
      }),
    );
  });
});
