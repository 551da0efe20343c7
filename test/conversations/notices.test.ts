import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { composeNotices } from '../../bot/compose-notices.ts';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import { statement } from '../../store/database.ts';
import { FollowerRepository } from '../../store/repositories/follower-repository.ts';
import type { Ticket } from '../../store/repositories/ticket-book.ts';
import { ConversationRig, type RigConversation, type RigReply } from '../support/conversation-rig.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('what customers are told without asking', () => {
  let rig: ConversationRig;
  let drawn = 0;
  before(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
  });
  after(() => rig.close());
  beforeEach(() => atLocalTime('12:00'));

  /** The next moment at which the clocks in Dongguan show this. */
  function atLocalTime(time: string): void {
    const shown = new Date(rig.now + 8 * HOUR).toISOString();
    const today = Date.parse(`${shown.slice(0, 10)}T${time}:00+08:00`);
    rig.pass((today > rig.now ? today : today + 24 * HOUR) - rig.now);
  }

  /** A fault of this conversation that stands since now, whoever took it down. */
  async function fault(conversation: RigConversation | null, change: Partial<Ticket> = {}): Promise<Ticket> {
    drawn += 1;
    const number = `9${String(drawn).padStart(11, '0')}`;
    const facts = { class: 'low_voltage', hazards: [], people: [], site: [], scope: 'premises', no_power: true };
    const { database, services } = rig;
    const { ok } = await database.commit(
      services.tickets.open(
        {
          ...{ id: randomUUID(), number, kind: 'fault', severity: 'P3', reasons: '["no_power"]' },
          ...{ facts: JSON.stringify(facts), place: '虎门镇大兴路2号', lat: null, lon: null, since: null },
          ...{ phone: null, description: '停电', account_id: null, conversation_id: conversation?.id ?? null },
          ...{ session_id: null, responsible_role: 'dispatcher', language: 'zh-Hans', created_at: rig.now },
          ...change,
        },
        { at: rig.now, actor: 'bot', type: 'opened', data: {} },
      ),
    );
    expect(ok).to.equal(true);
    return stored(number);
  }
  async function stored(number: string): Promise<Ticket> {
    const ticket = await rig.services.tickets.byNumber(number);
    if (!ticket) throw new Error(`no ticket ${number}`);
    return ticket;
  }
  async function change({ id }: Ticket, columns: Partial<Ticket>): Promise<void> {
    const type = 'eta_at' in columns ? 'eta' : 'state';
    const entry = { at: rig.now, actor: 'system', type, data: {} };
    await rig.database.commit(rig.services.tickets.amend(id, columns, entry));
  }
  const restored = (ticket: Ticket) => change(ticket, { state: 'restored', resolved_at: rig.now });
  /** Time passes while the sweeper looks, as it does every other second. */
  async function pass(minutes: number): Promise<void> {
    for (let passed = 0; passed < minutes; passed += 1) {
      rig.pass(MINUTE);
      await rig.turns.sweeper.sweep(rig.now);
    }
  }
  const wordsOf = (replies: readonly RigReply[]) => replies.map(({ text }) => text);
  async function history({ id }: Ticket): Promise<string[]> {
    const events = await rig.database.query
      .selectFrom('ticket_event')
      .select('type')
      .where('ticket_id', '=', id)
      .orderBy('seq')
      .execute();
    return events.map(({ type }) => type);
  }

  it('is acceptance, crew and a time with its source, in one message where they come together', async () => {
    const customer = await rig.begin();
    const ticket = await fault(customer);
    await change(ticket, { state: 'acknowledged' });
    rig.pass(30_000);
    await change(ticket, { state: 'crew_assigned', crew: 'A7' });
    await change(ticket, { eta_at: rig.now + 3 * HOUR, eta_source: 'control_centre', eta_set_at: rig.now });
    await pass(1);
    expect(await customer.heard(), 'more may come').to.deep.equal([]);
    await pass(1);
    const [told, ...more] = wordsOf(await customer.heard());
    expect(more).to.deep.equal([]);
    expect(told).to.include(ticket.number).and.to.include('虎门镇大兴路2号');
    expect(told).to.include('已经派抢修班组').and.to.include('15:00').and.to.include('调度中心');
    expect(told, 'a crew says that it is accepted').to.not.include('已经受理');
    expect(told, 'crews are known to us by name only').to.not.include('A7');
    await pass(30);
    expect(await customer.heard(), 'once').to.deep.equal([]);
  });

  it('is a changed time, a withdrawn one, and that it goes on after all, with rests in between', async () => {
    const customer = await rig.begin({ language: 'en' });
    const ticket = await fault(customer, { language: 'en' });
    const eta = (at: number | null) =>
      change(ticket, { eta_at: at, eta_source: at === null ? null : 'crew', eta_set_at: at === null ? null : rig.now });
    await eta(rig.now + 2 * HOUR);
    await pass(3);
    expect(wordsOf(await customer.heard())[0])
      .to.include('expected back')
      .and.to.include('the crew');
    await eta(rig.now + 4 * HOUR);
    await pass(5);
    await eta(rig.now + 5 * HOUR);
    expect(await customer.heard(), 'a rest').to.deep.equal([]);
    await pass(10);
    const changed = wordsOf(await customer.heard());
    expect(changed).to.have.length(1);
    expect(changed[0]).to.include('has changed');
    await eta(null);
    await pass(12);
    expect(wordsOf(await customer.heard())[0]).to.include('no longer stands');
    await restored(ticket);
    await pass(12);
    expect(wordsOf(await customer.heard())[0]).to.include('Is yours back?');
    await change(ticket, { state: 'returned', resolved_at: null });
    await pass(12);
    const resumed = wordsOf(await customer.heard());
    expect(resumed[0]).to.include('Work goes on').and.to.not.include('Is yours back?');
  });

  it('asks whether supply is back, and opens a nested fault where it is not', async () => {
    const customer = await rig.begin();
    const ticket = await fault(customer, { phone: '13800138000', severity: 'P2' });
    await restored(ticket);
    await pass(3);
    const [told] = wordsOf(await customer.heard());
    expect(told).to.include('已经恢复供电').and.to.include('您家来电了吗？').and.to.include('[还没来电]');
    const [answer] = wordsOf(await customer.say('还没来电'));
    const [nested] = await rig.services.tickets.ofConversation(customer.id, 1);
    expect(nested).to.include({ former_id: ticket.id, state: 'received', severity: 'P2', place: ticket.place });
    expect(nested).to.include({ phone: '13800138000', kind: 'fault' });
    expect(answer).to.include(nested?.number).and.to.include(ticket.number);
    expect(await history(ticket)).to.include('still_out');
    expect(await rig.services.tickets.byNumber(ticket.number), 'was heard, and is not settled').to.include({
      state: 'restored',
      contacted_at: rig.now,
    });
    expect(wordsOf(await customer.say('还没来电')).join()).to.not.include('新的工单号');
    expect(await rig.services.tickets.ofConversation(customer.id), 'never doubled').to.have.length(2);
    if (nested) await change(nested, { state: 'acknowledged' });
    await pass(12);
    expect(wordsOf(await customer.heard()).join(), 'they hear of the nested one too').to.include(nested?.number);
  });

  it('takes "yes" for what it is, in free words too', async () => {
    const customer = await rig.begin({ language: 'en' });
    const ticket = await fault(customer, { language: 'en' });
    await restored(ticket);
    await pass(3);
    await customer.heard();
    expect(wordsOf(await customer.say('yes')).join()).to.include('Thank you for telling us');
    expect(await history(ticket)).to.include('supply_back');
    const [told, ...others] = await rig.services.tickets.ofConversation(customer.id);
    expect(others).to.deep.equal([]);
    expect(told, 'nobody has to call back').to.include({ state: 'called_back', contacted_at: rig.now });
  });

  it('takes words of a fault for "no", but not those of another place', async () => {
    const customer = await rig.begin();
    const ticket = await fault(customer);
    await restored(ticket);
    await pass(3);
    await customer.heard();
    const [answer] = wordsOf(await customer.say('还是没电'));
    expect(answer).to.include(`接工单 ${ticket.number}`);
    const other = await rig.begin();
    const second = await fault(other);
    await restored(second);
    await pass(3);
    await other.heard();
    await other.say('寮步镇石步村3栋302停电了');
    expect(await history(second)).to.not.include('still_out');
  });

  it('is not told at night, and in the morning in one message', async () => {
    const customer = await rig.begin();
    const ticket = await fault(customer);
    atLocalTime('23:30');
    await change(ticket, { state: 'acknowledged' });
    await pass(5);
    await change(ticket, { state: 'on_site', crew: 'A7' });
    await pass(60);
    expect(await customer.heard()).to.deep.equal([]);
    atLocalTime('06:58');
    await pass(1);
    expect(await customer.heard()).to.deep.equal([]);
    await pass(2);
    const told = wordsOf(await customer.heard());
    expect(told).to.have.length(1);
    expect(told[0]).to.include('已经派抢修班组');
  });

  it('is told at night in danger, to who is there, and to who asked for it', async () => {
    const [endangered, there, asker] = [await rig.begin(), await rig.begin(), await rig.begin()];
    const danger = await fault(endangered, { severity: 'P1' });
    const calm = await fault(there);
    const first = await fault(asker);
    await change(first, { state: 'acknowledged' });
    await pass(3);
    expect(wordsOf(await asker.heard())[0]).to.include('[夜里也告诉我]');
    expect(wordsOf(await asker.say('夜里也告诉我'))[0]).to.include('夜里有进展也会告诉您');
    atLocalTime('23:30');
    await there.say('你好');
    for (const ticket of [danger, calm, first]) await change(ticket, { state: 'crew_assigned', crew: 'A7' });
    await pass(3);
    for (const customer of [endangered, there, asker]) {
      expect(wordsOf(await customer.heard()).join()).to.include('已经派抢修班组');
    }
  });

  it('is one message for several faults, and one question after the other', async () => {
    const customer = await rig.begin();
    const [one, two] = [await fault(customer), await fault(customer)];
    await restored(one);
    await restored(two);
    await pass(3);
    const told = wordsOf(await customer.heard());
    expect(told).to.have.length(1);
    expect(told[0]).to.include(one.number).and.to.include(two.number);
    const [next] = wordsOf(await customer.say('来电了'));
    expect(next).to.include(`记在工单 ${one.number}`).and.to.include('您家来电了吗？');
    await customer.say('来电了');
    for (const ticket of [one, two]) expect(await history(ticket)).to.include('supply_back');
  });

  it('leaves a dialog where it was', async () => {
    const customer = await rig.begin();
    const ticket = await fault(customer);
    const question = wordsOf(await customer.say('我要投诉你们')).at(-1);
    await change(ticket, { state: 'acknowledged' });
    await pass(3);
    const told = wordsOf(await customer.heard());
    expect(told[0]).to.include('已经受理');
    expect(told.at(-1), 'what was asked is asked again').to.equal(question);
  });

  it('reaches all who joined, each on their own channel, as notices that are not said twice', async () => {
    const [reporter, neighbour] = [await rig.begin(), await rig.begin({ reference: '{}' })];
    const ticket = await fault(reporter);
    const followers = new FollowerRepository(rig.database);
    await rig.database.commit([followers.follow({ ticket_id: ticket.id, conversation_id: neighbour.id }, rig.now)]);
    await change(ticket, { state: 'acknowledged' });
    await pass(3);
    for (const customer of [reporter, neighbour]) expect(wordsOf(await customer.heard())[0]).to.include('已经受理');
    const sent = await rig.database.query
      .selectFrom('outbox')
      .select('kind')
      .where('conversation_id', '=', neighbour.id)
      .execute();
    expect(sent).to.deep.equal([{ kind: 'notice' }]);
  });

  it('is the restoration time of the incident too, where that was said later', async () => {
    const customer = await rig.begin();
    const ticket = await fault(customer);
    const incident = await rig.database.query.selectFrom('incident').select('id').limit(1).executeTakeFirstOrThrow();
    const { query } = rig.database;
    await rig.database.commit([
      statement(
        query.insertInto('incident_ticket').values({
          ...{ ticket_id: ticket.id, incident_id: incident.id, joined_at: rig.now, by_hand: 0 },
        }),
      ),
      statement(
        query
          .updateTable('incident')
          .set({ eta_at: rig.now + 2 * HOUR, eta_source: 'dispatcher', eta_set_at: rig.now, updated_at: rig.now })
          .where('id', '=', incident.id),
      ),
    ]);
    await pass(5);
    expect(wordsOf(await customer.heard())[0])
      .to.include('14:00')
      .and.to.include('值班调度');
    await pass(20);
    expect(await customer.heard()).to.deep.equal([]);
  });

  it('is told once by two processes that look at the same moment, and by one that comes back', async () => {
    const customer = await rig.begin();
    const ticket = await fault(customer);
    await change(ticket, { state: 'acknowledged' });
    rig.pass(3 * MINUTE);
    const { database, nerve, turns, services } = rig;
    const processes = Array.from({ length: 3 }, () =>
      composeNotices({
        ...{ database, nerve, transcript: turns.transcript, profile: services.profile },
        ...{ now: () => rig.now, newId: randomUUID, ticketDigits: () => 1, wake: (id) => turns.mailbox.wake(id) },
      }),
    );
    await Promise.all(processes.map((look) => look()));
    for (const look of processes) await look();
    expect(await customer.heard()).to.have.length(1);
  });

  /** The demo's account is registered for life support, was proven in this conversation, and is dark. */
  async function askedIfSafe(customer: RigConversation): Promise<string> {
    const { query } = rig.database;
    const { accountId, accountNumber } = DEMO_CUSTOMER;
    const { customer_id } = await query
      .selectFrom('account')
      .select('customer_id')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    await rig.database.commit([
      ...(['contact_ladder', 'sms', 'verification'] as const).map((table) => statement(query.deleteFrom(table))),
      statement(
        query.updateTable('ticket').set({ closed_at: rig.now, state: 'closed' }).where('closed_at', 'is', null),
      ),
      statement(query.updateTable('customer').set({ special_need: 'life_support' }).where('id', '=', customer_id)),
      statement(
        query.insertInto('verification').values({
          ...{ id: randomUUID(), conversation_id: customer.id, account_number: accountNumber, account_id: accountId },
          ...{ code_hash: '', tries: 1, created_at: rig.now, expires_at: rig.now, verified_at: rig.now },
        }),
      ),
    ]);
    await fault(null, { account_id: accountId });
    await pass(1);
    return wordsOf(await customer.heard()).join();
  }
  async function ladderOf(accountId = DEMO_CUSTOMER.accountId) {
    const { query } = rig.database;
    return query.selectFrom('contact_ladder').select(['state', 'answer']).where('account_id', '=', accountId).execute();
  }

  it('is asked of an account registered for life support whether they are safe, and a call where they need help', async () => {
    const customer = await rig.begin();
    const { query } = rig.database;
    const { accountId } = DEMO_CUSTOMER;
    atLocalTime('02:00');
    const asked = await askedIfSafe(customer);
    expect(asked, 'at night too').to.include('您那里安全吗').and.to.include('[需要帮助]');
    expect(wordsOf(await customer.say('需要帮助'))[0]).to.include('120');
    await pass(1);
    const calls = await query.selectFrom('ticket').selectAll().where('kind', '=', 'callback').execute();
    expect(calls).to.have.length(1);
    expect(calls[0]).to.include({ account_id: accountId, severity: 'P1', responsible_role: 'agent' });
    const sent = await query.selectFrom('sms').select('text').where('text', 'like', '%靠设备%').execute();
    expect(sent).to.have.length(1);
  });

  it('takes the answer to that in words, before any other question and within whatever is going on', async () => {
    for (const [words, answer] of [
      ['是的', 'safe'],
      ['没有', 'help'],
      ['no', 'help'],
      ['是的，需要帮助', 'help'],
    ] as const) {
      const customer = await rig.begin();
      const ticket = await fault(customer);
      await restored(ticket);
      await pass(3);
      expect(wordsOf(await customer.heard()).join()).to.include('您家来电了吗？');
      await askedIfSafe(customer);
      await customer.say(words);
      expect((await ladderOf())[0]?.answer, words).to.equal(answer);
      expect(await history(ticket), 'is not about the fault').to.not.include.members(['still_out']);
      expect(await history(ticket)).to.not.include.members(['supply_back']);
    }
  });

  it('takes it within a dialog, which goes on', async () => {
    const customer = await rig.begin();
    const question = wordsOf(await customer.say('我要投诉你们')).at(-1);
    await askedIfSafe(customer);
    const told = wordsOf(await customer.say('没有'));
    expect((await ladderOf())[0]?.answer).to.equal('help');
    expect(told[0]).to.include('120');
    expect(told.at(-1)).to.equal(question);
  });

  it('puts danger first, and a call with it', async () => {
    const customer = await rig.begin();
    await askedIfSafe(customer);
    const told = wordsOf(await customer.say('没有，家里冒烟着火了'));
    expect(told[0]).to.include('119');
    expect((await ladderOf())[0]?.answer).to.equal('help');
    await pass(1);
    expect((await ladderOf())[0]?.state).to.equal('calling');
  });

  it('still takes it after other news', async () => {
    const customer = await rig.begin();
    await askedIfSafe(customer);
    await change(await fault(customer), { state: 'acknowledged' });
    await pass(3);
    expect(wordsOf(await customer.heard()).join()).to.include('[需要帮助]');
    await customer.say('没有');
    expect((await ladderOf())[0]?.answer).to.equal('help');
  });
});
