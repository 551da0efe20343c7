import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { listCandidates } from '../../desk/learning/candidates.ts';
import { correctUnderstanding } from '../../desk/learning/correct-understanding.ts';
import { discardCandidate, labelCandidate, reopenCandidate } from '../../desk/learning/decide-candidate.ts';
import { exportLabelled } from '../../desk/learning/export-labelled.ts';
import type { Label } from '../../desk/learning/label.ts';
import type { CandidateReason } from '../../domain/learning/candidate.ts';
import { MASK } from '../../domain/privacy/mask-personal.ts';
import type { Understanding } from '../../nlu/understanding.ts';
import { learningListSchema } from '../../web/protocol/desk/learning.ts';
import { DeskRig, RIG_NOW } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

for (const engine of ENGINES) {
  describe(`learning from use on ${engine.name}`, () => {
    let opened: DeskRig | undefined;
    beforeEach(async function () {
      const store = await engine.open();
      if (!store) return this.skip();
      opened = new DeskRig(store);
    });
    afterEach(() => opened?.close());

    function desk(): DeskRig {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    }

    const LABEL: Label = { language: 'zh-Hans', intent: 'report_outage', slots: {}, fault: null };

    /** As a turn keeps it. */
    async function said(text: string, reason: CandidateReason = 'not_understood', more: Partial<Understanding> = {}) {
      const { parts } = desk();
      const candidate = parts.learning.candidateOf({
        understanding: { ...parts.understand(text), ...more },
        reason,
        userName: null,
        sessionId: null,
        seq: null,
        at: desk().now,
        id: randomUUID(),
      });
      if (candidate) await parts.database.commit([parts.learning.candidates.keep(candidate)]);
      return candidate;
    }

    async function listed(query: Partial<Parameters<typeof listCandidates>[2]> = {}) {
      const reviewer = await desk().hire(['quality']);
      return learningListSchema.parse(
        await listCandidates(desk().parts, reviewer, { state: 'open', limit: 50, ...query }),
      );
    }

    it('counts what is said alike instead of keeping it twice, under its weightiest reason', async () => {
      await said('灯全黑咗喇', 'did_you_mean');
      desk().now += 1000;
      await Promise.all(Array.from({ length: 10 }, () => said('燈全黑咗喇！', 'not_understood')));
      const { candidates, counts } = await listed();
      expect(candidates).to.have.length(1);
      expect(candidates[0]).to.include({ times: 11, reason: 'did_you_mean', firstAt: RIG_NOW, lastAt: RIG_NOW + 1000 });
      expect(counts).to.deep.equal({ open: 1, labelled: 0, discarded: 0 });
      const [kept] = candidates;
      expect(kept?.text).to.equal('灯全黑咗喇');
    });

    it('gives a kept message a weightier reason, never a lighter one', async () => {
      const { parts } = desk();
      const candidate = await said('嗯那个东西', 'did_you_mean');
      const { candidates } = parts.repositories;
      await parts.database.commit([candidates.raise(candidate?.key ?? '', 'handed_over')]);
      await parts.database.commit([candidates.raise(candidate?.key ?? '', 'said_no')]);
      expect((await listed()).candidates[0]).to.include({ reason: 'handed_over', times: 1 });
    });

    it('keeps nothing personal, and nothing of a bare number', async () => {
      await said('我的电话13800138000打不通', 'not_understood', { slots: { phone: '13800138000' } });
      expect(await said('0312345678901234')).to.equal(null);
      const [kept] = (await listed()).candidates;
      expect(kept?.text).to.equal(`我的电话${MASK.repeat(11)}打不通`);
      expect(kept?.guess.slots).to.deep.equal({ phone: MASK.repeat(11) });
      const rows = await desk().database.query.selectFrom('learning_candidate').selectAll().execute();
      expect(JSON.stringify(rows)).not.to.include('13800138000');
    });

    it('pages what is said most first, by state, reason, language and intent', async () => {
      for (const text of ['甲甲甲', '乙乙乙', '丙丙丙', '丁丁丁', '戊戊戊']) await said(text);
      await said('丙丙丙');
      desk().now += 5;
      await said('戊戊戊', 'handed_over');
      const first = await listed({ limit: 2 });
      expect(first.candidates.map(({ text }) => text)).to.deep.equal(['戊戊戊', '丙丙丙']);
      const rest = await listed({ limit: 50, cursor: first.next ?? '' });
      expect([...rest.candidates.map(({ text }) => text)].sort()).to.deep.equal(['丁丁丁', '乙乙乙', '甲甲甲']);
      expect(rest.next).to.equal(null);
      const texts = async (query: Parameters<typeof listed>[0]) =>
        (await listed(query)).candidates.map((one) => one.text);
      expect(await texts({ reason: 'handed_over' })).to.deep.equal(['戊戊戊']);
      expect(await texts({ language: 'en' })).to.deep.equal([]);
      expect(await texts({ intent: 'out_of_scope', language: 'zh-Hans' })).to.have.length(5);
      expect(await texts({ state: 'labelled' })).to.deep.equal([]);
    });

    it('lets exactly one of many decide, and tells who it was', async () => {
      const { parts } = desk();
      await said('家里电跳来跳去');
      const [candidate] = (await listed()).candidates;
      const id = candidate?.id ?? '';
      const reviewers = await Promise.all(Array.from({ length: 8 }, () => desk().hire(['supervisor'])));
      const outcomes = await Promise.all(
        reviewers.map((reviewer, at) =>
          at % 2 === 0 ? labelCandidate(parts, reviewer, { id, label: LABEL }) : discardCandidate(parts, reviewer, id),
        ),
      );
      expect(outcomes.filter(({ kind }) => kind === 'done')).to.have.length(1);
      expect(outcomes.filter(({ kind }) => kind === 'already_decided')).to.have.length(7);
      const winner = reviewers[outcomes.findIndex(({ kind }) => kind === 'done')];
      const audit = await desk().audited(`learning:${id}`);
      expect(audit).to.have.length(1);
      expect(audit[0]).to.match(new RegExp(`^${winner?.staffId} learning\\.(labelled|discarded)$`));
    });

    it('takes a decision back, and counts a decided message without asking again', async () => {
      const { parts } = desk();
      const reviewer = await desk().hire(['admin']);
      await said('嘟嘟嘟嘟响');
      const id = (await listed()).candidates[0]?.id ?? '';
      await discardCandidate(parts, reviewer, id);
      await said('嘟嘟嘟嘟响');
      expect((await listed()).candidates).to.deep.equal([]);
      expect((await listed({ state: 'discarded' })).candidates[0]).to.include({ times: 2, decidedAt: RIG_NOW });
      expect(await reopenCandidate(parts, reviewer, id)).to.deep.equal({ kind: 'done' });
      expect(await reopenCandidate(parts, reviewer, id)).to.deep.equal({ kind: 'already_decided' });
      expect(await reopenCandidate(parts, reviewer, 'nothing')).to.deep.equal({ kind: 'unknown_candidate' });
      expect((await listed()).candidates[0]).to.include({ id, decidedBy: null, intent: 'out_of_scope' });
    });

    it('takes no label whose words do not stand in the text', async () => {
      const { parts } = desk();
      const reviewer = await desk().hire(['quality']);
      await said('石步村昨晚起没灯，电话13800138000');
      const id = (await listed()).candidates[0]?.id ?? '';
      const label = (slots: Label['slots']) => labelCandidate(parts, reviewer, { id, label: { ...LABEL, slots } });
      for (const [slot, slots] of [
        ['address', { address: '东城' }],
        ['since', { since: ' ' }],
        ['phone', { phone: '13800138000' }],
        ['account_number', { account_number: MASK.repeat(16) }],
      ] as const) {
        expect(await label(slots)).to.deep.equal({ kind: 'slot_not_in_text', slot });
      }
      expect(await label({ address: '石步村', since: '昨晚', phone: MASK.repeat(11) })).to.deep.equal({ kind: 'done' });
      const { lines, count } = await exportLabelled(parts, reviewer);
      expect(count).to.equal(1);
      expect(JSON.parse(lines).slots).to.include({ address: '石步村', since: '昨晚' });
      expect(JSON.parse(lines).text).to.include(JSON.parse(lines).slots.phone);
    });

    it('forgets the oldest open ones beyond the limit and what has not been said for long, never what is labelled', async () => {
      const { parts } = desk();
      const reviewer = await desk().hire(['quality']);
      for (const text of ['第一句话', '第二句话', '第三句话', '第四句话']) {
        await said(text);
        desk().now += 1000;
      }
      const { candidates } = await listed();
      const idOf = (text: string) => candidates.find((one) => one.text === text)?.id ?? '';
      await labelCandidate(parts, reviewer, { id: idOf('第一句话'), label: LABEL });
      await discardCandidate(parts, reviewer, idOf('第二句话'));
      const forget = (given: { most: number; before: number }) =>
        parts.database.commit(parts.repositories.candidates.forget(given));
      await forget({ most: 1, before: 0 });
      expect((await listed()).counts).to.deep.equal({ open: 1, labelled: 1, discarded: 1 });
      expect((await listed()).candidates[0]?.text).to.equal('第四句话');
      await forget({ most: 10, before: desk().now + 1 });
      expect((await listed()).counts).to.deep.equal({ open: 0, labelled: 1, discarded: 0 });
    });

    it('puts right what a message was about, keeps it to learn from and notes who said so', async () => {
      const { parts } = desk();
      const agent = await desk().hire();
      const { sessionId } = await desk().serve({ words: '隔壁冒烟了', severity: 'P4', intent: 'ask_bill' });
      const order = { sessionId, seq: 1, why: 'danger_missed' } as const;
      const right = { intent: 'report_hazard', severity: 'P1' } as const;
      const outcomes = await Promise.all([1, 2, 3].map(() => correctUnderstanding(parts, agent, { ...order, right })));
      expect(outcomes).to.deep.equal(['corrected', 'corrected', 'corrected']);
      expect(await desk().session(sessionId)).to.include({ severity: 'P1', intent: 'report_hazard', state: 'queued' });
      const [candidate] = (await listed()).candidates;
      expect(candidate).to.include({ text: '隔壁冒烟了', reason: 'corrected', sessionId, times: 1 });
      expect(candidate?.suggestion).to.deep.equal({ ...right, why: 'danger_missed' });
      expect(await desk().audited(`session:${sessionId}`)).to.include(`${agent.staffId} understanding.corrected`);
      const missing = { ...order, seq: 9, right };
      expect(await correctUnderstanding(parts, agent, missing)).to.equal('unknown_message');
      expect(await correctUnderstanding(parts, agent, { ...missing, sessionId: 'none' })).to.equal('unknown_session');
    });
  });
}
