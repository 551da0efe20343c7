import type { LearningBook } from '../dialogs/learning/learning-book.ts';
import type { ClockTerms } from '../domain/tickets/clock-terms.ts';
import type { DeskTerms } from '../domain/utility-profile.ts';
import type { Understand } from '../nlu/understanding.ts';
import type { Database } from '../store/database.ts';
import type { Nerve } from '../store/nerve/nerve.ts';
import type { TurnStatements } from '../store/unit-of-work.ts';
import type { DeskRepositories } from './desk-repositories.ts';

/** What every action of the desk works with. */
export interface DeskParts {
  readonly database: Database;
  readonly repositories: DeskRepositories;
  /** The same statements that turns are written with. */
  readonly statements: TurnStatements;
  readonly nerve: Nerve;
  /** What the engine makes of a message that is corrected. */
  readonly understand: Understand;
  readonly learning: LearningBook;
  /** The service standards that tickets run against. */
  readonly standards: ClockTerms;
  readonly terms: DeskTerms;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Something in the conversation waits for the bot. */
  readonly wake: (conversationId: string) => void;
}
