import { z } from 'zod';
import {
  type MemberAdd,
  type MemberChange,
  memberAddedSchema,
  memberListSchema,
  memberSchema,
  oneTimePasswordSchema,
  ownAccountSchema,
  type PasswordChange,
  type ProofRequest,
  recoveryCodesSchema,
  signInListSchema,
  totpSetupSchema,
} from '../../protocol/desk/account.ts';
import { auditListSchema, auditVerificationSchema } from '../../protocol/desk/audit.ts';
import {
  type answerEditSchema,
  answerListSchema,
  type bannerCreateSchema,
  bannerListSchema,
  deadLetterListSchema,
} from '../../protocol/desk/content.ts';
import { figuresSchema, wallboardSchema } from '../../protocol/desk/figures.ts';
import {
  floorAlertListSchema,
  floorSchema,
  type reassignSchema,
  staffWordListSchema,
  type takeOverSchema,
  type whisperSchema,
} from '../../protocol/desk/floor.ts';
import {
  feederDiagramSchema,
  feederListSchema,
  type incidentAskingSchema,
  type incidentCloseSchema,
  type incidentConfirmSchema,
  type incidentCrewSchema,
  incidentDetailSchema,
  type incidentEtaSchema,
  incidentListSchema,
  type incidentMergeSchema,
  incidentNamedSchema,
  type incidentOpenSchema,
  type incidentQuerySchema,
  type incidentRejectSchema,
  type incidentResponsibleSchema,
  type incidentRestoreSchema,
  type incidentSplitSchema,
  type incidentTicketSchema,
  looseTicketListSchema,
} from '../../protocol/desk/incident.ts';
import {
  type CorrectionRequest,
  type LearningLabel,
  learningItemSchema,
  learningListSchema,
} from '../../protocol/desk/learning.ts';
import {
  hoursMeaningSchema,
  type landmarkCreateSchema,
  type landmarkEditSchema,
  landmarkListSchema,
  type placeCreateSchema,
  type placeEditSchema,
  placeHistorySchema,
  placeImportAnswerSchema,
  type placeImportSchema,
  placeListSchema,
  placeNeedsSchema,
  townListSchema,
} from '../../protocol/desk/place.ts';
import {
  type FollowUpMoveRequest,
  followUpListSchema,
  ownRatingsSchema,
  ratingListSchema,
  ratingReportSchema,
} from '../../protocol/desk/rating.ts';
import { reliabilitySchema } from '../../protocol/desk/reliability.ts';
import { type DutyEdit, rosterSchema } from '../../protocol/desk/roster.ts';
import {
  type agentMessageSchema,
  callListSchema,
  type closeSchema,
  colleagueListSchema,
  type noteSchema,
  type releaseSchema,
  sessionDetailSchema,
  sessionListSchema,
  transcriptPageSchema,
  type transferSchema,
} from '../../protocol/desk/session.ts';
import { sessionBillsSchema, sessionRepliesSchema } from '../../protocol/desk/session-help.ts';
import { meSchema, signedOutSchema, signInOptionsSchema, type signInRequestSchema } from '../../protocol/desk/staff.ts';
import {
  ticketDetailSchema,
  ticketListSchema,
  type ticketMoveSchema,
  ticketNoticeListSchema,
  type ticketResponsibleSchema,
  type ticketZoneSchema,
} from '../../protocol/desk/ticket.ts';
import type { Caller } from './caller.ts';

export type DeskApi = ReturnType<typeof createDeskApi>;

export interface TicketFilter {
  readonly state: string | null;
  readonly severity: string | null;
  /** Only those that the reader is responsible for. */
  readonly mine: boolean;
  /** `at_risk`, `breached`, or null for all. */
  readonly clock: string | null;
}

export interface MemberFilter {
  readonly search: string | null;
  readonly role: string | null;
  readonly active: 'true' | 'false' | null;
}

export interface LearningFilter {
  readonly state: string;
  readonly reason: string | null;
  readonly language: string | null;
  readonly intent: string | null;
}

export interface PlaceFilter {
  readonly words: string | null;
  readonly town: string | null;
  readonly service: string | null;
  readonly kind: string | null;
  /** Only those that are closed for a while. */
  readonly closed: boolean;
}

export interface ReliabilityFilter {
  readonly town: string | null;
  /** YYYY-MM, both or none. */
  readonly from: string | null;
  readonly to: string | null;
}

export type IncidentFilter = z.input<typeof incidentQuerySchema>;

/** What is decided about an incident, by the move's name. */
export interface IncidentMoves {
  readonly confirm: z.input<typeof incidentConfirmSchema>;
  readonly reject: z.input<typeof incidentRejectSchema>;
  readonly merge: z.input<typeof incidentMergeSchema>;
  readonly tickets: z.input<typeof incidentTicketSchema>;
  readonly crew: z.input<typeof incidentCrewSchema>;
  readonly eta: z.input<typeof incidentEtaSchema>;
  readonly responsible: z.input<typeof incidentResponsibleSchema>;
  readonly asking: z.input<typeof incidentAskingSchema>;
  readonly restore: z.input<typeof incidentRestoreSchema>;
  readonly close: z.input<typeof incidentCloseSchema>;
}

/** Local days, YYYY-MM-DD, both included. */
export interface DaysFilter {
  readonly from: string;
  readonly to: string;
}

export interface AuditFilter {
  readonly account: string | null;
  readonly actor: string | null;
  readonly action: string | null;
  readonly subject: string | null;
}

/** Which part of a transcript: the newest, or what lies before or after a seq. */
export interface Stretch {
  readonly before?: number;
  readonly after?: number;
  readonly limit?: number;
}

/** The desk's calls by name; what they take and give is web/protocol/desk. */
export function createDeskApi(caller: Caller) {
  const post = <T>(path: string, body: unknown, schema: z.ZodType<T>) =>
    caller.send({ method: 'POST', path, body, schema });
  const remove = (path: string) => caller.send({ method: 'DELETE', path, schema: nothing });
  return {
    signIn: (request: z.infer<typeof signInRequestSchema>) => post('sign-in', request, meSchema),
    signOut: () => post('sign-out', undefined, signedOutSchema.optional()),
    signInOptions: () => caller.get('sign-in-options', signInOptionsSchema),
    me: () => caller.get('me', meSchema),
    isProved: () => caller.get('proof', nothing),
    prove: (proof: ProofRequest) => post('proof', proof, nothing),

    ownAccount: () => caller.get('my-account', ownAccountSchema),
    changePassword: (change: PasswordChange) => post('my-password', change, meSchema),
    beginTotp: () => post('my-totp', undefined, totpSetupSchema),
    confirmTotp: (code: string) => post('my-totp/confirmation', { code }, recoveryCodesSchema),
    removeTotp: () => remove('my-totp'),
    renewRecoveryCodes: () => post('my-recovery-codes', undefined, recoveryCodesSchema),
    ownSignIns: (cursor: string | null) => caller.get(`my-sessions${query({ cursor })}`, signInListSchema),
    endOwnSignIn: (id: string) => remove(`my-sessions/${part(id)}`),
    endOtherSignIns: () => remove('my-sessions'),

    members: (filter: MemberFilter, cursor: string | null) =>
      caller.get(`staff${query({ ...filter, cursor })}`, memberListSchema),
    member: (id: string) => caller.get(`staff/${part(id)}`, memberSchema),
    addMember: (member: MemberAdd) => post('staff', member, memberAddedSchema),
    changeMember: (id: string, change: MemberChange) =>
      caller.send({ method: 'PUT', path: `staff/${part(id)}`, body: change, schema: memberSchema }),
    setMemberActive: (id: string, change: { readonly active: boolean; readonly version: number }) =>
      post(`staff/${part(id)}/active`, change, memberSchema),
    resetPassword: (id: string) => post(`staff/${part(id)}/password`, undefined, oneTimePasswordSchema),
    removeMemberTotp: (id: string) => remove(`staff/${part(id)}/totp`),
    unlockMember: (id: string) => remove(`staff/${part(id)}/tries`),
    memberSignIns: (id: string, cursor: string | null) =>
      caller.get(`staff/${part(id)}/sessions${query({ cursor })}`, signInListSchema),
    endMemberSignIn: (id: string, signIn: string) => remove(`staff/${part(id)}/sessions/${part(signIn)}`),
    endMemberSignIns: (id: string) => remove(`staff/${part(id)}/sessions`),

    sessions: () => caller.get('sessions', sessionListSchema),
    session: (id: string) => caller.get(`sessions/${part(id)}`, sessionDetailSchema),
    sessionBills: (id: string) => caller.get(`sessions/${part(id)}/bills`, sessionBillsSchema),
    sessionReplies: (id: string) => caller.get(`sessions/${part(id)}/replies`, sessionRepliesSchema),
    transcript: (conversationId: string, stretch: Stretch) =>
      caller.get(`conversations/${part(conversationId)}/activities${query({ ...stretch })}`, transcriptPageSchema),
    claim: (id: string) => post(`sessions/${part(id)}/claim`, undefined, sessionDetailSchema),
    release: (id: string, release: z.infer<typeof releaseSchema>) =>
      post(`sessions/${part(id)}/release`, release, anything),
    close: (id: string, close: z.infer<typeof closeSchema>) => post(`sessions/${part(id)}/close`, close, anything),
    nextSession: () => post('next-session', undefined, sessionDetailSchema),
    transfer: (id: string, transfer: z.infer<typeof transferSchema>) =>
      post(`sessions/${part(id)}/transfer`, transfer, nothing),
    note: (id: string, note: z.infer<typeof noteSchema>) => post(`sessions/${part(id)}/notes`, note, saidSchema),
    colleagues: () => caller.get('colleagues', colleagueListSchema),
    calls: () => caller.get('calls', callListSchema),
    setAvailable: (available: boolean) => post('availability', { available }, nothing),
    say: (id: string, message: z.infer<typeof agentMessageSchema>) =>
      post(`sessions/${part(id)}/messages`, message, saidSchema),
    typing: (id: string) => post(`sessions/${part(id)}/typing`, undefined, nothing),
    read: (id: string, seq: number) => post(`sessions/${part(id)}/read`, { seq }, nothing),

    floor: () => caller.get('floor', floorSchema),
    floorAlerts: () => caller.get('floor/alerts', floorAlertListSchema),
    acknowledgeAlert: (id: string) => post(`floor/alerts/${part(id)}/acknowledge`, undefined, nothing),
    listen: (id: string, listening: boolean) => post(`sessions/${part(id)}/listening`, { listening }, nothing),
    takeOver: (id: string, given: z.infer<typeof takeOverSchema>) =>
      post(`sessions/${part(id)}/take-over`, given, sessionDetailSchema),
    reassign: (id: string, given: z.infer<typeof reassignSchema>) =>
      post(`sessions/${part(id)}/reassign`, given, nothing),
    whisper: (id: string, said: z.infer<typeof whisperSchema>) =>
      post(`sessions/${part(id)}/whispers`, said, saidSchema),
    words: () => caller.get('words', staffWordListSchema),
    heard: (conversationId: string, seq: number) =>
      post(`conversations/${part(conversationId)}/heard`, { seq }, nothing),

    tickets: (filter: TicketFilter, cursor: string | null) =>
      caller.get(
        `tickets${query({ cursor, state: filter.state, severity: filter.severity, clock: filter.clock, mine: filter.mine ? 'true' : null })}`,
        ticketListSchema,
      ),
    ticket: (number: string) => caller.get(`tickets/${part(number)}`, ticketDetailSchema),

    moveTicket: (number: string, move: z.infer<typeof ticketMoveSchema>) =>
      post(`tickets/${part(number)}/moves`, move, nothing),
    setResponsible: (number: string, change: z.infer<typeof ticketResponsibleSchema>) =>
      post(`tickets/${part(number)}/responsible`, change, nothing),
    setZone: (number: string, change: z.infer<typeof ticketZoneSchema>) =>
      post(`tickets/${part(number)}/zone`, change, nothing),
    chaseTicket: (number: string) => post(`tickets/${part(number)}/chases`, {}, nothing),
    notices: () => caller.get('notices', ticketNoticeListSchema),
    seeNotice: (number: string, clock: string) => post(`tickets/${part(number)}/seen`, { clock }, nothing),

    incidents: (filter: IncidentFilter) => caller.get(`incidents${query({ ...filter })}`, incidentListSchema),
    incident: (number: string) => caller.get(`incidents/${part(number)}`, incidentDetailSchema),
    openIncident: (incident: z.input<typeof incidentOpenSchema>) => post('incidents', incident, incidentNamedSchema),
    splitIncident: (number: string, split: z.input<typeof incidentSplitSchema>) =>
      post(`incidents/${part(number)}/split`, split, incidentNamedSchema),
    moveIncident: <M extends keyof IncidentMoves>(number: string, move: M, decision: IncidentMoves[M]) =>
      post(`incidents/${part(number)}/${move}`, decision, nothing),
    looseTickets: () => caller.get('loose-tickets', looseTicketListSchema),
    feeders: () => caller.get('feeders', feederListSchema),
    diagram: (feederId: string) => caller.get(`feeders/${part(feederId)}/diagram`, feederDiagramSchema),

    answers: () => caller.get('answers', answerListSchema),
    editAnswer: (intent: string, language: string, edit: z.infer<typeof answerEditSchema>) =>
      caller.send({
        method: 'PUT',
        path: `answers/${part(intent)}/${part(language)}`,
        body: edit,
        schema: anything,
      }),
    roster: () => caller.get('roster', rosterSchema),
    addDuty: (duty: DutyEdit) => post('roster', duty, anything),
    changeDuty: (id: string, duty: DutyEdit) =>
      caller.send({ method: 'PUT', path: `roster/${part(id)}`, body: duty, schema: anything }),
    removeDuty: (id: string) => caller.send({ method: 'DELETE', path: `roster/${part(id)}`, schema: anything }),

    banners: () => caller.get('banners', bannerListSchema),
    postBanner: (banner: z.infer<typeof bannerCreateSchema>) => post('banners', banner, anything),
    removeBanner: (id: string) => caller.send({ method: 'DELETE', path: `banners/${part(id)}`, schema: anything }),

    correct: (id: string, correction: CorrectionRequest) =>
      post(`sessions/${part(id)}/corrections`, correction, nothing),
    learning: (filter: LearningFilter, cursor: string | null) =>
      caller.get(`learning${query({ cursor, ...filter })}`, learningListSchema),
    learningItem: (id: string) => caller.get(`learning/${part(id)}`, learningItemSchema),
    labelLearning: (id: string, label: LearningLabel) => post(`learning/${part(id)}/label`, label, nothing),
    discardLearning: (id: string) => post(`learning/${part(id)}/discard`, undefined, nothing),
    reopenLearning: (id: string) => post(`learning/${part(id)}/reopen`, undefined, nothing),

    placeTowns: () => caller.get('place-towns', townListSchema),
    places: ({ closed, ...filter }: PlaceFilter, cursor: string | null) =>
      caller.get(`places${query({ ...filter, closed: closed ? 'true' : null, cursor })}`, placeListSchema),
    placeHistory: (id: string) => caller.get(`places/${part(id)}/history`, placeHistorySchema),
    openingHours: (syntax: string) => caller.get(`opening-hours${query({ syntax })}`, hoursMeaningSchema),
    addPlace: (place: z.input<typeof placeCreateSchema>) => post('places', place, nothing),
    editPlace: (id: string, place: z.input<typeof placeEditSchema>) =>
      caller.send({ method: 'PUT', path: `places/${part(id)}`, body: place, schema: nothing }),
    removePlace: (id: string, version: number) =>
      caller.send({ method: 'DELETE', path: `places/${part(id)}${query({ version })}`, schema: nothing }),
    importPlaces: (file: z.input<typeof placeImportSchema>) => post('places-import', file, placeImportAnswerSchema),
    landmarks: ({ words, town, kind }: PlaceFilter, cursor: string | null) =>
      caller.get(`landmarks${query({ words, town, kind, cursor })}`, landmarkListSchema),
    addLandmark: (landmark: z.input<typeof landmarkCreateSchema>) => post('landmarks', landmark, nothing),
    editLandmark: (id: string, landmark: z.input<typeof landmarkEditSchema>) =>
      caller.send({ method: 'PUT', path: `landmarks/${part(id)}`, body: landmark, schema: nothing }),
    removeLandmark: (id: string, version: number) =>
      caller.send({ method: 'DELETE', path: `landmarks/${part(id)}${query({ version })}`, schema: nothing }),
    placeNeeds: (days: DaysFilter) => caller.get(`place-needs${query({ ...days })}`, placeNeedsSchema),

    reliability: (filter: ReliabilityFilter) => caller.get(`reliability${query({ ...filter })}`, reliabilitySchema),

    ratingReport: (days: DaysFilter) => caller.get(`ratings/report${query({ ...days })}`, ratingReportSchema),
    ownRatings: (days: DaysFilter) => caller.get(`ratings/mine${query({ ...days })}`, ownRatingsSchema),
    ratings: (wanted: DaysFilter & { readonly atMost: number | null; readonly cursor: string | null }) =>
      caller.get(`ratings${query({ ...wanted })}`, ratingListSchema),
    followUps: (wanted: { readonly state: 'open' | 'closed'; readonly limit: number }) =>
      caller.get(`rating-follow-ups${query({ ...wanted })}`, followUpListSchema),
    moveFollowUp: (id: string, move: FollowUpMoveRequest) => post(`rating-follow-ups/${part(id)}/moves`, move, nothing),

    figures: (wanted: DaysFilter & { readonly team: string | null }) =>
      caller.get(`figures${query({ ...wanted })}`, figuresSchema),
    wallboard: () => caller.get('wallboard', wallboardSchema),

    audit: (filter: AuditFilter, cursor: string | null) =>
      caller.get(`audit${query({ ...filter, cursor })}`, auditListSchema),
    verifyAudit: () => caller.get('audit/verification', auditVerificationSchema),

    deadLetters: () => caller.get('dead-letters', deadLetterListSchema),
    retryDeadLetter: (id: string) => post(`dead-letters/${part(id)}/retry`, undefined, anything),
  };
}

/** Where the file of the same figures is. */
export function reliabilityExportPath(filter: ReliabilityFilter): string {
  return `reliability-export${query({ ...filter })}`;
}

export function placeNeedsExportPath(days: DaysFilter): string {
  return `place-needs-export${query({ ...days })}`;
}

export function ratingsExportPath(days: DaysFilter): string {
  return `ratings-export${query({ ...days })}`;
}

export function figuresExportPath(wanted: DaysFilter & { readonly team: string | null }): string {
  return `figures-export${query({ ...wanted })}`;
}

export function auditExportPath(filter: AuditFilter, format: 'csv' | 'jsonl'): string {
  return `audit-export${query({ ...filter, format })}`;
}

const saidSchema = z.object({ seq: z.number().int() });
/** An answer without a body. */
const nothing = z.undefined();
/** An answer whose body the desk has no use for: it fetches anew. */
const anything = z.unknown();

const part = encodeURIComponent;

function query(values: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
