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
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Something in the conversation waits for the bot. */
  readonly wake: (conversationId: string) => void;
}
