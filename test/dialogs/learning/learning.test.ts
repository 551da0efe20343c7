import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Actor } from '../../../desk/actor.ts';
import type { DeskParts } from '../../../desk/desk-parts.ts';
import { openDeskRepositories } from '../../../desk/desk-repositories.ts';
import { listCandidates } from '../../../desk/learning/candidates.ts';
import { correctUnderstanding } from '../../../desk/learning/correct-understanding.ts';
import { labelCandidate } from '../../../desk/learning/decide-candidate.ts';
import { exportLabelled } from '../../../desk/learning/export-labelled.ts';
import { readSummary } from '../../../desk/sessions/session-summary.ts';
import { MASK } from '../../../domain/privacy/mask-personal.ts';
import { clockTermsOf } from '../../../domain/tickets/clock-terms.ts';
import { exampleSchema } from '../../../nlu/train/example.ts';
import { lintData } from '../../../nlu/train/lint-data.ts';
import type { Understand } from '../../../nlu/understanding.ts';
import { ConversationRig, type RigConversation } from '../../support/conversation-rig.ts';

const REVIEWER: Actor = { staffId: 'Q1', deskName: 'Desk Q1', roles: ['quality'] };
const AGENT: Actor = { staffId: 'A1', deskName: 'Desk A1', roles: ['agent'] };

/** Nothing is made of what ends in 云云, and only a guess of what ends in 之类; all else is understood as ever. */
function hardOfHearing(engine: Understand): Understand {
  return (text, context) => {
    const understood = { ...engine(text, context), fault: null, severity: null, evidence: [] };
    const guess = {
      ...understood,
      intent: 'ask_bill',
      alternatives: [{ intent: 'ask_tariff', confidence: 0.2 }],
    } as const;
    if (text.includes('云云')) return { ...guess, confidence: 0.1 };
    return text.includes('之类') ? { ...guess, confidence: 0.4 } : engine(text, context);
  };
}

describe('what is learned from conversations', () => {
  let rig: ConversationRig;
  before(async () => {
    rig = await ConversationRig.open({ understand: hardOfHearing });
  });
  after(() => rig.close());
  beforeEach(() => rig.database.query.deleteFrom('learning_candidate').execute());

  function desk(): DeskParts {
    return {
      database: rig.database,
      nerve: rig.nerve,
      repositories: openDeskRepositories(rig.database),
      statements: rig.turns.statements,
      standards: clockTermsOf(rig.services.profile),
      terms: rig.services.profile.desk,
      understand: rig.services.understand,
      learning: rig.services.learning,
      now: () => rig.now,
      newId: randomUUID,
      wake: (id) => rig.turns.mailbox.wake(id),
    };
  }

  async function kept() {
    const list = await listCandidates(desk(), REVIEWER, { state: 'open', limit: 50 });
    return list?.candidates ?? [];
  }

  async function reasons() {
    return (await kept()).map(({ text, reason, times }) => `${text} ${reason} ${times}`);
  }

  async function having(...messages: string[]): Promise<RigConversation> {
    const conversation = await rig.begin();
    for (const message of messages) await conversation.say(message);
    return conversation;
  }

  it('is a message that had to be said in other words, with what the engine made of it', async () => {
    await having('那个表上的啥云云，电话13800138000');
    const [one] = await kept();
    expect(one).to.include({ text: `那个表上的啥云云，电话${MASK.repeat(11)}`, reason: 'not_understood', times: 1 });
    expect(one?.guess).to.include({ intent: 'ask_bill', confidence: 0.1, fault: null });
    expect(one?.guess.alternatives).to.deep.equal([{ intent: 'ask_tariff', confidence: 0.2 }]);
    expect(one?.model).to.match(/^[0-9a-f]{16}$/);
  });

  it('is a guess that had to be asked about, and more so where the answer is no', async () => {
    await having('单子上的数字之类');
    expect(await reasons()).to.deep.equal(['单子上的数字之类 did_you_mean 1']);
    await having('单子上的数字之类', '都不是');
    expect(await reasons()).to.deep.equal(['单子上的数字之类 said_no 2']);
  });

  it('is what brought a person: asked for right after, or because nothing helped', async () => {
    await having('红线蓝线云云', '转人工');
    await having('甲乙丙云云', '子丑寅云云', '天地人云云');
    expect((await reasons()).toSorted()).to.deep.equal(
      [
        '红线蓝线云云 handed_over 1',
        '甲乙丙云云 not_understood 1',
        '子丑寅云云 not_understood 1',
        '天地人云云 handed_over 1',
      ].toSorted(),
    );
  });

  it('is nothing that was understood, chosen, or denied later than right after', async () => {
    await having('违约金怎么算', '13800138000');
    expect(await reasons()).to.deep.equal([]);
    const conversation = await having('单子上的字之类');
    await conversation.say('违约金怎么算');
    await conversation.say('不对');
    expect(await reasons()).to.deep.equal(['单子上的字之类 did_you_mean 1']);
  });

  it('stands or falls with the turn: a turn that is thought again keeps its message once', async () => {
    const conversation = await rig.begin();
    const { database, turns } = rig;
    await Promise.all([
      conversation.say('表箱那里云云'),
      ...Array.from({ length: 5 }, () =>
        database.query
          .updateTable('conversation')
          .set((eb) => ({ version: eb('version', '+', 1) }))
          .where('id', '=', conversation.id)
          .execute(),
      ),
    ]);
    await turns.mailbox.handle(conversation.id);
    expect(await reasons()).to.deep.equal(['表箱那里云云 not_understood 1']);
  });

  it('becomes a line that the trainer takes', async () => {
    await having('我家那个红灯云云，户号0312345678901234');
    const [one] = await kept();
    const text = one?.text ?? '';
    const label = {
      language: 'zh-Hans',
      intent: 'report_meter',
      slots: { account_number: MASK.repeat(16) },
      fault: { class: 'metering', hazards: [], people: [], site: [], scope: 'premises', no_power: false },
    } as const;
    const outcome = await labelCandidate(desk(), REVIEWER, {
      id: one?.id ?? '',
      label: structuredClone(label) as never,
    });
    expect(outcome).to.deep.equal({ kind: 'done' });
    const { lines } = await exportLabelled(desk(), REVIEWER);
    const example = exampleSchema.parse(JSON.parse(lines.trim()));
    expect(example).to.deep.include({ language: 'zh-Hans', intent: 'report_meter', fault: label.fault });
    expect(example.text)
      .to.match(/^我家那个红灯云云，户号\d{16}$/)
      .and.not.to.equal(text);
    expect(example.slots.account_number).to.equal(example.text.slice(-16)).and.not.to.equal('0312345678901234');
    expect(lintData([{ ...example, source: { file: 'labelled.jsonl', line: 1 } }])).to.deep.equal([]);
    expect((await exportLabelled(desk(), REVIEWER)).lines, 'the same every time').to.equal(lines);
  });

  describe('what an agent has put right', () => {
    async function sessionOf({ id }: RigConversation) {
      const row = rig.database.query.selectFrom('service_session').selectAll().where('conversation_id', '=', id);
      return row.executeTakeFirstOrThrow();
    }

    it('stands while the customer goes on, until they say something graver', async () => {
      const conversation = await having('我家停电了');
      const { id: sessionId, severity } = await sessionOf(conversation);
      expect(severity).to.equal('P3');
      const order = {
        sessionId,
        seq: 1,
        why: 'less_grave',
        right: { severity: 'P4', intent: 'ask_fault_status' },
      } as const;
      expect(await correctUnderstanding(desk(), AGENT, order)).to.equal('corrected');
      await conversation.say('13800138000');
      const then = await sessionOf(conversation);
      expect(then).to.include({ severity: 'P4', intent: 'ask_fault_status' });
      expect(readSummary(then.summary)).to.deep.include({ severity: 'P4', reasons: ['corrected'] });
      await conversation.say('电线在冒火花，有人触电了');
      const graver = await sessionOf(conversation);
      expect(graver.severity).to.equal('P1');
      expect(readSummary(graver.summary).reasons).to.include('hazard.sparks');
    });

    it('is kept to learn from, though the bot was sure', async () => {
      const conversation = await having('违约金怎么算');
      const { id: sessionId } = await sessionOf(conversation);
      const order = { sessionId, seq: 1, why: 'other_matter', right: { intent: 'dispute_bill' } } as const;
      await correctUnderstanding(desk(), AGENT, order);
      expect((await kept())[0]).to.deep.include({
        text: '违约金怎么算',
        reason: 'corrected',
        suggestion: { intent: 'dispute_bill', why: 'other_matter' },
      });
    });
  });
});
