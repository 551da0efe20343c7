import { expect } from 'chai';
import fc from 'fast-check';
import {
  chooseAgent,
  chooseSession,
  planAssignments,
  type ServingAgent,
  type Unassigned,
} from '../../../domain/desk/assign.ts';
import { orderQueue } from '../../../domain/desk/queue-order.ts';
import { isSkilled, SKILLS, SPOKEN, staffSkillsOf } from '../../../domain/desk/staff-skills.ts';

const agent = (id: string, change: Partial<ServingAgent> & { listed?: string[] } = {}): ServingAgent => {
  const { listed = ['fault'], ...rest } = change;
  return { id, skills: staffSkillsOf(listed), capacity: 4, load: 0, idleSince: 0, ...rest };
};
const session = (id: string, change: Partial<Unassigned> = {}): Unassigned => ({
  id,
  severity: 'P3',
  queuedAt: 1,
  specialNeed: false,
  returned: false,
  skill: 'fault',
  language: null,
  givenBackBy: null,
  ...change,
});

describe('who gets a conversation', () => {
  it('is the least loaded by share of what they can take, then who has been idle longest', () => {
    const half = agent('half', { capacity: 2, load: 1 });
    const third = agent('third', { capacity: 6, load: 2, idleSince: 9 });
    expect(chooseAgent(session('s'), [half, third])?.agentId).to.equal('third');
    const rested = agent('rested', { capacity: 3, load: 1, idleSince: 5 });
    expect(chooseAgent(session('s'), [half, third, rested])?.agentId).to.equal('rested');
  });

  it('is somebody who knows the matter and speaks the language', () => {
    const biller = agent('biller', { listed: ['billing'] });
    const mandarin = agent('mandarin', { listed: ['fault', 'zh'], load: 3 });
    const english = agent('english', { listed: ['fault', 'en'] });
    const agents = [biller, mandarin, english];
    expect(chooseAgent(session('s', { language: 'zh-Hant' }), agents)).to.include({
      agentId: 'mandarin',
      reason: 'skilled',
    });
    expect(chooseAgent(session('s', { language: 'en' }), agents)?.agentId).to.equal('english');
  });

  it('waits for the skilled where they are busy, unless somebody is in danger', () => {
    const busy = agent('busy', { load: 4 });
    const free = agent('free', { listed: ['billing'] });
    expect(chooseAgent(session('s'), [busy, free])).to.equal(null);
    expect(chooseAgent(session('s', { severity: 'P1' }), [busy, free])).to.deep.equal({
      sessionId: 's',
      agentId: 'free',
      reason: 'danger',
    });
  });

  it('is anybody where nobody at the desk is skilled', () => {
    expect(chooseAgent(session('s'), [agent('a', { listed: ['billing'] })])?.reason).to.equal('nobody_skilled');
  });

  it('is not who gave it away, while somebody else is there', () => {
    const given = session('s', { givenBackBy: 'a' });
    expect(chooseAgent(given, [agent('a'), agent('b', { load: 3 })])?.agentId).to.equal('b');
    expect(chooseAgent(given, [agent('a'), agent('b', { load: 4 })])).to.equal(null);
    expect(chooseAgent(given, [agent('a')])?.agentId).to.equal('a');
  });

  it('lets who asks for the next have the first that is theirs to take', () => {
    const waiting = [session('bill', { skill: 'billing', severity: 'P2' }), session('fault', { queuedAt: 2 })];
    const agents = [agent('a'), agent('b', { listed: ['billing'] })];
    expect(chooseSession('a', waiting, agents)?.sessionId).to.equal('fault');
    expect(chooseSession('b', waiting, agents)?.sessionId).to.equal('bill');
  });
});

describe('who asks for the next', () => {
  it('gets what is dangerous, whoever would know more of it and has room', () => {
    const skilled = agent('skilled');
    const asking = agent('asking', { listed: ['billing'] });
    const waiting = [session('calm', { skill: 'billing' }), session('grave', { severity: 'P1' })];
    expect(chooseSession('asking', waiting, [skilled, asking])).to.deep.equal({
      sessionId: 'grave',
      agentId: 'asking',
      reason: 'danger',
    });
    const given = [session('grave', { severity: 'P1', givenBackBy: 'asking' })];
    expect(chooseSession('asking', given, [skilled, asking])).to.equal(null);
  });
});

describe('the plan of who gets which conversation', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const agents = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      skills: fc.subarray([...SKILLS, ...SPOKEN]).map(staffSkillsOf),
      capacity: fc.integer({ min: 0, max: 4 }),
      load: fc.integer({ min: 0, max: 5 }),
      idleSince: fc.integer({ min: 0, max: 5 }),
    }),
    { selector: ({ id }) => id },
  );
  const waiting = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      severity: fc.constantFrom('P1', 'P2', 'P3', 'P4', null),
      queuedAt: fc.option(fc.integer({ min: 0, max: 9 })),
      specialNeed: fc.boolean(),
      returned: fc.boolean(),
      skill: fc.constantFrom(...SKILLS),
      language: fc.constantFrom('zh-Hans', 'zh-Hant', 'yue', 'en', null),
      givenBackBy: fc.option(fc.constantFrom(...ids)),
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  );

  it('gives each conversation once, to somebody who is there and has room for all they get', () => {
    fc.assert(
      fc.property(waiting, agents, (queue, staff) => {
        const plan = planAssignments(queue, staff);
        expect(new Set(plan.map(({ sessionId }) => sessionId)).size).to.equal(plan.length);
        for (const { id, capacity, load } of staff) {
          const given = plan.filter(({ agentId }) => agentId === id).length;
          expect(given === 0 || load + given <= capacity).to.equal(true);
        }
        for (const { agentId } of plan) expect(staff.map(({ id }) => id)).to.include(agentId);
      }),
    );
  });

  it('leaves nobody waiting for whom somebody has room at the end, and so lets nobody be overtaken for nothing', () => {
    fc.assert(
      fc.property(waiting, agents, (queue, staff) => {
        const plan = planAssignments(queue, staff);
        const given = (id: string) => plan.filter(({ agentId }) => agentId === id).length;
        const after = staff.map((one) => ({ ...one, load: one.load + given(one.id) }));
        const served = new Set(plan.map(({ sessionId }) => sessionId));
        for (const left of queue.filter(({ id }) => !served.has(id))) expect(chooseAgent(left, after)).to.equal(null);
      }),
    );
  });

  it('takes nobody unskilled while somebody skilled is there, but in danger', () => {
    fc.assert(
      fc.property(waiting, agents, (queue, staff) => {
        for (const { sessionId, agentId, reason } of planAssignments(queue, staff)) {
          const one = queue.find(({ id }) => id === sessionId);
          const whom = staff.find(({ id }) => id === agentId);
          if (!one || !whom) throw new Error('somebody from nowhere');
          if (isSkilled(whom.skills, one)) continue;
          const others = staff.filter(({ id }) => id !== one.givenBackBy);
          const there = others.length > 0 ? others : staff;
          if (reason === 'danger') expect(one.severity).to.equal('P1');
          else expect(there.some(({ skills }) => isSkilled(skills, one))).to.equal(false);
        }
      }),
    );
  });

  it('is fair: nobody skilled with a smaller share was passed over', () => {
    fc.assert(
      fc.property(waiting, agents, (queue, staff) => {
        const loads = new Map(staff.map(({ id, load }) => [id, load]));
        for (const one of orderQueue(queue)) {
          const now = staff.map((who) => ({ ...who, load: loads.get(who.id) ?? 0 }));
          const chosen = planAssignments(queue, staff).find(({ sessionId }) => sessionId === one.id);
          const whom = now.find(({ id }) => id === chosen?.agentId);
          if (!whom) continue;
          const passed = now.filter(
            ({ id, skills, load, capacity }) =>
              id !== one.givenBackBy &&
              isSkilled(skills, one) &&
              load < capacity &&
              load / capacity < whom.load / whom.capacity,
          );
          expect(passed).to.deep.equal([]);
          loads.set(whom.id, whom.load + 1);
        }
      }),
    );
  });

  it('is the same whichever way the queue and the desk are read', () => {
    fc.assert(
      fc.property(waiting, agents, (queue, staff) => {
        expect(planAssignments([...queue].reverse(), [...staff].reverse())).to.deep.equal(
          planAssignments(queue, staff),
        );
      }),
    );
  });
});
