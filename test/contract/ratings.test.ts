import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { sql } from 'kysely';
import { FollowUpWatch } from '../../desk/ratings/follow-up-watch.ts';
import { listFollowUps, moveFollowUp } from '../../desk/ratings/follow-ups.ts';
import { listRatings } from '../../desk/ratings/rating-list.ts';
import { openRatingParts, type RatingParts } from '../../desk/ratings/rating-parts.ts';
import { ownRatings, ratingsCsv, reportRatings } from '../../desk/ratings/rating-report.ts';
import { readTranscript } from '../../desk/sessions/transcript-page.ts';
import type { ServiceSession } from '../../store/repositories/conversation-repository.ts';
import { DeskRig, RIG_NOW } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

const DAY_MS = 86_400_000;

for (const engine of ENGINES) {
  describe(`ratings on ${engine.name}`, () => {
    let opened: DeskRig | undefined;
    let parts: RatingParts;
    beforeEach(async function () {
      const store = await engine.open();
      if (!store) return this.skip();
      opened = new DeskRig(store);
      parts = openRatingParts(opened.parts, {
        terms: { lowAtMost: 2, namedToAgents: false },
        timeZone: 'Asia/Shanghai',
      });
    });
    afterEach(() => opened?.close());

    function desk(): DeskRig {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    }

    async function rated(score: number, agentId: string | null, more: Partial<ServiceSession> = {}) {
      const at = desk().now;
      const { sessionId, conversationId } = await desk().serve({
        ...{ state: 'closed', agent_id: agentId, closed_at: at, closed_by: agentId ? 'agent' : 'bot' },
        ...more,
      });
      const rating = { session_id: sessionId, conversation_id: conversationId, agent_id: agentId, score };
      const said = { words: `words ${score}`, language: 'en', created_at: at, seq: 1 };
      const outcome = await desk().database.commit([
        parts.ratings.rate({ ...rating, ...said }),
        ...(score <= 2 ? parts.followUps.open(sessionId, { rated: agentId, score, at }) : []),
      ]);
      expect(outcome.ok).to.equal(true);
      return { sessionId, conversationId };
    }

    it('are given once a session, of a closed session of the conversation, and never changed', async () => {
      const { database } = desk();
      const { sessionId, conversationId } = await rated(5, null);
      expect(await parts.ratings.ratable(sessionId, conversationId)).to.equal(null);
      const again = parts.ratings.rate({
        ...{ session_id: sessionId, conversation_id: conversationId, agent_id: null, score: 1 },
        ...{ words: null, language: null, created_at: 1, seq: null },
      });
      expect(await database.commit([again])).to.deep.include({ ok: false, refusal: 'rated' });
      for (const text of ['update rating set score = 5', 'delete from rating']) {
        const refused = await sql.raw(text).execute(database.query).catch(String);
        expect(refused).to.include('is append-only');
      }
      const open = await desk().serve();
      expect(await parts.ratings.ratable(open.sessionId, open.conversationId)).to.equal(null);
      expect(await parts.ratings.ratable(sessionId, open.conversationId)).to.equal(null);
    });

    it('are taken once of many who rate at once', async () => {
      const { sessionId, conversationId } = await desk().serve({ state: 'closed', closed_at: RIG_NOW });
      const outcomes = await Promise.all(
        [1, 2, 3, 4, 5].map((score) =>
          desk().database.commit([
            parts.ratings.rate({
              ...{ session_id: sessionId, conversation_id: conversationId, agent_id: null, score },
              ...{ words: null, language: null, created_at: 1, seq: null },
            }),
            ...parts.followUps.open(sessionId, { rated: null, score, at: 1 }),
          ]),
        ),
      );
      expect(outcomes.filter(({ ok }) => ok)).to.have.length(1);
      expect(await parts.followUps.events([sessionId])).to.have.length(1);
    });

    it('make a follow-up of whichever supervisor has the fewest, never of the one rated', async () => {
      const supervisor = await desk().hire(['supervisor', 'agent'], 'b-supervisor');
      const other = await desk().hire(['supervisor'], 'a-supervisor');
      await desk().hire(['admin', 'supervisor'], '0-admin');
      await rated(1, null);
      await rated(1, other.staffId);
      await rated(2, null);
      const { followUps, supervisors } = (await listFollowUps(parts, await desk().hire(['quality']), {
        ...{ open: true, mine: false, limit: 10 },
      })) ?? { followUps: [], supervisors: [] };
      const responsible = followUps.map(({ responsible: one, agent }) => [one?.id, agent?.id ?? null]);
      expect(responsible).to.have.deep.members([
        ['a-supervisor', null],
        ['b-supervisor', 'a-supervisor'],
        ['a-supervisor', null],
      ]);
      expect(supervisors.map(({ id }) => id)).to.have.members(['a-supervisor', 'b-supervisor', '0-admin']);
      expect(followUps[0]?.history.map(({ type }) => type)).to.deep.equal(['opened', 'responsible']);
      const own = await listFollowUps(parts, other, { open: true, mine: false, limit: 10 });
      expect(
        own?.followUps.map(({ agent }) => agent),
        'nobody is shown one of their own',
      ).to.deep.equal([null, null]);
      const mine = await listFollowUps(parts, supervisor, { open: true, mine: true, limit: 10 });
      expect(mine?.followUps).to.have.length(1);
    });

    it('are followed up: taken in hand, handed on, closed with what came of it, once each', async () => {
      const one = await desk().hire(['supervisor'], 'one');
      const two = await desk().hire(['supervisor'], 'two');
      const agent = await desk().hire(['agent']);
      const { sessionId } = await rated(1, agent.staffId);
      const move = (actor: typeof one, version: number, given: Parameters<typeof moveFollowUp>[2]['move']) =>
        moveFollowUp(parts, actor, { sessionId, version, move: given });
      const tries = await Promise.all([one, two].map((actor) => move(actor, 1, { to: 'in_hand' })));
      expect(tries).to.have.members(['done', 'follow_up_changed']);
      expect(await move(one, 2, { to: 'handed_on', staffId: agent.staffId })).to.equal('unknown_staff');
      const holder = (await parts.followUps.byId(sessionId))?.responsible_id;
      const next = holder === 'one' ? 'two' : 'one';
      expect(await move(one, 2, { to: 'handed_on', staffId: next })).to.equal('done');
      expect(await move(two, 3, { to: 'closed', outcome: 'put_right', note: 'called back' })).to.equal('done');
      expect(await move(one, 4, { to: 'in_hand' })).to.equal('follow_up_over');
      expect(await parts.followUps.byId(sessionId)).to.include({
        state: 'closed',
        responsible_id: 'two',
        outcome: 'put_right',
      });
      const closed = await listFollowUps(parts, one, { open: false, mine: false, limit: 10 });
      const [item] = closed?.followUps ?? [];
      expect(item?.history.map(({ type }) => type)).to.deep.equal([
        'opened',
        'responsible',
        'in_hand',
        'responsible',
        'closed',
      ]);
      expect(item?.history.at(-1)?.data).to.deep.equal({ outcome: 'put_right', note: 'called back' });
      expect(await desk().audited(`rating:${sessionId}`)).to.have.length(3);
      expect(await moveFollowUp(parts, one, { sessionId: randomUUID(), version: 1, move: { to: 'in_hand' } })).to.equal(
        'unknown_follow_up',
      );
    });

    it('have somebody answerable as soon as there is a supervisor, and another when that one leaves', async () => {
      const { sessionId } = await rated(2, null);
      const watch = new FollowUpWatch({ database: desk().database, followUps: parts.followUps, now: () => desk().now });
      await watch.look();
      expect((await parts.followUps.byId(sessionId))?.responsible_id).to.equal(null);
      await desk().hire(['supervisor'], 'first');
      await watch.look();
      expect((await parts.followUps.byId(sessionId))?.responsible_id).to.equal('first');
      await desk().hire(['supervisor'], 'second');
      await sql`update staff set active = 0 where id = 'first'`.execute(desk().database.query);
      await Promise.all([watch.look(), watch.look()]);
      expect(await parts.followUps.byId(sessionId)).to.include({ responsible_id: 'second', version: 3 });
      const events = await parts.followUps.events([sessionId]);
      expect(events.map(({ data }) => data)).to.deep.equal([
        '{"score":2}',
        '{"to":"first"}',
        '{"from":"first","to":"second"}',
      ]);
    });

    it('are reported by person, team and week with the bot apart, and as a file', async () => {
      const agent = await desk().hire(['agent']);
      for (const score of [5, 4, 1]) await rated(score, agent.staffId, { skill: 'billing' });
      await rated(3, null, { skill: 'fault' });
      await desk().serve({
        state: 'closed',
        agent_id: agent.staffId,
        closed_at: RIG_NOW,
        closed_by: 'agent',
        skill: 'billing',
      });
      await desk().serve({ state: 'closed', closed_at: RIG_NOW, closed_by: 'idle' });
      desk().now -= 40 * DAY_MS;
      await rated(5, null);
      desk().now = RIG_NOW;
      const report = await reportRatings(parts, {});
      expect(report).to.include({ from: '2026-10-26', to: '2026-11-24', lowAtMost: 2 });
      expect(report.total).to.deep.include({ rated: 4, asked: 5, content: 2, byScore: [1, 0, 1, 1, 1] });
      expect(report.bot).to.deep.include({ rated: 1, asked: 1, share: 0 });
      expect(report.people).to.have.length(1);
      expect(report.people[0]).to.deep.include({ staffId: agent.staffId, rated: 3, asked: 4, content: 2 });
      expect(report.people[0]?.interval?.low).to.be.closeTo(0.2077, 5e-5);
      expect(report.teams.map(({ team, rated: count }) => [team, count])).to.deep.equal([
        ['fault', 1],
        ['billing', 3],
        ['complaint', 0],
        ['general', 0],
      ]);
      expect(report.weeks.map(({ from }) => from)).to.deep.equal([
        '2026-10-26',
        '2026-11-02',
        '2026-11-09',
        '2026-11-16',
        '2026-11-23',
      ]);
      expect(report.weeks.at(-1)).to.include({ rated: 4 });
      const csv = (await ratingsCsv(parts, {})).split('\r\n');
      expect(csv[1]).to.equal('all,,5,4,1,0,1,1,1,2,0.5,0.15,0.85');
      expect(csv[2]).to.match(/^bot,,1,1,0,0,1,0,0,0,0,0,0\.\d+$/);
    });

    it('are told to the agent rated in figures alone, and not of fewer than five', async () => {
      const agent = await desk().hire(['agent']);
      for (const score of [5, 4, 1, 2]) await rated(score, agent.staffId);
      await rated(1, null);
      expect(await ownRatings(parts, agent, {})).to.deep.include({ figures: null, fewest: 5, ratings: null });
      await rated(5, agent.staffId);
      const own = await ownRatings(parts, agent, {});
      expect(own.figures).to.deep.include({ rated: 5, content: 3 });
      expect(JSON.stringify(own)).not.to.include('words');
      const named = { ...parts, terms: { lowAtMost: 2, namedToAgents: true } };
      expect((await ownRatings(named, agent, {})).ratings).to.have.length(5);
    });

    it('are listed newest first, a page at a time, without those of whoever reads', async () => {
      const supervisor = await desk().hire(['supervisor', 'agent']);
      const agent = await desk().hire(['agent']);
      for (const [index, score] of [1, 2, 3, 4, 5, 1].entries()) {
        desk().now = RIG_NOW + index;
        await rated(score, index === 5 ? supervisor.staffId : agent.staffId);
      }
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listRatings(parts, supervisor, { cursor, limit: 2 });
        seen.push(...(page?.ratings.map(({ score }) => score) ?? []));
        cursor = page?.next ?? undefined;
      } while (cursor !== undefined);
      expect(seen).to.deep.equal([5, 4, 3, 2, 1]);
      const low = await listRatings(parts, supervisor, { limit: 9, agent: agent.staffId, atMost: 2 });
      expect(low?.ratings.map(({ score, followUp, words }) => [score, followUp, words])).to.deep.equal([
        [2, 'open', 'words 2'],
        [1, 'open', 'words 1'],
      ]);
      expect((await listRatings(parts, supervisor, { limit: 9, agent: 'bot' }))?.ratings).to.deep.equal([]);
      expect(await listRatings(parts, supervisor, { limit: 9, cursor: 'none' })).to.equal(null);
    });

    it('stand in the transcript only for those who read ratings, and not for the one rated', async () => {
      const agent = await desk().hire(['agent']);
      const supervisor = await desk().hire(['supervisor', 'agent']);
      const { conversationId } = await rated(1, agent.staffId);
      const own = await rated(2, supervisor.staffId);
      const said = async (actor: typeof agent, id: string) =>
        (await readTranscript(desk().parts, actor, { conversationId: id, limit: 10 }))?.rows.map(
          ({ activity }) => activity.text,
        );
      expect(await said(supervisor, conversationId)).to.deep.equal(['停电了']);
      expect(await said(agent, conversationId)).to.deep.equal([undefined]);
      expect(await said(supervisor, own.conversationId)).to.deep.equal([undefined]);
    });
  });
}
