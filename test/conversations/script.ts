import type { Ticket } from '../../store/repositories/ticket-book.ts';
import type { ReleaseTask } from '../../web/protocol/desk/session.ts';
import type { AskedPower } from './power-question.ts';

/** A conversation as data: what the customer, the desk and the clock do, and what has to be answered. */
export interface Script {
  readonly name: string;
  /** Telegram, say: no cards, numbered choices. */
  readonly textOnly?: boolean;
  /** How a channel outside names the customer, the same in several scripts. */
  readonly user?: string;
  /** What the browser prefers before anybody has written. */
  readonly language?: string;
  readonly steps: readonly Step[];
}

export type Step = Act & { readonly expect?: Expectation };

export type Act =
  | { readonly say: string }
  /** Taps a suggested action: it must have been offered by the last answer. */
  | { readonly choose: string }
  | { readonly event: 'join' }
  | { readonly rate: number; readonly words?: string }
  /** WGS-84 latitude and longitude, with no words. */
  | { readonly position: readonly [number, number] }
  | { readonly photo: string }
  /** Sends the number of an account of that kind; `nobody's` is well formed and does not exist. */
  | { readonly account: AccountKind }
  /** Sends the code that the account's phone has got, or another one of the same length. */
  | { readonly code: 'right' | 'wrong' }
  /** The utility's website says that the account's customer is signed in; or that they have signed out. */
  | { readonly site: AccountKind | 'signs out' }
  /** The telephone that is registered for the account changes. */
  | { readonly newPhone: AccountKind }
  | { readonly passMinutes: number }
  /** The sweeper closes what has gone quiet. */
  | { readonly sweep: true }
  /** "Fault known in X" stands for the next message. */
  | { readonly banner: string }
  /** The system has the demo account's customer asked whether they have power, because of an incident that is open or not any more. */
  | { readonly power: 'asked' | 'asked when it is over' }
  /** A person at the desk. */
  | { readonly desk: 'claims' | 'gives back' | 'closes'; readonly next?: ReleaseTask };

export type AccountKind =
  | 'demo'
  /** Its latest bill has a late fee, the one before has none. */
  | 'late fee'
  /** A household with free kWh. */
  | 'free kWh'
  /** On the commercial tariff, something overdue. */
  | 'shop in arrears'
  /** Owes nothing. */
  | 'paid up'
  | 'other'
  | 'commercial'
  | 'time of use'
  | 'disconnected'
  | "nobody's";

export interface Expectation {
  /** Each stands somewhere in what was answered. */
  readonly contains?: readonly string[];
  readonly not?: readonly string[];
  /** The kinds of cards shown, in order; all of them. */
  readonly cards?: readonly string[];
  /** The kind of card, or the words, that came before everything else. */
  readonly first?: string;
  /** Suggested actions of the last answer, each of them among the offered. */
  readonly offers?: readonly string[];
  /** An event that was sent, by name. */
  readonly event?: string;
  /** The incident that the newest ticket belongs to; null where it must be none. */
  readonly incident?: string | null;
  /** How many tickets the conversation has. */
  readonly tickets?: number;
  /** Of the newest ticket's history: part of the data of its newest event of each type. */
  readonly history?: Readonly<Record<string, string>>;
  /** What asking back has left. */
  readonly power?: Partial<AskedPower>;
  /** True where the bot must say nothing. */
  readonly silent?: boolean;
  /** Columns of the conversation's newest ticket; null where there must be none. */
  readonly ticket?: Partial<Ticket> | null;
  /** State of the newest service session. */
  readonly session?: 'bot' | 'queued' | 'assigned' | 'closed';
  /** Columns of the rating of the newest session. */
  readonly rating?: { readonly score: number; readonly words?: string | null };
}
