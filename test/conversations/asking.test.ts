import { expect } from 'chai';
import { statement } from '../../store/database.ts';
import { ConversationRig } from '../support/conversation-rig.ts';
import { play } from './play.ts';
import { forgetAsked, putPowerQuestion } from './power-question.ts';
import { asking } from './scripts/asking.ts';

const HOUR = 3_600_000;

describe('asking back, as conversations', () => {
  let rig: ConversationRig;
  before(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
  });
  after(() => rig.close());
  /** Every script begins at noon: nobody is asked at night. */
  beforeEach(async () => {
    await forgetAsked(rig);
    const shown = new Date(rig.now + 8 * HOUR).toISOString().slice(0, 10);
    const noon = Date.parse(`${shown}T12:00:00+08:00`);
    rig.pass((noon > rig.now ? noon : noon + 24 * HOUR) - rig.now);
  });

  it('leaves for an outside channel as a notice: better lost than put twice', async () => {
    const conversation = await rig.begin({ reference: '{}' });
    await putPowerQuestion(rig, conversation, 'probable');
    await conversation.heard();
    const sent = await rig.database.query
      .selectFrom('outbox')
      .select('kind')
      .where('conversation_id', '=', conversation.id)
      .execute();
    expect(sent).to.deep.equal([{ kind: 'notice' }]);
  });

  it('does not say that somebody still looks for what is over by the time of the answer', async () => {
    const conversation = await rig.begin();
    await putPowerQuestion(rig, conversation, 'probable');
    await conversation.heard();
    await rig.database.commit([statement(rig.database.query.updateTable('incident').set({ state: 'restored' }))]);
    const said = (await conversation.say('没电')).map(({ text }) => text).join('');
    expect(said).to.contain('已经记下您家没电').and.not.contain('还在查');
  });

  for (const script of asking) it(script.name, () => play(rig, script));
});
