import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';
import { pino } from 'pino';
import { StoredInbox } from '../../../bot/turn/inbox.ts';
import { Mailbox } from '../../../bot/turn/mailbox.ts';
import { TurnAdapter } from '../../../bot/turn/turn-adapter.ts';
import { TurnRunner } from '../../../bot/turn/turn-runner.ts';
import { TurnStorage } from '../../../bot/turn/turn-storage.ts';
import { AccessControl } from '../../../channels/directline/access.ts';
import type { DirectLineLimits, DirectLineParts } from '../../../channels/directline/direct-line-parts.ts';
import { mountDirectLine } from '../../../channels/directline/mount-direct-line.ts';
import { SigningKeys } from '../../../channels/directline/signing-keys.ts';
import { Streams } from '../../../channels/directline/streams.ts';
import { Tokens } from '../../../channels/directline/tokens.ts';
import { trustedProxies } from '../../../channels/http/client-address.ts';
import { cors } from '../../../channels/http/cors.ts';
import { HttpServer } from '../../../channels/http-server.ts';
import { migrate } from '../../../store/migrate.ts';
import { MemoryNerve } from '../../../store/nerve/memory-nerve.ts';
import { AttachmentRepository } from '../../../store/repositories/attachment-repository.ts';
import { ConversationRepository } from '../../../store/repositories/conversation-repository.ts';
import { SigningKeyRepository } from '../../../store/repositories/signing-key-repository.ts';
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts';
import { conversationTopic } from '../../../store/topics.ts';
import { Transcript } from '../../../store/transcript.ts';
import { TurnStatements } from '../../../store/unit-of-work.ts';

export const SECRET = 'a secret for tests, long enough';
export const WIDGET_ORIGIN = 'https://utility.example';

export interface EchoService {
  readonly base: string;
  readonly parts: DirectLineParts;
  readonly server: HttpServer;
  /** Sets the service's clock forward. */
  pass(ms: number): void;
  close(): Promise<void>;
}

export interface EchoOptions {
  readonly limits?: Partial<DirectLineLimits>;
  readonly decide?: (context: TurnContext) => Promise<void>;
  readonly secret?: string | null;
  readonly mount?: (server: HttpServer, parts: DirectLineParts) => void;
}

/** A real service around a bot that says everything twice: store, turn, Direct Line; only the bot is simple. */
export async function startEchoService(options: EchoOptions = {}): Promise<EchoService> {
  const folder = mkdtempSync(join(tmpdir(), 'echo-service-'));
  const database = openSqlite({ folder, synchronous: 'NORMAL' });
  await migrate(database);
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const log = pino({ level: 'silent' });
  const nerve = new MemoryNerve(now);
  const conversations = new ConversationRepository(database);
  const transcript = new Transcript(database);
  const newId = () => randomUUID();
  const newSecret = () => randomBytes(32).toString('base64url');
  const runner = new TurnRunner({
    database,
    conversations,
    statements: new TurnStatements(database, transcript),
    adapter: new TurnAdapter(),
    storage: new TurnStorage(),
    log,
    now,
    newId,
    decide: options.decide ?? echo,
    giveUp: () => {},
    committed: ({ work, seq }) => nerve.publish(conversationTopic(work.conversation.id), JSON.stringify({ seq })),
  });
  const mailbox = new Mailbox({
    nerve,
    handleNext: (id, firstTries) => runner.handleNext(id, firstTries),
    failed: (_id, error) => {
      throw error;
    },
  });
  const keys = new SigningKeys({
    keys: new SigningKeyRepository(database),
    purpose: 'directline',
    now,
    newId,
    newSecret,
  });
  const tokens = new Tokens({ keys, now, newId });
  const streams = new Streams({ conversations, nerve, tokens, log, botName: 'Echo' });
  const parts: DirectLineParts = {
    database,
    conversations,
    attachments: new AttachmentRepository(database),
    inbox: new StoredInbox({ database, transcript, conversations, nerve, mailbox, now }),
    nerve,
    tokens,
    access: new AccessControl(tokens, options.secret === undefined ? SECRET : options.secret),
    streams,
    log,
    now,
    newId,
    newSecret,
    botName: 'Echo',
    limits: {
      messagesPerMinute: 1000,
      uploadsPerMinute: 100,
      callsPerMinute: 1000,
      startsPerMinute: 1000,
      fileBytes: 1024 * 1024,
      ...options.limits,
    },
  };
  const server = new HttpServer({
    publicUrl: null,
    proxies: trustedProxies([]),
    cors: cors([WIDGET_ORIGIN]),
    log,
    idPrefix: 'test',
  });
  mountDirectLine(server, parts);
  options.mount?.(server, parts);
  const port = await server.listen(0, '127.0.0.1');
  return {
    base: `http://127.0.0.1:${port}`,
    parts,
    server,
    pass: (ms) => {
      ahead += ms;
    },
    async close() {
      streams.close();
      await server.close(1000);
      await mailbox.drain();
      await nerve.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function echo(context: TurnContext): Promise<void> {
  const { type, text } = context.activity;
  if (type === 'message') await context.sendActivity(`You said: ${text ?? ''}`);
}
