import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeLinks } from '../../bot/compose-links.ts';
import { composeServices } from '../../bot/compose-services.ts';
import { composeTurns, type Turns } from '../../bot/compose-turns.ts';
import { loadDemo } from '../../bot/load-demo.ts';
import { createLogger } from '../../bot/logger.ts';
import { loadAnswers } from '../../data/profile/load-answers.ts';
import { loadProfile } from '../../data/profile/profile-schema.ts';
import { incidentsAt } from '../../desk/incidents/incidents-at.ts';
import { NetworkBook } from '../../desk/incidents/network-book.ts';
import { openAddressReader } from '../../desk/incidents/placement/open-address-reader.ts';
import { ReportPlacer } from '../../desk/incidents/placement/report-placer.ts';
import type { Services } from '../../dialogs/services.ts';
import type { BillingSource } from '../../domain/billing/billing-source.ts';
import { openModel } from '../../nlu/artefact/load-model.ts';
import { createUnderstand } from '../../nlu/create-understand.ts';
import { loadPlaceFinder } from '../../nlu/places/load-place-finder.ts';
import type { Understand } from '../../nlu/understanding.ts';
import { type Database, statement } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { MemoryNerve } from '../../store/nerve/memory-nerve.ts';
import { newConversation, type TranscriptActivity } from '../../store/repositories/conversation-repository.ts';
import { IncidentRepository } from '../../store/repositories/incident-repository.ts';
import { NetworkRepository } from '../../store/repositories/network-repository.ts';
import { PlacementRepository } from '../../store/repositories/placement-repository.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';

/** Tuesday, 24 November 2026, 10:00 in Dongguan. */
export const RIG_NOW = Date.parse('2026-11-24T10:00:00+08:00');

/** Where the rig says that it is reached. */
export const RIG_URL = 'https://switchboard.example';

export interface RigReply {
  readonly author: string;
  /** As a text-only channel would show it: words, card and choices. */
  readonly text: string;
  readonly activity: Readonly<Record<string, unknown>>;
}

/** One conversation through the real turn and the real store. */
export interface RigConversation {
  readonly id: string;
  /** Sends a text, or a whole activity, and resolves with what was said in answer. */
  say(message: string | Readonly<Record<string, unknown>>): Promise<RigReply[]>;
  /** What was said since, without anything being sent, once all is handled. */
  heard(): Promise<RigReply[]>;
  transcript(): Promise<TranscriptActivity[]>;
}

/** A whole Switchboard without HTTP: embedded store in a temporary folder, the demo utility, a clock that tests move. */
export class ConversationRig {
  readonly database: Database;
  readonly turns: Turns;
  readonly services: Services;
  readonly nerve: MemoryNerve;
  readonly #folder: string;
  readonly #clock: { now: number };

  private constructor(given: {
    database: Database;
    turns: Turns;
    services: Services;
    nerve: MemoryNerve;
    folder: string;
    clock: { now: number };
  }) {
    this.database = given.database;
    this.turns = given.turns;
    this.services = given.services;
    this.nerve = given.nerve;
    this.#folder = given.folder;
    this.#clock = given.clock;
  }

  /**
   * `understand`: puts something in the engine's place for what a test must be able to rely on. `billing`: another source of
   * what is billed than our own tables.
   */
  static async open(
    options: {
      understand?: (engine: Understand) => Understand;
      billing?: (database: Database, now: () => number) => Promise<BillingSource>;
    } = {},
  ): Promise<ConversationRig> {
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-'));
    const database = openSqlite({ folder, synchronous: 'NORMAL' });
    await migrate(database);
    const clock = { now: RIG_NOW };
    const now = () => clock.now;
    const profile = loadProfile(json('../../data/profile/demo.json'));
    const answers = loadAnswers(json('../../data/profile/answers.json'), profile);
    await loadDemo(database, { profile, now: () => RIG_NOW, holder: 'rig', premises: 800, withoutStaff: true });
    const nerve = new MemoryNerve(now);
    const places = loadPlaceFinder();
    const { model, digest } = openModel();
    const engine = createUnderstand({ model, places });
    const understand = options.understand?.(engine) ?? engine;
    const located = {
      incidents: new IncidentRepository(database),
      network: new NetworkBook({ repository: new NetworkRepository(database), now }),
      placer: new ReportPlacer(new PlacementRepository(database), openAddressReader()),
      now,
    };
    const { links } = composeLinks({
      ...{ database, profile, now, newId: randomUUID, payKey: undefined, local: true },
      newSecret: () => randomBytes(32).toString('base64url'),
      baseUrl: () => RIG_URL,
    });
    const services = await composeServices({
      links,
      database,
      profile,
      answers,
      understand,
      model: digest,
      places,
      incidentsAt: (place) => incidentsAt(located, place),
      ...(options.billing ? { billing: await options.billing(database, now) } : {}),
    });
    const turns = composeTurns({
      database,
      nerve,
      services,
      log: createLogger(process.env.TEST_LOG ?? 'silent'),
      now,
      newId: randomUUID,
      observe: () => {},
      failed: () => {},
    });
    return new ConversationRig({ database, turns, services, nerve, folder, clock });
  }

  get now(): number {
    return this.#clock.now;
  }

  /** Moves the clock. */
  pass(milliseconds: number): void {
    this.#clock.now += milliseconds;
  }

  async begin(options: { language?: string; reference?: string; userId?: string } = {}): Promise<RigConversation> {
    const id = randomUUID();
    const conversation = newConversation({
      id,
      channel: options.reference ? 'telegram' : 'directline',
      thread: id,
      userId: options.userId ?? `dl_${id}`,
      reference: options.reference ?? null,
      language: options.language ?? null,
      now: this.now,
    });
    const { database, turns } = this;
    await database.commit([statement(database.query.insertInto('conversation').values(conversation))]);
    let last = 0;
    const heard = async () => {
      const rows = await this.settled(id);
      const fresh = rows.filter(({ seq, direction }) => seq > last && direction === 'out');
      last = rows.at(-1)?.seq ?? last;
      return fresh.map(replyOf);
    };
    const transcript = () => turns.conversations.transcriptAfter(id, 0, 10_000);
    return {
      id,
      transcript,
      heard,
      say: async (message) => {
        const body = typeof message === 'string' ? { type: 'message', text: message } : message;
        this.pass(1000);
        await turns.inbox.accept({
          conversationId: id,
          messageId: randomUUID(),
          author: 'customer',
          authorId: 'dl',
          body,
        });
        return heard();
      },
    };
  }

  /** The transcript once nothing in the conversation waits to be handled. */
  async settled(id: string): Promise<TranscriptActivity[]> {
    for (let waited = 0; waited < 10_000; waited += 2) {
      const rows = await this.turns.conversations.transcriptAfter(id, 0, 10_000);
      if (rows.every(({ handling }) => handling !== 'pending') && this.turns.mailbox.open === 0) return rows;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    throw new Error(`conversation ${id} was not handled within 10 s`);
  }

  async close(): Promise<void> {
    await this.turns.mailbox.drain();
    await this.nerve.close();
    await this.database.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function replyOf({ author, body }: TranscriptActivity): RigReply {
  const activity = JSON.parse(body) as Record<string, unknown>;
  return { author, activity, text: wordsOf(activity) };
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** All words of a reply: its text, its card's, and what it offers. */
function wordsOf(activity: Record<string, unknown>): string {
  const { text, name, value, attachments, suggestedActions } = activity as {
    text?: string;
    name?: string;
    value?: unknown;
    attachments?: { content?: unknown }[];
    suggestedActions?: { actions: { title: string }[] };
  };
  if (name) return `${name} ${JSON.stringify(value)}`;
  const offers = suggestedActions?.actions.map(({ title }) => `[${title}]`).join(' ');
  const cards = (attachments ?? []).map(({ content }) => stringsOf(content).join('\n'));
  return [text, ...cards, offers].filter(Boolean).join('\n');
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
