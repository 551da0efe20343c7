import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { pino } from 'pino';
import { TurnAdapter } from '../../../bot/turn/turn-adapter.ts';
import { type Handled, TurnRunner } from '../../../bot/turn/turn-runner.ts';
import { TurnStorage } from '../../../bot/turn/turn-storage.ts';
import { claimSession } from '../../../desk/sessions/claim-session.ts';
import { closeSession } from '../../../desk/sessions/close-session.ts';
import { releaseSession } from '../../../desk/sessions/release-session.ts';
import { workOf } from '../../../dialogs/turn-work.ts';
import { DeskRig } from '../desk-rig.ts';

describe('a person who decides while the bot is thinking', () => {
  let rig: DeskRig;
  /** What the bot saw at each thought, and what it waits for before it speaks. */
  let thoughts: string[];
  let thinking: { begun: () => void; mayEnd: Promise<void> };
  let runner: TurnRunner;

  before(async () => {
    rig = await DeskRig.open();
    runner = new TurnRunner({
      database: rig.database,
      conversations: rig.parts.repositories.conversations,
      statements: rig.statements,
      adapter: new TurnAdapter(),
      storage: new TurnStorage(),
      log: pino({ level: 'silent' }),
      now: () => rig.now,
      newId: randomUUID,
      decide: async (context) => speakUnlessTaken(context),
      giveUp: () => {},
      committed: () => {},
    });
  });
  beforeEach(() => {
    thoughts = [];
  });
  after(() => rig.close());

  async function speakUnlessTaken(context: TurnContext): Promise<void> {
    const { session } = workOf(context);
    thoughts.push(session.state);
    thinking.begun();
    await thinking.mayEnd;
    if (session.state === 'bot') await context.sendActivity(`the bot answers “${context.activity.text}”`);
  }

  /** Begins a turn and resolves when the bot is in the middle of it. */
  async function beginTurn(conversationId: string): Promise<{ finish: () => Promise<Handled> }> {
    await rig.database.commit(
      rig.statements.transcript.accept(conversationId, {
        author: 'customer',
        messageId: randomUUID(),
        body: JSON.stringify({ type: 'message', text: '还要多久' }),
        at: rig.now,
        handling: 'pending',
      }),
    );
    const { promise: begun, resolve: onBegun } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    thinking = { begun: onBegun, mayEnd };
    const turn = runner.handleNext(conversationId, new Set());
    await begun;
    return {
      finish: () => {
        end();
        return turn;
      },
    };
  }

  it('silences the reply in flight: it is thought again and finds a person there', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve({ state: 'bot', queued_at: null });
    const turn = await beginTurn(conversationId);
    expect(await claimSession(rig.parts, agent, sessionId)).to.equal('claimed');
    expect((await turn.finish()).handled).to.equal(true);
    expect(thoughts).to.deep.equal(['bot', 'assigned']);
    const rows = await rig.transcript(conversationId);
    expect(rows.filter(({ author }) => author === 'bot')).to.have.length(0);
    expect(
      rows.every(({ handling }) => handling !== 'pending'),
      'the message is handled',
    ).to.equal(true);
    expect((await rig.session(sessionId)).agent_id, 'the turn has not undone the claim').to.equal(agent.staffId);
  });

  it('waits its turn where the bot has committed first', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve({ state: 'bot', queued_at: null });
    const turn = await beginTurn(conversationId);
    await turn.finish();
    expect(await claimSession(rig.parts, agent, sessionId)).to.equal('claimed');
    expect((await rig.transcript(conversationId)).map(({ author }) => author)).to.deep.equal([
      'customer',
      'customer',
      'bot',
      'system',
    ]);
  });

  it('gives the word back with a row that the bot’s turn handles', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve();
    await claimSession(rig.parts, agent, sessionId);
    const note = '客户在等来电，请告知工单进度';
    expect(await releaseSession(rig.parts, agent, { sessionId, to: 'bot', note })).to.equal('done');
    const waiting = (await rig.transcript(conversationId)).find(({ handling }) => handling === 'pending');
    expect(waiting).to.include({ author: 'system', direction: 'in' });
    expect(JSON.parse(waiting?.body ?? '')).to.deep.equal({
      type: 'event',
      name: 'handoff.status',
      value: { state: 'completed', to: 'bot', sessionId, note },
    });
    expect(rig.woken.at(-1)).to.equal(conversationId);
    thinking = { begun: () => {}, mayEnd: Promise.resolve() };
    expect((await runner.handleNext(conversationId, new Set())).handled).to.equal(true);
    expect(thoughts).to.deep.equal(['bot']);
    expect(await rig.session(sessionId)).to.include({ state: 'bot', agent_id: null });
  });

  it('closes the session under a turn in flight, and the message opens another', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve();
    await claimSession(rig.parts, agent, sessionId);
    const turn = await beginTurn(conversationId);
    expect(await closeSession(rig.parts, agent, { sessionId, disposition: 'fault_repair' })).to.equal('done');
    await turn.finish();
    expect(thoughts).to.deep.equal(['assigned', 'bot']);
    const { state, closed_by, disposition } = await rig.session(sessionId);
    expect({ state, closed_by, disposition }).to.deep.equal({
      state: 'closed',
      closed_by: 'agent',
      disposition: 'fault_repair',
    });
    const conversation = await rig.parts.repositories.conversations.byId(conversationId);
    expect(conversation?.session_id).to.be.a('string').that.does.not.equal(sessionId);
  });
});
