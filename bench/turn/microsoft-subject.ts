import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { startProgram } from '../../test/support/server-process.ts';
import type { ConnectorSink } from './connector-sink.ts';
import { openConnectorSink } from './connector-sink.ts';
import { post } from './post.ts';
import type { Customer, RunningSubject } from './subject.ts';

/** Starts a bot of Microsoft's way with a sink for its replies. `program`: path from the repository's root. */
export async function startMicrosoft(program: string): Promise<RunningSubject> {
  const sink = await openConnectorSink();
  const server = await startProgram([program], { NODE_ENV: 'production' });
  const agent = new Agent({ keepAlive: true });
  return {
    pid: server.pid,
    helpers: [],
    begin: async (number) => customerOf(`${server.url}/api/messages`, { sink, agent, number }),
    async stop() {
      await server.stop();
      agent.destroy();
      sink.close();
    },
  };
}

function customerOf(
  url: string,
  { sink, agent, number }: { sink: ConnectorSink; agent: Agent; number: number },
): Customer {
  const conversationId = randomUUID();
  return {
    async say(text) {
      const sent = performance.now();
      const reply = sink.nextReply(conversationId);
      const posted = post(url, activityOf({ conversationId, text, number, serviceUrl: sink.url }), { agent });
      const [answered] = await Promise.all([reply, posted]);
      return answered - sent;
    },
    close() {},
  };
}

/** As Azure's Direct Line channel hands a message to a bot. */
function activityOf(said: { conversationId: string; text: string; number: number; serviceUrl: string }) {
  const { conversationId, text, number, serviceUrl } = said;
  const now = new Date().toISOString();
  return {
    type: 'message',
    id: `${conversationId}|${randomUUID()}`,
    timestamp: now,
    localTimestamp: now,
    localTimezone: 'Asia/Shanghai',
    serviceUrl,
    channelId: 'directline',
    from: { id: `dl_${number}`, name: '' },
    conversation: { id: conversationId },
    recipient: { id: 'bot', name: 'Bot' },
    textFormat: 'plain',
    locale: 'zh-CN',
    text,
    entities: [{ type: 'ClientCapabilities', requiresBotState: true, supportsListening: true, supportsTts: true }],
    channelData: { clientActivityID: randomUUID() },
  };
}
