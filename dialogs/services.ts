import type { BillingSource } from '../domain/billing/billing-source.ts';
import type { Measured } from '../domain/desk/expected-wait.ts';
import type { Intent } from '../domain/intent.ts';
import type { ReplyLanguage } from '../domain/language.ts';
import type { Position } from '../domain/places/position.ts';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import type { Understand } from '../nlu/understanding.ts';
import type { Statement } from '../store/database.ts';
import type { AccountRepository } from '../store/repositories/account-repository.ts';
import type { AskingRepository } from '../store/repositories/asking-repository.ts';
import type { AuditRepository } from '../store/repositories/audit-repository.ts';
import type { BindingRepository } from '../store/repositories/binding-repository.ts';
import type { ContactLadderRepository } from '../store/repositories/contact-ladder-repository.ts';
import type { ServiceSession } from '../store/repositories/conversation-repository.ts';
import type { FollowUpRepository } from '../store/repositories/follow-up-repository.ts';
import type { FollowerRepository } from '../store/repositories/follower-repository.ts';
import type { InvoiceRequestRepository } from '../store/repositories/invoice-request-repository.ts';
import type { PlaceNeedRepository } from '../store/repositories/place-need-repository.ts';
import type { RatingRepository } from '../store/repositories/rating-repository.ts';
import type { ReportRepository } from '../store/repositories/report-repository.ts';
import type { TicketBook } from '../store/repositories/ticket-book.ts';
import type { VerificationRepository } from '../store/repositories/verification-repository.ts';
import type { WaitingInbound } from '../store/repositories/waiting-inbound.ts';
import type { CallTaskTable } from '../store/tables/desk-tables.ts';
import type { ToTraditional } from '../strings/traditional.ts';

import type { LearningBook } from './learning/learning-book.ts';
import type { Links } from './links.ts';
import type { Areas } from './places/areas.ts';
import type { Landmarks } from './places/landmarks.ts';
import type { PaymentPlaces } from './places/payment-places.ts';

/** All that dialogs reach beyond the turn itself. Reading may be slow; writing goes into the turn's unit of work. */
export interface Services {
  readonly profile: UtilityProfile;
  readonly understand: Understand;
  readonly toTraditional: ToTraditional;
  readonly content: Content;
  readonly tickets: TicketBook;
  readonly followers: FollowerRepository;
  readonly ladders: ContactLadderRepository;
  /** Who may be asked back whether they have power, and what they answered. */
  readonly asking: AskingRepository;
  readonly reports: Pick<ReportRepository, 'addWordOfAccount'>;
  readonly outages: Outages;
  readonly areas: Areas;
  readonly paymentPlaces: PaymentPlaces;
  readonly landmarks: Landmarks;
  readonly placeNeeds: PlaceNeedRepository;
  readonly billing: BillingSource;
  readonly links: Links;
  readonly accounts: AccountRepository;
  readonly invoices: InvoiceRequestRepository;
  /** Chat accounts that are remembered. */
  readonly bindings: BindingRepository;
  /** What else has been said meanwhile. */
  readonly waiting: WaitingInbound;
  readonly verifications: VerificationRepository;
  readonly audit: AuditRepository;
  readonly ratings: RatingRepository;
  /** Of low ratings. */
  readonly followUps: FollowUpRepository;
  readonly learning: LearningBook;
  readonly desk: Desk;
  readonly draw: Draw;
}

/** What the utility says about a matter: the profile's words, or those edited at the desk. */
export interface Content {
  /** Null where nothing is said about it. */
  answer(intent: Intent, language: ReplyLanguage): Promise<string | null>;
  /** Banners that stand now. */
  banners(now: number): Promise<readonly { readonly id: string; readonly zh: string; readonly en: string }[]>;
}

export interface KnownIncident {
  readonly id: string;
  /** What people call it. */
  readonly number: string;
  readonly area: string;
  readonly openedAt: number;
  /** When supply is expected back, who said so and when; null while not yet assessed. */
  readonly eta: { readonly at: number; readonly source: string; readonly setAt: number } | null;
  /** That the place lies below the device that failed; null where only the area's name says so. */
  readonly here: number | null;
}

/** Where somebody asks from: the words for it, a shared position, a verified account. */
export interface PlaceAsked {
  readonly place: string | null;
  readonly position: Position | null;
  readonly accountId: string | null;
}

export interface KnownPlannedOutage {
  readonly id: string;
  readonly area: string;
  readonly reason: string;
  readonly reasonEn: string;
  readonly announcedAt: number;
  readonly from: number;
  readonly to: number;
}

export interface KnownOutages {
  readonly incidents: readonly KnownIncident[];
  /** Going on or ahead, the next one first. */
  readonly planned: readonly KnownPlannedOutage[];
}

export interface Outages {
  /** What is known at a place in the customer's words; nothing where the place is not recognised. */
  at(place: string, now: number): Promise<KnownOutages>;
  /** What is known where a report is from: faults by the devices that supply it where it can be placed, else by the area's name. */
  here(place: PlaceAsked, now: number): Promise<KnownOutages>;
  /** What is known in an area of the gazetteer. */
  inArea(code: string, now: number): Promise<KnownOutages>;
  /** What is known where an account is supplied. */
  atAccount(accountId: string, now: number): Promise<KnownOutages>;
  /** Puts a ticket on a fault that is known, for the turn's commit; inference may move it where its place says otherwise. */
  join(incidentId: string, ticketId: string, at: number): readonly Statement[];
}

export interface Desk {
  /** How many sessions are served before this one. */
  ahead(session: ServiceSession): Promise<number>;
  /** What the expected wait is reckoned from. */
  measured(at: { readonly now: number; readonly seenSince: number }): Promise<Measured>;
  promiseCall(task: CallTaskTable): Statement;
}

/** The only chance in a dialog. */
export interface Draw {
  /** 0 to 99999. */
  ticketDigits(): number;
  /** Decimal digits. */
  code(length: number): string;
}
