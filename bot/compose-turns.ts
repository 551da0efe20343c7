import type { Logger } from 'pino';
import { FollowUpWatch } from '../desk/ratings/follow-up-watch.ts';
import { TicketWatch } from '../desk/tickets/ticket-watch.ts';
import { ZoneFinder } from '../desk/tickets/zone-finder.ts';
import { SwitchboardBot } from '../dialogs/bot.ts';
import { giveUp } from '../dialogs/people/give-up.ts';
import type { Services } from '../dialogs/services.ts';
import { clockTermsOf } from '../domain/tickets/clock-terms.ts';
import type { Database } from '../store/database.ts';
import type { Inbox } from '../store/inbox.ts';
import type { Nerve } from '../store/nerve/nerve.ts';
import { ConversationRepository } from '../store/repositories/conversation-repository.ts';
import { DeskTicketRepository } from '../store/repositories/desk-ticket-repository.ts';
import { DutyRepository } from '../store/repositories/duty-repository.ts';
import { TicketBook } from '../store/repositories/ticket-book.ts';
import { TicketNoticeRepository } from '../store/repositories/ticket-notice-repository.ts';
import { ZoneRepository } from '../store/repositories/zone-repository.ts';
import { conversationTopic, DESK_TOPIC, OUTBOX_TOPIC } from '../store/topics.ts';
import { Transcript } from '../store/transcript.ts';
import { TurnStatements } from '../store/unit-of-work.ts';
import { composeNotices } from './compose-notices.ts';
import { createDangerInWords } from './turn/danger-in-words.ts';
import { IdleSessions } from './turn/idle-sessions.ts';
import { StoredInbox } from './turn/inbox.ts';
import { IntegrationRetention } from './turn/integration-retention.ts';
import { LearningRetention } from './turn/learning-retention.ts';
import { Mailbox } from './turn/mailbox.ts';
import { MoneyRetention } from './turn/money-retention.ts';
import { Sweeper } from './turn/sweeper.ts';
import { TurnAdapter } from './turn/turn-adapter.ts';
import { type CommittedTurn, TurnRunner } from './turn/turn-runner.ts';
import { TurnState } from './turn/turn-state.ts';
import { TurnStorage } from './turn/turn-storage.ts';

export interface TurnParts {
  readonly database: Database;
  readonly nerve: Nerve;
  readonly services: Services;
  readonly log: Logger;
  readonly now: () => number;
  readonly newId: () => string;
  /** Told of every committed turn, for metrics. */
  readonly observe: (turn: CommittedTurn) => void;
  readonly failed: () => void;
}

export interface Turns {
  readonly conversations: ConversationRepository;
  readonly transcript: Transcript;
  readonly statements: TurnStatements;
  readonly inbox: Inbox;
  readonly mailbox: Mailbox;
  readonly sweeper: Sweeper;
}

/** Everything between an activity that comes in and its committed turn. */
export function composeTurns(parts: TurnParts): Turns {
  const { database, nerve, services, log, now, newId } = parts;
  const conversations = new ConversationRepository(database);
  const transcript = new Transcript(database);
  const statements = new TurnStatements(database, transcript);
  const storage = new TurnStorage();
  const bot = new SwitchboardBot(new TurnState(storage), services);

  const committed = (turn: CommittedTurn) => {
    announce(nerve, turn);
    if (turn.work.comesBack) mailbox.wake(turn.work.conversation.id);
    parts.observe(turn);
  };
  const runner = new TurnRunner({
    database,
    conversations,
    statements,
    adapter: new TurnAdapter(),
    storage,
    log,
    now,
    newId,
    decide: (context) => bot.run(context),
    giveUp: (work) => giveUp(work, { contact: services.profile.contact, toTraditional: services.toTraditional }),
    committed,
  });
  const mailbox = new Mailbox({
    nerve,
    handleNext: (id, firstTries, failures) => runner.handleNext(id, firstTries, failures),
    failed: (conversation, error) => {
      parts.failed();
      log.error({ conversation, err: error }, 'a turn failed');
    },
  });
  const inbox = new StoredInbox({
    ...{ database, transcript, conversations, nerve, mailbox, now },
    cards: {
      accountLengths: services.profile.accountNumberLengths,
      accountPrefixes: services.profile.accountNumberPrefixes,
    },
    speaksOfDanger: createDangerInWords(services.understand),
  });
  const idle = new IdleSessions({ database, conversations, transcript, mailbox, now, services });
  const { candidates } = services.learning;
  const retention = new LearningRetention({ database, candidates, terms: services.profile.learning, now });
  const integrations = new IntegrationRetention({ database, now });
  const money = new MoneyRetention({ database, now });
  const watch = new TicketWatch({
    database,
    nerve,
    now,
    standards: clockTermsOf(services.profile),
    zones: new ZoneFinder({
      areas: services.areas,
      premises: new ZoneRepository(database),
      settled: services.profile.standards.zones,
      now,
    }),
    repositories: {
      tickets: new DeskTicketRepository(database),
      ticketBook: new TicketBook(database),
      ticketNotices: new TicketNoticeRepository(database),
      duties: new DutyRepository(database),
    },
  });
  const followUps = new FollowUpWatch({ database, now, followUps: services.followUps });
  const sweeper = new Sweeper({
    conversations,
    mailbox,
    log,
    now,
    closeIdle: () => idle.close(),
    watchTickets: async () => {
      await watch.look();
      await followUps.look();
    },
    tellCustomers: composeNotices({
      ...{ database, transcript, nerve, now, newId, profile: services.profile },
      ticketDigits: () => services.draw.ticketDigits(),
      wake: (id) => mailbox.wake(id),
    }),
    forget: async () => {
      await retention.forget();
      await integrations.forget();
      await money.forget();
    },
  });
  return { conversations, transcript, statements, inbox, mailbox, sweeper };
}

/** Says that there is something new: to the conversation's streams, to the desk, to the outbox. */
function announce(nerve: Nerve, { work, seq }: CommittedTurn): void {
  const conversationId = work.conversation.id;
  if (work.replies.length > 0) nerve.publish(conversationTopic(conversationId), JSON.stringify({ seq }));
  if (work.replies.length > 0 && work.conversation.reference !== null) nerve.publish(OUTBOX_TOPIC, conversationId);
  for (const event of work.deskEvents) nerve.publish(DESK_TOPIC, JSON.stringify(event));
  nerve.publish(DESK_TOPIC, JSON.stringify({ type: 'conversation', conversationId, seq }));
}
