import { sweepQuestions } from '../desk/asking/sweep-questions.ts';
import { ContactLadders } from '../desk/notices/contact-ladders.ts';
import { CustomerNotices } from '../desk/notices/customer-notices.ts';
import { localTimeOf } from '../domain/local-time.ts';
import { ticketNumber } from '../domain/tickets/ticket-number.ts';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import type { Database } from '../store/database.ts';
import type { Nerve } from '../store/nerve/nerve.ts';
import { AskingRepository } from '../store/repositories/asking-repository.ts';
import { ContactLadderRepository } from '../store/repositories/contact-ladder-repository.ts';
import { FeederLookRepository } from '../store/repositories/feeder-look-repository.ts';
import { FollowerRepository } from '../store/repositories/follower-repository.ts';
import { TicketBook } from '../store/repositories/ticket-book.ts';
import type { Transcript } from '../store/transcript.ts';

export interface NoticeParts {
  readonly database: Database;
  readonly transcript: Transcript;
  readonly nerve: Nerve;
  readonly profile: UtilityProfile;
  readonly now: () => number;
  readonly newId: () => string;
  /** 0 to 99999. */
  readonly ticketDigits: () => number;
  readonly wake: (conversationId: string) => void;
}

/** One look at what customers have yet to be told: of their tickets, and of outages where a life depends on supply. */
export function composeNotices({ profile, ticketDigits, nerve, newId, ...parts }: NoticeParts): () => Promise<void> {
  const { notices: terms, timeZone } = profile;
  const { database } = parts;
  const notices = new CustomerNotices({ ...parts, terms, timeZone, followers: new FollowerRepository(database) });
  const ladders = new ContactLadders({
    ...{ ...parts, nerve, newId, profile, terms },
    ladders: new ContactLadderRepository(database),
    ticketBook: new TicketBook(database),
    drawNumber: (at) => ticketNumber(localTimeOf(at, timeZone).date.slice(2).replaceAll('-', ''), ticketDigits()),
  });
  const [asking, looks] = [new AskingRepository(database), new FeederLookRepository(database)];
  return async () => {
    await ladders.look();
    await notices.look();
    await sweepQuestions({ database, nerve, asking, looks }, parts.now());
  };
}
