import type { AskingTerms } from './asking/asking-terms.ts';
import type { ApplianceId } from './billing/appliances.ts';
import type { LateFeeRule } from './billing/late-fee.ts';
import type { Rounding } from './billing/rounding.ts';
import type { EarlierTariff, Tariff, TariffId } from './billing/tariff.ts';
import type { FloorTerms } from './floor/floor-terms.ts';
import type { RatingTerms } from './ratings/rating-terms.ts';

/**
 * All that differs from one utility to the next: one file, validated when the service starts. Durations carry their
 * unit in the name; days of the week count from 1, Monday; dates are local, YYYY-MM-DD.
 */
export interface UtilityProfile {
  /** True where figures are made up for a demonstration; pages and the desk say so. */
  readonly demo: boolean;
  readonly name: Words;
  readonly shortName: Words;
  readonly contact: Contact;
  readonly brand: Brand;
  /** IANA name. */
  readonly timeZone: string;
  /** When people stand at the desk; the bot answers always. */
  readonly officeHours: OfficeHours;
  readonly holidays: readonly Holiday[];
  /** Days at a weekend that are worked to make up for a holiday. */
  readonly workingDays: readonly WorkingDay[];
  readonly standards: ServiceStandards;
  readonly safety: { readonly keepAwayMetres: Figure };
  readonly tariffs: Readonly<Record<TariffId, TariffOffer>>;
  readonly billing: BillingTerms;
  readonly campaigns: readonly Campaign[];
  /** How much appliances draw, for answers to "what would it cost". */
  readonly appliances: readonly Appliance[];
  /** Lengths of account numbers, the utility's own first. */
  readonly accountNumberLengths: readonly number[];
  /** What account numbers begin with, so that none is taken for a payment card's; empty where it may be anything. */
  readonly accountNumberPrefixes: readonly string[];
  readonly paymentMethods: readonly PaymentMethod[];
  /** The utility's page to pay at; null where it has none that takes our references. */
  readonly payLink: PayLinkTerms | null;
  /** Bills as PDF and pictures: how long their links are good. */
  readonly documents: { readonly linkMinutes: number };
  readonly session: { readonly idleMinutes: number };
  readonly desk: DeskTerms;
  readonly floor: FloorTerms;
  readonly verification: VerificationTerms;
  readonly identity: IdentityTerms;
  readonly learning: LearningTerms;
  readonly reliability: ReliabilityTerms;
  readonly ratings: RatingTerms;
  readonly figures: FigureSettings;
  readonly notices: NoticeTerms;
  readonly asking: AskingTerms;
  readonly integrations: IntegrationTerms;
  readonly limits: { readonly messagesPerMinute: number; readonly uploadsPerMinute: number };
}

export interface PayLinkTerms {
  /** Its address, with `{reference}` in it. The demo's own begins with a slash. */
  readonly url: string;
  /** How long a reference is good. */
  readonly minutes: number;
}

/** One thing said in Chinese (simplified) and in English. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A figure and whether the utility stands by it: what is only generally known is not confirmed. */
export interface Figure {
  readonly value: number;
  readonly confirmed: boolean;
}

export interface Contact {
  readonly hotline: string;
  readonly emergency: { readonly police: string; readonly fire: string; readonly ambulance: string };
  readonly website: string;
}

/** CSS colours; contrast against white is the designer's to keep. */
export interface Brand {
  readonly primary: string;
  readonly accent: string;
}

/** What figures of service are held against. */
export interface FigureSettings {
  /** Who waits for a person is to be taken over within so long. */
  readonly answerWithinSeconds: Figure;
  /** Who comes with a matter again within so long was not helped. */
  readonly repeatWithinDays: number;
}

export interface OfficeHours {
  readonly days: readonly { readonly days: readonly number[]; readonly from: string; readonly to: string }[];
  readonly onHolidays: 'as_usual' | 'closed';
}

export interface WorkingDay {
  readonly date: string;
  /** The weekday, 1 to 5, whose hours hold on it. */
  readonly as: number;
  readonly confirmed: boolean;
}

export interface Holiday extends Words {
  readonly date: string;
  readonly confirmed: boolean;
}

export interface ServiceStandards {
  /** From report to arrival, on average. */
  readonly arrivalMinutes: Readonly<Record<Zone, Figure>>;
  /** The national floor. */
  readonly arrivalFloorMinutes: Readonly<Record<Zone, Figure>>;
  /** From arrival to supply restored. */
  readonly restorationHours: Readonly<Record<Zone, Figure>>;
  /** Zones of towns (nine digits) and villages (twelve); where an area is absent, its premises tell. */
  readonly zones: readonly { readonly code: string; readonly zone: Zone; readonly confirmed: boolean }[];
  /** The days of the common week that count where a standard is given in working days; 1 is Monday. */
  readonly workingWeekdays: readonly number[];
  readonly dispatchMinutes: Figure;
  readonly importantDispatchMinutes: Figure;
  readonly importantArrivalMinutes: Figure;
  /** How much of a clock may pass before people are warned, by severity. */
  readonly warnAtPercent: Readonly<Record<'P1' | 'P2' | 'P3' | 'P4', Figure>>;
  /** A ticket that was chased up so often goes before its like. */
  readonly raiseAfterChases: number;
  readonly callBackHours: Figure;
  readonly plannedOutageNoticeDays: Figure;
  readonly urgentMaintenanceNoticeHours: Figure;
  readonly reconnectionHours: Figure;
  readonly damageVisitHours: Figure;
  readonly meterWorkingDays: Figure;
  readonly complaintContactHours: Figure;
  readonly complaintAnswerWorkingDays: Figure;
}

export type Zone = 'urban' | 'rural' | 'remote';

export interface TariffOffer {
  readonly name: Words;
  readonly note: Words;
  readonly confirmed: boolean;
  readonly rates: Tariff;
  readonly earlier?: readonly EarlierTariff[];
}

export interface BillingTerms {
  /** Day of the month after, on which bills are issued, and the last day to pay without a late fee. */
  readonly issueDay: number;
  readonly dueDay: number;
  readonly rounding: Rounding;
  readonly lateFees: { readonly residential: LateFeeRule; readonly other: LateFeeRule };
  /** Supply may be cut so many days after the due date, after a demand and a notice. */
  readonly disconnection: {
    readonly overdueDays: Figure;
    readonly noticeDays: { readonly from: number; readonly to: number; readonly confirmed: boolean };
    readonly finalNoticeMinutes: Figure;
  };
}

/** Something on offer for a while. */
export interface Campaign {
  readonly id: string;
  readonly name: Words;
  /** What it is and what to do for it. */
  readonly what: Words;
  /** Local days, both included. */
  readonly from: string;
  readonly until: string;
  /** Whom it is for: the tariffs, and whether nothing may be overdue; `words` say the same. */
  readonly eligibility: { readonly tariffs: readonly TariffId[]; readonly paidUp: boolean; readonly words: Words };
}

/** A middling appliance, and how it is used where a customer does not say. */
export interface Appliance {
  readonly id: ApplianceId;
  readonly name: Words;
  readonly watts: Figure;
  readonly minutesPerDay: number;
  /** Hour of the day, 0 to 23. */
  readonly fromHour: number;
}

export interface PaymentMethod {
  readonly id: string;
  readonly name: Words;
  readonly how: Words;
}

/** How the reliability of supply is reckoned. */
export interface ReliabilityTerms {
  /** An interruption that lasts longer counts; one as long or shorter is momentary. */
  readonly sustainedAfterMinutes: Figure;
}

/** How long messages to learn from are kept while nobody has labelled them. */
export interface LearningTerms {
  /** So many that nobody has decided about; the oldest give way. */
  readonly keepOpen: number;
  /** Since the like of it was said last. */
  readonly keepDays: number;
}

/** How conversations come to people. */
export interface DeskTerms {
  /** `push`: given to whoever is free; `pull`: people take them. */
  readonly assignment: 'pull' | 'push';
  /** Whose desk has been silent for so long is gone, and what they have goes back to the queue. */
  readonly graceSeconds: number;
  /** Callbacks are promised within windows of so many hours. */
  readonly callbackHours: number;
}

export interface IdentityTerms {
  /** A conversation stays verified so long by an identity that the website has signed, however busy it is. */
  readonly siteMinutes: number;
  /** A chat account is remembered so long. */
  readonly bindingDays: number;
}

/** Proof of who is asking: a code by text message to the registered phone. */
export interface VerificationTerms {
  readonly codeLength: number;
  readonly expiryMinutes: number;
  readonly tries: number;
  /** After so long without a word the proof no longer holds. */
  readonly idleMinutes: number;
}

/** When and how customers are told of what they have reported, without their asking. */
export interface NoticeTerms {
  /** Local times, HH:MM; between them nobody is written to but in danger, or who asked for it. May pass midnight. */
  readonly quietHours: { readonly from: string; readonly to: string };
  /** After a change so long is waited for others, which go into the same message. */
  readonly mergeMinutes: number;
  /** Between two messages on the same matter. */
  readonly gapMinutes: number;
  /** Whoever wrote so recently is there, and may be answered at night. */
  readonly presentMinutes: number;
  /** Accounts registered for life support: when somebody calls, where the message was not answered. */
  readonly lifeSupportCallMinutes: number;
}

/** Other systems that call us, and that we call. */
export interface IntegrationTerms {
  readonly callsPerMinute: number;
  /** Networks (CIDR) inside the utility that webhooks may be sent to; else only public addresses. */
  readonly webhookNetworks: readonly string[];
}
