import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { openDeskRepositories } from '../../desk/desk-repositories.ts';
import { listSessions, showSession } from '../../desk/sessions/open-sessions.ts';
import { readTranscript } from '../../desk/sessions/transcript-page.ts';
import { clockTermsOf } from '../../domain/tickets/clock-terms.ts';
import { sessionDetailSchema, sessionListSchema, transcriptPageSchema } from '../../web/protocol/desk/session.ts';
import { ConversationRig, type RigConversation } from '../support/conversation-rig.ts';
import { CODE, type ConversationState, latestCode, pendingOf, STATES } from './support/conversation-states.ts';
import { runs, SEEDED } from './support/fuzz-settings.ts';
import { HOSTILE_TEXTS } from './support/hostile-texts.ts';
import { expectHandled, expectReadable, shown } from './support/turn-invariants.ts';

const AGENT = { staffId: 'S1', deskName: '8001', roles: ['agent' as const] };
const FOREVER_MS = 24 * 60 * 60_000;
/** As long as a message may be that a channel lets through, and longer. */
const TEXTS = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...HOSTILE_TEXTS), fc.constantFrom('停电了', ' no power ', '。', '13800138000'))
      .map(([text, more]) => more + text),
  },
  { weight: 1, arbitrary: fc.json() },
);

describe(`hostile words ${SEEDED}`, function () {
  this.timeout(120_000);
  let rig: ConversationRig;
  before(async () => {
    rig = await ConversationRig.open();
  });
  after(() => rig.close());

  it('are answered in the middle of every question', async () => {
    const property = fc.asyncProperty(fc.constantFrom(...STATES), TEXTS, async (state, text) => {
      const conversation = await broughtTo(state);
      expectReadable(await conversation.say(text), text, rig);
      expectReadable(await conversation.say('转人工'), '转人工', rig);
      await expectHandled(conversation, text);
    });
    await fc.assert(property, runs(350));
  });

  it('find every question where the scripts expect it', async () => {
    for (const state of STATES) {
      const conversation = await broughtTo(state);
      expect(await pendingOf(rig, conversation.id), JSON.stringify(state.says)).to.equal(state.pending);
    }
  });

  for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
    it(`are answered one after the other in one conversation (${language})`, async () => {
      const conversation = await rig.begin({ language });
      for (const text of HOSTILE_TEXTS) expectReadable(await conversation.say(text), text, rig);
      const rows = await expectHandled(conversation, 'all of them');
      const said = rows.filter(({ author }) => author === 'customer').map(({ body }) => JSON.parse(body).text);
      expect(said).to.deep.equal(HOSTILE_TEXTS.map((text) => JSON.parse(JSON.stringify(text))));
    });
  }

  it('stand in a ticket as they were written, and mean nothing there', async () => {
    const before = await counts();
    for (const text of HOSTILE_TEXTS.filter((one) => one.trim() !== '' && one.length <= 4000)) {
      const conversation = await broughtTo({ says: ['我想提个建议'], pending: 'request.suggestion:details' });
      const replies = await conversation.say(text);
      const ticket = await rig.database.query
        .selectFrom('ticket')
        .select('description')
        .where('conversation_id', '=', conversation.id)
        .executeTakeFirst();
      // Some of them are danger, or ask for something else: those are no suggestion.
      if (!ticket) continue;
      expect(ticket.description, shown(text)).to.equal(text.trim().toWellFormed());
      expect(
        replies
          .map((reply) => reply.text)
          .join('\n')
          .toWellFormed(),
        shown(text),
      ).to.include(text.trim().toWellFormed());
    }
    const after = await counts();
    expect(after.ticket - before.ticket).to.be.greaterThan(50);
    expect({ ...after, ticket: 0 }).to.deep.equal({ ...before, ticket: 0 });
  });

  it('are shown at the desk, whole', async () => {
    const conversation = await rig.begin({});
    for (const text of HOSTILE_TEXTS.slice(0, 60)) await conversation.say(text);
    await conversation.say('转人工');
    const parts = {
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
      wake: () => {},
    };
    sessionListSchema.parse(await listSessions(parts, AGENT));
    const { session_id } = (await rig.turns.conversations.byId(conversation.id)) ?? {};
    const detail = sessionDetailSchema.parse(await showSession(parts, AGENT, session_id ?? ''));
    expect(detail.session).to.include({ conversationId: conversation.id, state: 'queued' });
    const page = await readTranscript(parts, AGENT, { conversationId: conversation.id, limit: 200 });
    expect(transcriptPageSchema.parse(page).rows.length).to.be.greaterThan(60);
  });

  /** A conversation at that point. Time passes first: codes and the like are handed out seldom. */
  async function broughtTo({ says }: ConversationState): Promise<RigConversation> {
    rig.pass(FOREVER_MS);
    const conversation = await rig.begin({});
    for (const words of says) await conversation.say(words === CODE ? await latestCode(rig) : words);
    return conversation;
  }

  /** Of tables that nobody's words may change. */
  async function counts(): Promise<Record<string, number> & { ticket: number }> {
    const count = async (table: 'ticket' | 'staff' | 'account' | 'customer' | 'answer' | 'banner' | 'rating') => {
      const { rows } = await rig.database.query
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow();
      return Number(rows);
    };
    const names = ['ticket', 'staff', 'account', 'customer', 'answer', 'banner', 'rating'] as const;
    const each = await Promise.all(names.map(async (name) => [name, await count(name)] as const));
    return Object.fromEntries(each) as Record<string, number> & { ticket: number };
  }
});
