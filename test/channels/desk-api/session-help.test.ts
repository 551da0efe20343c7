import { expect } from 'chai';
import { EMPTY_SUMMARY } from '../../../dialogs/memory.ts';
import { statement } from '../../../store/database.ts';
import type { SessionBills, SessionReplies } from '../../../web/protocol/desk/session-help.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

describe('what helps whoever serves, over the API', () => {
  let rig: DeskApiRig;
  let agent: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    agent = await rig.signedIn();
  });
  after(() => rig.close());

  const bills = async (id: string) =>
    (await agent.get(`/api/desk/sessions/${id}/bills`)).body as unknown as SessionBills;
  const replies = async (id: string) =>
    (await agent.get(`/api/desk/sessions/${id}/replies`)).body as unknown as SessionReplies;
  const withAccount = (verified: boolean) =>
    JSON.stringify({ ...EMPTY_SUMMARY, account: { id: 'acc', number: '****1234', verified } });

  it('is bills of a verified account, newest first, and the look is noted', async () => {
    await addAccount(rig);
    const { sessionId } = await rig.desk.serve({ summary: withAccount(true) });
    expect(await bills(sessionId)).to.deep.include({
      kind: 'known',
      keptAt: null,
      disconnected: false,
      owedFen: 9_000,
    });
    const known = await bills(sessionId);
    expect(known.kind === 'known' && known.bills.map(({ period, paidFen }) => [period, paidFen])).to.deep.equal([
      ['2026-02', 1_000],
      ['2026-01', 8_000],
    ]);
    expect(await rig.desk.audited('account:acc')).to.deep.equal([`${agent.actor.staffId} looked`]);
  });

  it('is no bill where the customer has not shown whose account it is', async () => {
    const { sessionId } = await rig.desk.serve({ summary: withAccount(false) });
    expect(await bills(sessionId)).to.deep.equal({ kind: 'not_verified' });
    const { sessionId: none } = await rig.desk.serve();
    expect(await bills(none)).to.deep.equal({ kind: 'not_verified' });
  });

  it('is replies in the customer’s language and script', async () => {
    const text = async (language: string) => {
      const { sessionId } = await rig.desk.serve({ language });
      return (await replies(sessionId)).replies.find(({ id }) => id === 'address')?.text;
    };
    expect(await text('zh-Hans')).to.include('详细地址');
    expect(await text('yue')).to.include('詳細地址');
    expect(await text('en')).to.include('exact address');
  });

  it('suggests what fits, not again what was sent, and learns from what is sent', async () => {
    const { sessionId } = await rig.desk.serve({ intent: 'report_outage', skill: 'fault' });
    await agent.post(`/api/desk/sessions/${sessionId}/claim`);
    expect((await replies(sessionId)).suggested[0]).to.deep.equal({ id: 'greet', reasons: ['opening'] });
    await agent.post(`/api/desk/sessions/${sessionId}/messages`, {
      ...{ text: '请看一下邻居家有没有电', clientId: 'message-9', reply: 'neighbours' },
    });
    const after = (await replies(sessionId)).suggested.map(({ id }) => id);
    expect(after).to.include('address').and.not.to.include('greet').and.not.to.include('neighbours');

    for (let sent = 0; sent < 20; sent += 1) {
      const other = await rig.desk.serve({ intent: 'report_outage', skill: 'fault' });
      await agent.post(`/api/desk/sessions/${other.sessionId}/claim`);
      const message = { text: '请稍等', clientId: `message-a${sent}`, reply: 'moment' };
      await agent.post(`/api/desk/sessions/${other.sessionId}/messages`, message);
    }
    const learnt = (await replies(sessionId)).suggested.find(({ id }) => id === 'moment');
    expect(learnt?.reasons).to.deep.equal(['often_used']);
  });

  it('is nothing of a conversation that there is not', async () => {
    for (const what of ['bills', 'replies']) {
      expect((await agent.get(`/api/desk/sessions/nowhere/${what}`)).status).to.equal(404);
    }
  });
});

async function addAccount({ desk }: DeskApiRig): Promise<void> {
  const { query } = desk.database;
  const now = desk.now;
  const bill = (period: string, paid: number) => ({
    ...{ id: `bill-${period}`, account_id: 'acc', period, from_at: now - 60, to_at: now - 30, kwh: 100 },
    ...{ reading_from: 0, reading_to: 100, estimated: 0, tariff: 'residential_tiered' as const },
    ...{ amount_fen: period === '2026-01' ? 8_000 : 10_000, paid_fen: paid, issued_at: now, due_at: now + 864e5 },
  });
  await desk.database.commit([
    statement(query.insertInto('customer').values({ id: 'cus', name: '某', phone: '13800138000', special_need: null })),
    statement(
      query.insertInto('premises').values({
        ...{ id: 'pre', town_code: '441900101', village_code: '441900101001', address: '石碣镇', estate: null },
        ...{ building: null, unit: null, room: null, lat: 23, lon: 113, zone: 'rural' as const, device_id: 'd' },
        critical_kind: null,
      }),
    ),
    statement(
      query.insertInto('account').values({
        ...{ id: 'acc', number: '0319000000001234', customer_id: 'cus', premises_id: 'pre' },
        ...{ tariff: 'residential_tiered' as const, state: 'active' as const, opened_at: 1, free_kwh: 0 },
      }),
    ),
    statement(query.insertInto('bill').values([bill('2026-01', 8_000), bill('2026-02', 1_000)])),
  ]);
}
