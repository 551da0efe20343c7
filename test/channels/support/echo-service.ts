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
import { type Channels, createChannels } from '../../../channels/create-channels.ts';
import type { HttpServer } from '../../../channels/http-server.ts';
import type { IdentityKeys } from '../../../channels/identity/site-identities.ts';
import type { UtilityProfile } from '../../../domain/utility-profile.ts';
import type { Database } from '../../../store/database.ts';
import { migrate } from '../../../store/migrate.ts';
import { MemoryNerve } from '../../../store/nerve/memory-nerve.ts';
import type { Nerve } from '../../../store/nerve/nerve.ts';
import { ConversationRepository } from '../../../store/repositories/conversation-repository.ts';
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts';
import { conversationTopic } from '../../../store/topics.ts';
import { Transcript } from '../../../store/transcript.ts';
import { TurnStatements } from '../../../store/unit-of-work.ts';

export const SECRET = 'a secret for tests, long enough';
export const WIDGET_ORIGIN = 'https://utility.example';

const PROFILE = {
  name: { zh: '示例供电局', en: 'Example Power' },
  shortName: { zh: '示例供电', en: 'Example' },
  contact: {
    hotline: '95598',
    emergency: { police: '110', fire: '119', ambulance: '120' },
    website: 'https://utility.example',
  },
  brand: { primary: '#0b5d66', accent: '#b35c00' },
  limits: { messagesPerMinute: 1000, uploadsPerMinute: 100 },
  identity: { siteMinutes: 60, bindingDays: 180 },
} as const;

export interface EchoService {
  readonly base: string;
  readonly channels: Channels;
  readonly database: Database;
  readonly conversations: ConversationRepository;
  readonly nerve: Nerve;
  /** Sets the service's clock forward. */
  pass(ms: number): void;
  close(): Promise<void>;
}

export interface EchoOptions {
  readonly limits?: Partial<UtilityProfile['limits']>;
  readonly decide?: (context: TurnContext) => Promise<void>;
  readonly secret?: string | null;
  readonly trustedProxies?: readonly string[];
  readonly identity?: IdentityKeys;
  readonly mount?: (server: HttpServer) => void | Promise<void>;
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
  const channels = createChannels({
    database,
    conversations,
    inbox: new StoredInbox({
      ...{ database, transcript, conversations, nerve, mailbox, now },
      cards: { accountLengths: [16], accountPrefixes: ['03'] },
      speaksOfDanger: () => false,
    }),
    nerve,
    log,
    now,
    newId,
    newSecret: () => randomBytes(32).toString('base64url'),
    profile: { ...PROFILE, limits: { ...PROFILE.limits, ...options.limits } },
    status: { queuePlace: async () => 2, deskName: async () => 'A-07' },
    settings: {
      publicUrl: null,
      trustedProxies: options.trustedProxies ?? [],
      widgetOrigins: [WIDGET_ORIGIN],
      directLineSecret: options.secret === undefined ? SECRET : options.secret,
      identity: options.identity ?? { jwt: null, secret: null },
    },
    wake: (id) => mailbox.wake(id),
  });
  await options.mount?.(channels.server);
  const port = await channels.server.listen(0, '127.0.0.1');
  return {
    base: `http://127.0.0.1:${port}`,
    channels,
    database,
    conversations,
    nerve,
    pass: (ms) => {
      ahead += ms;
    },
    async close() {
      await channels.drain(1000);
      await mailbox.drain();
      await channels.close();
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
