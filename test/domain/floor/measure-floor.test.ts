import { expect } from 'chai';
import { agentState } from '../../../domain/floor/agent-state.ts';
import { judgeThresholds } from '../../../domain/floor/judge-thresholds.ts';
import { type FloorNow, measureFloor } from '../../../domain/floor/measure-floor.ts';
import { EXAMPLE_FLOOR } from './example-floor.ts';

const NOW = 10_000_000;
const ago = (seconds: number) => NOW - seconds * 1000;
const EMPTY: FloorNow = {
  now: NOW,
  agents: [],
  waiting: [],
  inHand: [],
  ticketsBreached: 0,
  measured: { handlings: [], inService: 0 },
};

describe('the floor, measured', () => {
  it('is calm where nobody is there and nobody waits, and does not make up what it cannot know', () => {
    expect(measureFloor(EMPTY)).to.deep.equal({
      oldestWaitSeconds: 0,
      queueLength: { fault: 0, billing: 0, complaint: 0, general: 0 },
      unansweredDangerSeconds: 0,
      occupancyPercent: 0,
      expectedWaitMinutes: 0,
      agentsGone: 0,
      ticketsBreached: 0,
    });
    const waiting = [{ skill: 'general', severity: null, queuedAt: NOW }] as const;
    expect(measureFloor({ ...EMPTY, waiting })).to.include({ occupancyPercent: null, expectedWaitMinutes: null });
  });

  it('counts danger as unanswered in the queue and in somebody’s hands, and nothing else as danger', () => {
    const waiting = [
      { skill: 'fault', severity: 'P1', queuedAt: ago(20) },
      { skill: 'billing', severity: 'P4', queuedAt: ago(500) },
    ] as const;
    const inHand = [
      { severity: 'P1', unansweredSince: ago(90) },
      { severity: 'P2', unansweredSince: ago(900) },
      { severity: 'P1', unansweredSince: null },
    ] as const;
    expect(measureFloor({ ...EMPTY, waiting, inHand })).to.include({
      unansweredDangerSeconds: 90,
      oldestWaitSeconds: 500,
    });
    expect(measureFloor({ ...EMPTY, waiting }).unansweredDangerSeconds).to.equal(20);
  });

  it('takes occupancy of those at the desk: of the gone there is nothing to expect', () => {
    const agents = [
      { state: 'available', capacity: 4, load: 3 },
      { state: 'away', capacity: 4, load: 1 },
      { state: 'gone', capacity: 4, load: 4 },
      { state: 'off', capacity: 4, load: 0 },
    ] as const;
    expect(measureFloor({ ...EMPTY, agents })).to.include({ occupancyPercent: 50, agentsGone: 1 });
  });

  it('is calm where everybody has gone home and nobody waits, so that what was crossed by day is cleared', () => {
    const open = [
      { id: 'a', kind: 'occupancy', scope: '' },
      { id: 'b', kind: 'expected_wait', scope: '' },
    ];
    const terms = EXAMPLE_FLOOR;
    expect(judgeThresholds(measureFloor(EMPTY), terms, open).clear).to.deep.equal(open);
    const waiting = [{ skill: 'general', severity: null, queuedAt: NOW }] as const;
    expect(judgeThresholds(measureFloor({ ...EMPTY, waiting }), terms, open).clear).to.deep.equal([]);
  });

  it('expects of a newcomer’s wait the longer end, however long', () => {
    const measured = { handlings: Array.from({ length: 40 }, (_, index) => (590 + index) * 1000), inService: 1 };
    const waiting = Array.from({ length: 60 }, () => ({ skill: 'general', severity: null, queuedAt: NOW }) as const);
    expect(measureFloor({ ...EMPTY, waiting, measured }).expectedWaitMinutes).to.be.greaterThan(600);
  });
});

describe('how somebody stands', () => {
  const terms = { now: NOW, graceMs: 60_000 };
  const there = { seenAt: ago(5), sinceAt: ago(600), available: true, signedIn: true };

  it('is there since they came or changed their switch', () => {
    expect(agentState(there, terms)).to.deep.equal({ state: 'available', since: ago(600) });
    expect(agentState({ ...there, available: false }, terms)).to.deep.equal({ state: 'away', since: ago(600) });
  });

  it('is gone where the desk fell silent without being signed out, since it was heard last', () => {
    const silent = { ...there, seenAt: ago(61) };
    expect(agentState(silent, terms)).to.deep.equal({ state: 'gone', since: ago(61) });
    expect(agentState({ ...silent, signedIn: false }, terms)).to.deep.equal({ state: 'off', since: ago(61) });
    expect(agentState({ ...silent, seenAt: null, sinceAt: null }, terms)).to.deep.equal({ state: 'off', since: null });
  });
});
