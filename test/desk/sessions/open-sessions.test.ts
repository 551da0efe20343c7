import { expect } from 'chai';
import { spy } from 'sinon';
import { claimSession } from '../../../desk/sessions/claim-session.ts';
import { listSessions, showSession } from '../../../desk/sessions/open-sessions.ts';
import { releaseSession } from '../../../desk/sessions/release-session.ts';
import { readTranscript } from '../../../desk/sessions/transcript-page.ts';
import { sessionDetailSchema, sessionListSchema, transcriptPageSchema } from '../../../web/protocol/desk/session.ts';
import { DeskRig, RIG_NOW } from '../desk-rig.ts';

describe('looking at sessions', () => {
  let rig: DeskRig;
  beforeEach(async () => {
    rig = await DeskRig.open();
  });
  afterEach(() => rig.close());

  it('lists the queue by severity and waiting, then one’s own and what others are at', async () => {
    const [me, other] = [await rig.hire(), await rig.hire()];
    const routine = await rig.serve({ severity: 'P4', queued_at: RIG_NOW - 9000 });
    const urgent = await rig.serve({ severity: 'P1', queued_at: RIG_NOW });
    const ungraded = await rig.serve({ queued_at: RIG_NOW - 10_000 });
    const mine = await rig.serve();
    const theirs = await rig.serve();
    const bots = await rig.serve({ state: 'bot', queued_at: null, opened_at: RIG_NOW + 1 });
    const grave = await rig.serve({ state: 'bot', queued_at: null, severity: 'P1', opened_at: RIG_NOW - 60_000 });
    await rig.serve({ state: 'closed' });
    await claimSession(rig.parts, me, mine.sessionId);
    await claimSession(rig.parts, other, theirs.sessionId);
    const list = sessionListSchema.parse(await listSessions(rig.parts, me));
    const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
    expect(idsOf(list.queued)).to.deep.equal([urgent.sessionId, ungraded.sessionId, routine.sessionId]);
    expect(idsOf(list.mine)).to.deep.equal([mine.sessionId]);
    expect(idsOf(list.others)).to.deep.equal([grave.sessionId, bots.sessionId, theirs.sessionId]);
    expect(list.others[2]).to.include({ agentId: other.staffId, agentDeskName: other.deskName });
  });

  it('never leaves an emergency out of what is in progress, however much there is', async () => {
    const agent = await rig.hire();
    const grave = await rig.serve({ state: 'bot', queued_at: null, severity: 'P1', opened_at: RIG_NOW - 1 });
    for (let index = 0; index < 205; index += 1) await rig.serve({ state: 'bot', queued_at: null, severity: 'P4' });
    const { others } = await listSessions(rig.parts, agent);
    expect(others).to.have.length(200);
    expect(others[0]?.id).to.equal(grave.sessionId);
  });

  it('shows the last words, not the events after them', async () => {
    const agent = await rig.hire();
    const { sessionId } = await rig.serve({ words: `家里 \n 停电了${'!'.repeat(200)}`, userName: '小林' });
    await claimSession(rig.parts, agent, sessionId);
    const { mine } = await listSessions(rig.parts, agent);
    expect(mine[0]).to.include({ previewAuthor: 'customer', customerName: '小林', seq: 2 });
    expect(mine[0]?.preview)
      .to.match(/^家里 停电了!+…$/)
      .and.to.have.length(80);
  });

  it('shows new words as soon as they are said, and reads no transcript in which nothing is new', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve({ words: '停电了' });
    await rig.serve({ words: '问电费' });
    const read = spy(rig.parts.repositories.sessions, 'lastSaid');
    const preview = async () =>
      (await listSessions(rig.parts, agent)).queued.find(({ id }) => id === sessionId)?.preview;
    expect(await preview()).to.equal('停电了');
    await rig.database.commit(
      rig.statements.transcript.append(conversationId, [
        {
          author: 'customer',
          sessionId,
          body: JSON.stringify({ type: 'message', text: '来电了' }),
          at: rig.now,
          handling: 'none',
        },
      ]),
    );
    expect(await preview()).to.equal('来电了');
    expect(await preview()).to.equal('来电了');
    expect(read.args.map(([ids]) => ids.length)).to.deep.equal([2, 1, 0]);
  });

  it('reads what there is of a summary and leaves the rest empty', async () => {
    const agent = await rig.hire();
    const summary = JSON.stringify({ intent: 'report_hazard', severity: 'P0', gathered: { place: '南城' }, later: 1 });
    const { sessionId } = await rig.serve({ summary });
    const detail = sessionDetailSchema.parse(await showSession(rig.parts, agent, sessionId));
    expect(detail.summary).to.include({ intent: 'report_hazard', severity: null, misunderstood: 0 });
    expect(detail.summary.gathered).to.deep.equal({ place: '南城' });
    for (const broken of ['{', '[]', 'null']) {
      const { sessionId: other } = await rig.serve({ summary: broken });
      expect((await showSession(rig.parts, agent, other))?.summary.gathered).to.deep.equal({});
    }
  });

  it('hands a note to whoever takes it next, and the place in the queue stays', async () => {
    const [first, second] = [await rig.hire(), await rig.hire()];
    const { sessionId } = await rig.serve({ queued_at: RIG_NOW - 60_000 });
    await claimSession(rig.parts, first, sessionId);
    await releaseSession(rig.parts, first, { sessionId, to: 'queue', note: '要找计费的同事' });
    const { queued } = await listSessions(rig.parts, second);
    expect(queued[0]).to.include({ id: sessionId, agentId: null, queuedAt: RIG_NOW - 60_000 });
    expect((await showSession(rig.parts, second, sessionId))?.summary.gathered.note).to.equal('要找计费的同事');
  });

  it('lists earlier sessions of the same conversation', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve();
    const earlier = {
      ...(await rig.session(sessionId)),
      id: 'earlier',
      opened_at: RIG_NOW - 1,
      disposition: 'enquiry',
    };
    await rig.database.query
      .insertInto('service_session')
      .values({ ...earlier, state: 'closed' })
      .execute();
    expect((await showSession(rig.parts, agent, sessionId))?.earlier).to.deep.equal([
      { id: 'earlier', openedAt: RIG_NOW - 1, intent: null, disposition: 'enquiry' },
    ]);
    expect((await showSession(rig.parts, agent, 'earlier'))?.earlier).to.deep.equal([]);
    expect((await showSession(rig.parts, agent, 'earlier'))?.session.conversationId).to.equal(conversationId);
  });

  it('pages through a transcript both ways, with names', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve({ userName: '小林' });
    await claimSession(rig.parts, agent, sessionId);
    const say = (text: string) => ({
      author: 'agent' as const,
      authorId: agent.staffId,
      body: JSON.stringify({ type: 'message', text }),
      at: rig.now,
      handling: 'none' as const,
    });
    await rig.database.commit(
      rig.statements.transcript.append(
        conversationId,
        Array.from({ length: 60 }, (_, index) => say(`${index}`)),
      ),
    );
    const read = async (stretch: { before?: number; after?: number; limit: number }) =>
      transcriptPageSchema.parse(await readTranscript(rig.parts, agent, { conversationId, ...stretch }));
    const newest = await read({ limit: 50 });
    expect(newest).to.include({ seq: 62, hasEarlier: true });
    expect(newest.rows.map(({ seq }) => seq)).to.deep.equal(Array.from({ length: 50 }, (_, index) => index + 13));
    expect(newest.rows[0]?.authorName).to.equal(agent.deskName);
    const oldest = await read({ before: 13, limit: 50 });
    expect(oldest.hasEarlier).to.equal(false);
    expect(oldest.rows.map(({ seq }) => seq)).to.deep.equal(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(oldest.rows[0]).to.include({ author: 'customer', authorName: '小林' });
    expect((await read({ after: 60, limit: 50 })).rows.map(({ seq }) => seq)).to.deep.equal([61, 62]);
    expect((await read({ after: 62, limit: 50 })).rows).to.deep.equal([]);
    expect(await readTranscript(rig.parts, agent, { conversationId: 'nowhere', limit: 1 })).to.equal(null);
  });

  it('is noted in the audit log, once for a desk that keeps looking', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve();
    for (let look = 0; look < 3; look += 1) {
      await showSession(rig.parts, agent, sessionId);
      await readTranscript(rig.parts, agent, { conversationId, limit: 10 });
    }
    expect(await rig.audited(`session:${sessionId}`)).to.deep.equal([`${agent.staffId} looked`]);
    expect(await rig.audited(`conversation:${conversationId}`)).to.deep.equal([`${agent.staffId} looked`]);
    rig.now += 60 * 60_000;
    await showSession(rig.parts, agent, sessionId);
    expect(await rig.audited(`session:${sessionId}`)).to.have.length(2);
  });
});
