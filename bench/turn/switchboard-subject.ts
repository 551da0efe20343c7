import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { startProgram, temporaryFolder } from '../../test/support/server-process.ts';
import type { WidgetSession } from '../../web/protocol/widget-session.ts';
import { startCommand, startEnvironment } from '../measure/start-command.ts';
import { post } from './post.ts';
import { ANSWER_MS, type Customer, type RunningSubject } from './subject.ts';

/**
 * Starts Switchboard as `npm start` does, with the whole demo utility in its store. That is loaded by a first start, which is
 * ended again: what it leaves in memory is not what a server needs that runs day by day.
 */
export async function startSwitchboard(
  settings: Readonly<Record<string, string>>,
  helpers: RunningSubject['helpers'] = [],
): Promise<RunningSubject> {
  const folder = temporaryFolder();
  const all = {
    ...startEnvironment(),
    NODE_ENV: 'production',
    DATA_DIR: folder.path,
    LOG_LEVEL: 'info',
    // Customers have addresses of their own, as behind a proxy: limits by address are not what is measured.
    TRUSTED_PROXIES: '127.0.0.1',
    ...settings,
  };
  await (await startProgram(startCommand(), all)).stop();
  const server = await startProgram(startCommand(), all);
  const agent = new Agent({ keepAlive: true });
  return {
    pid: server.pid,
    helpers,
    begin: (number) => WidgetCustomer.begin(server.url, { agent, number }),
    async stop() {
      await server.stop();
      agent.destroy();
      folder.remove();
    },
  };
}

interface Frame {
  readonly activities: readonly { readonly id: string; readonly type: string; readonly from: { role?: string } }[];
}

/** Posts by Direct Line, hears by WebSocket: what the widget does. */
class WidgetCustomer implements Customer {
  readonly #url: string;
  readonly #session: WidgetSession;
  readonly #agent: Agent;
  readonly #socket: WebSocket;
  #answered: (at: number) => void = () => {};

  private constructor(given: { url: string; session: WidgetSession; agent: Agent; socket: WebSocket }) {
    this.#url = given.url;
    this.#session = given.session;
    this.#agent = given.agent;
    this.#socket = given.socket;
    this.#socket.on('message', (data) => this.#heard(data.toString()));
  }

  static async begin(url: string, { agent, number }: { agent: Agent; number: number }): Promise<WidgetCustomer> {
    const headers = { 'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` };
    const answer = await post(`${url}/api/widget/session`, {}, { agent, headers });
    const session = JSON.parse(answer) as WidgetSession;
    const socket = new WebSocket(session.streamUrl, { perMessageDeflate: false });
    await once(socket, 'open');
    return new WidgetCustomer({ url, session, agent, socket });
  }

  async say(text: string): Promise<number> {
    const sent = performance.now();
    const answered = new Promise<number>((resolve) => {
      this.#answered = resolve;
    });
    const { conversationId, token } = this.#session;
    const posted = post(
      `${this.#url}/v3/directline/conversations/${conversationId}/activities`,
      { type: 'message', text, locale: 'zh-CN', channelData: { clientActivityID: randomUUID() } },
      { agent: this.#agent, headers: { authorization: `Bearer ${token}` } },
    );
    const [at] = await Promise.all([Promise.race([answered, this.#late()]), posted]);
    return at - sent;
  }

  close(): void {
    this.#socket.close();
  }

  #heard(frame: string): void {
    if (frame === '') return;
    const { activities } = JSON.parse(frame) as Frame;
    if (activities.some(({ type, from }) => type === 'message' && from.role === 'bot')) {
      this.#answered(performance.now());
    }
  }

  async #late(): Promise<never> {
    await delay(ANSWER_MS, undefined, { ref: false });
    throw new Error(`no answer in ${this.#session.conversationId}`);
  }
}
