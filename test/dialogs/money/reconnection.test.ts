import { expect } from 'chai';
import { statement } from '../../../store/database.ts';
import { ConversationRig } from '../../support/conversation-rig.ts';

describe('supply that was cut and has been paid for', () => {
  let rig: ConversationRig;

  before(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
  });

  after(() => rig.close());

  it('is promised back so many hours after the payment, by the clock', async () => {
    const { database, now } = rig;
    const { query } = database;
    const { id, number } = await query
      .selectFrom('account')
      .select(['id', 'number'])
      .where('state', '=', 'disconnected')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const payment = {
      id: 'late',
      account_id: id,
      bill_id: null,
      at: now - 3_600_000,
      amount_fen: 1,
      method: 'counter',
    };
    await database.commit([
      statement(
        query
          .updateTable('bill')
          .set(({ ref }) => ({ paid_fen: ref('amount_fen') }))
          .where('account_id', '=', id),
      ),
      statement(query.insertInto('payment').values(payment)),
    ]);
    const conversation = await rig.begin({});
    await conversation.say('我的违约金怎么算');
    await conversation.say(number);
    const sms = await query.selectFrom('sms').select('text').orderBy('created_at', 'desc').executeTakeFirstOrThrow();
    const answers = await conversation.say(/\d{6}/.exec(sms.text)?.[0] ?? '');
    const said = answers.map(({ text }) => text).join('\n');
    // The rig's day is 24 November 2026; 24 hours after a payment an hour ago.
    expect(said).to.match(/钱已到账，最晚 11-25 \d\d:\d\d 恢复供电/);
    expect(said).to.include('没有欠费');
    expect(said).to.not.include('违约金（到今天）');
  });
});
