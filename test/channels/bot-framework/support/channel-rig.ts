import { randomUUID } from 'node:crypto';
import { BlockList } from 'node:net';
import { pino } from 'pino';
import {
  type BotFrameworkSettings,
  createBotFramework,
} from '../../../../channels/bot-framework/create-bot-framework.ts';
import { cors } from '../../../../channels/http/cors.ts';
import { HttpServer } from '../../../../channels/http-server.ts';
import { type ChannelOutbox, channelOutbox } from '../../../../channels/outbox/channel-outbox.ts';
import type { OutboxSettings } from '../../../../channels/outbox/outbox.ts';
import { OutboxRepository } from '../../../../store/repositories/outbox-repository.ts';
import { ConversationRig } from '../../../support/conversation-rig.ts';
import { type ConnectorStandIn, startConnectorStandIn, type TakenMessage } from './connector-stand-in.ts';
import { APP_ID, APP_PASSWORD, type LoginService, startLoginService } from './login-service.ts';

export interface Posted {
  readonly status: number;
  readonly body: unknown;
}

export interface ChannelRigOptions {
  readonly settings?: Partial<BotFrameworkSettings>;
  readonly outbox?: Partial<OutboxSettings>;
  readonly messagesPerMinute?: number;
}

/** Where a customer writes from. */
export interface Thread {
  readonly channelId: string;
  readonly id: string;
}

/** The real turn, store, endpoint and outbox, between a login service and a channel's service on loopback. */
export class ChannelRig {
  readonly bot: ConversationRig;
  readonly login: LoginService;
  readonly connector: ConnectorStandIn;
  readonly outbox: ChannelOutbox;
  readonly rows: OutboxRepository;
  readonly #server: HttpServer;
  readonly #base: string;

  private constructor(given: {
    bot: ConversationRig;
    login: LoginService;
    connector: ConnectorStandIn;
    outbox: ChannelOutbox;
    rows: OutboxRepository;
    server: HttpServer;
    base: string;
  }) {
    this.bot = given.bot;
    this.login = given.login;
    this.connector = given.connector;
    this.outbox = given.outbox;
    this.rows = given.rows;
    this.#server = given.server;
    this.#base = given.base;
  }

  static async open({
    settings = {},
    outbox: outboxSettings = {},
    messagesPerMinute = 1000,
  }: ChannelRigOptions = {}): Promise<ChannelRig> {
    const [bot, connector] = await Promise.all([ConversationRig.open(), startConnectorStandIn()]);
    const login = await startLoginService(connector.serviceUrl);
    const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
    const { database, nerve, turns, services } = bot;
    const now = () => bot.now;
    const rows = new OutboxRepository(database);
    const botFramework = createBotFramework({
      ...{ database, nerve, log, now, outbox: rows },
      conversations: turns.conversations,
      inbox: turns.inbox,
      newId: randomUUID,
      toTraditional: services.toTraditional,
      profile: { limits: { messagesPerMinute, uploadsPerMinute: 10 } },
      settings: {
        app: { id: APP_ID, password: APP_PASSWORD, tenant: null },
        cloud: 'public',
        openIdMetadata: login.metadataUrl,
        login: login.url,
        connectorHosts: ['127.0.0.1'],
        loopback: true,
        ...settings,
      },
    });
    const outbox = channelOutbox({
      ...{ database, nerve, log, now, outbox: rows },
      deliver: botFramework.deliver,
      chance: () => 0.5,
      settings: { everyMs: 20, ...outboxSettings },
    });
    const server = new HttpServer({ publicUrl: null, proxies: new BlockList(), cors: cors([]), log, idPrefix: 't' });
    botFramework.mount(server);
    outbox.start();
    const base = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
    return new ChannelRig({ bot, login, connector, outbox, rows, server, base });
  }

  /** An activity as the channel's service would post it. */
  activity(thread: Thread, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    return {
      type: 'message',
      id: randomUUID(),
      channelId: thread.channelId,
      serviceUrl: this.connector.serviceUrl,
      from: { id: `user-of-${thread.id}`, name: 'Lin' },
      recipient: { id: 'bot', name: 'Switchboard' },
      conversation: { id: thread.id },
      locale: 'en-GB',
      ...more,
    };
  }

  /** Posts with a good token, or with the header given; null for none. */
  async post(
    activity: unknown,
    { authorization, headers = {} }: { authorization?: string | null; headers?: Record<string, string> } = {},
  ): Promise<Posted> {
    const bearer = authorization === undefined ? `Bearer ${await this.login.token()}` : authorization;
    const response = await fetch(`${this.#base}/api/messages`, {
      method: 'POST',
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      headers: {
        'content-type': 'application/json',
        ...(bearer === null ? {} : { authorization: bearer }),
        ...headers,
      },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  /** What the customer sees in answer to words, or to an activity, once all of it has arrived. */
  async say(thread: Thread, said: string | Readonly<Record<string, unknown>>): Promise<TakenMessage[]> {
    const before = this.connector.taken.length;
    const posted = await this.post(this.activity(thread, typeof said === 'string' ? { text: said } : said));
    if (posted.status !== 200) throw new Error(`not taken: ${posted.status} ${JSON.stringify(posted.body)}`);
    await this.quiet();
    return this.connector.taken.slice(before);
  }

  /** Resolves when every turn is done and nothing waits to be sent; the clock runs meanwhile, a hundred times as fast. */
  async quiet(): Promise<void> {
    await this.until(async () => this.bot.turns.mailbox.open === 0 && (await this.rows.nextAt()) === null);
  }

  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 10_000; waited += 5) {
      if (await condition()) return;
      this.bot.pass(500);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('it did not come to pass within 10 s');
  }

  async conversation({ channelId, id }: Thread) {
    const found = await this.bot.turns.conversations.byThread(channelId, id);
    if (!found) throw new Error(`no conversation of ${channelId} ${id}`);
    return found;
  }

  /** States of everything said to a thread, in order. */
  async states(thread: Thread): Promise<string[]> {
    const { id } = await this.conversation(thread);
    const rows = await this.bot.database.query
      .selectFrom('outbox')
      .select('state')
      .where('conversation_id', '=', id)
      .orderBy('seq')
      .execute();
    return rows.map(({ state }) => state);
  }

  async close(): Promise<void> {
    await this.outbox.drain(1000);
    await this.#server.close();
    await this.bot.close();
    await Promise.all([this.login.close(), this.connector.close()]);
  }
}
