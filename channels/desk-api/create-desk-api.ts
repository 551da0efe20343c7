import type { Logger } from 'pino';
import { openAccountParts } from '../../desk/accounts/account-parts.ts';
import type { AccountSettings } from '../../desk/accounts/account-settings.ts';
import { IdentityProvider } from '../../desk/accounts/identity-provider.ts';
import { whoHolds } from '../../desk/accounts/staff-sessions.ts';
import { openAuditParts } from '../../desk/audit/audit-parts.ts';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { openDeskRepositories } from '../../desk/desk-repositories.ts';
import { openFigureParts } from '../../desk/figures/figure-parts.ts';
import { openFloorParts } from '../../desk/floor/floor-parts.ts';
import { FloorWatch } from '../../desk/floor/floor-watch.ts';
import type { IncidentDesk } from '../../desk/incidents/incident-change.ts';
import type { IncidentParts } from '../../desk/incidents/incident-parts.ts';
import { openPlaceParts } from '../../desk/places/place-parts.ts';
import { QueuePlaces } from '../../desk/queue/queue-places.ts';
import { QueueWatch } from '../../desk/queue/queue-watch.ts';
import { seenSince } from '../../desk/queue/serving-agents.ts';
import { WaitingQueue } from '../../desk/queue/waiting-queue.ts';
import { openRatingParts } from '../../desk/ratings/rating-parts.ts';
import type { ReliabilityParts } from '../../desk/reliability/reliability.ts';
import type { AnswerBook } from '../../domain/answers.ts';
import type { BillingSource } from '../../domain/billing/billing-source.ts';
import { lateFeeRuleOf } from '../../domain/billing/late-fee-rule-of.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import { Claims } from '../../store/claims.ts';
import { AttachmentRepository } from '../../store/repositories/attachment-repository.ts';
import { InterruptionRepository } from '../../store/repositories/interruption-repository.ts';
import { ReplyUseRepository } from '../../store/repositories/reply-use-repository.ts';
import { StaffIdentityRepository } from '../../store/repositories/staff-identity-repository.ts';
import type { ToTraditional } from '../../strings/traditional.ts';
import type { Door } from '../door.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import type { Route } from '../route.ts';
import { accountRoutes } from './account-routes.ts';
import { assignmentRoutes } from './assignment-routes.ts';
import { AUDIT_EXPORT, auditExport, auditRoutes } from './audit-routes.ts';
import { contentRoutes } from './content-routes.ts';
import { DESK_ATTACHMENT, deskAttachments } from './desk-attachments.ts';
import { DeskCookie } from './desk-cookie.ts';
import { DeskDoor } from './desk-door.ts';
import { DESK_EVENTS, DeskEvents } from './desk-events.ts';
import { FIGURES_EXPORT, figureRoutes, figuresExport } from './figure-routes.ts';
import { floorRoutes } from './floor-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import { LEARNING_EXPORT, learningExport } from './learning-export.ts';
import { learningRoutes } from './learning-routes.ts';
import { ownAccountRoutes } from './own-account-routes.ts';
import {
  LANDMARKS_EXPORT,
  landmarksExport,
  PLACE_NEEDS_EXPORT,
  PLACES_EXPORT,
  placeNeedsExport,
  placesExport,
} from './place-exports.ts';
import { placeRoutes } from './place-routes.ts';
import { PROVIDER_ROUTES, type ProviderEndpoints, providerEndpoints } from './provider-endpoints.ts';
import { RATINGS_EXPORT, ratingRoutes, ratingsExport } from './rating-routes.ts';
import { RELIABILITY_EXPORT, reliabilityExport, reliabilityRoutes } from './reliability-routes.ts';
import { rosterRoutes } from './roster-routes.ts';
import { sessionHelpRoutes } from './session-help-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';
import { veilAnswers } from './veil-answers.ts';

export interface DeskApiGiven extends Omit<DeskParts, 'repositories'> {
  /** Where the world reaches us, without a slash at the end; null where the Host header tells. */
  readonly publicUrl: string | null;
  readonly profile: Pick<
    UtilityProfile,
    'name' | 'demo' | 'ratings' | 'figures' | 'floor' | 'billing' | 'timeZone' | 'holidays' | 'workingDays'
  >;
  readonly accounts: AccountSettings;
  /** Where bills stand. */
  readonly billing: BillingSource;
  readonly toTraditional: ToTraditional;
  /** What the profile answers, and so what can be edited at the desk. */
  readonly answers: AnswerBook;
  /** How reliability is reckoned, and for which towns. */
  readonly reliability: Omit<ReliabilityParts, 'interruptions' | 'now'>;
  /** What incidents are read and worked on with. */
  readonly incidents: IncidentParts;
  readonly log: Logger;
  /** Names this process among those that share the database. */
  readonly holder: string;
  /** Milliseconds between the beats of a line of events; 15 s where absent. */
  readonly beatMs?: number;
}

export interface DeskApi {
  readonly door: Door;
  readonly routes: readonly Route[];
  /** The routes and the endpoints below, for the description of the API. */
  readonly described: readonly DescribedRoute[];
  /** Name of the cookie that staff are known by. */
  readonly cookieName: string;
  /** GET /api/desk/events. */
  readonly events: Endpoint;
  /** GET /api/desk/attachments/{id}. */
  readonly attachments: Endpoint;
  /** GET /api/desk/learning-export. */
  readonly learningExport: Endpoint;
  /** GET /api/desk/reliability-export. */
  readonly reliabilityExport: Endpoint;
  /** GET /api/desk/audit-export. */
  readonly auditExport: Endpoint;
  /** GET /api/desk/figures-export. */
  readonly figuresExport: Endpoint;
  /** GET /api/desk/places-export. */
  readonly placesExport: Endpoint;
  /** GET /api/desk/landmarks-export. */
  readonly landmarksExport: Endpoint;
  /** GET /api/desk/place-needs-export. */
  readonly placeNeedsExport: Endpoint;
  /** GET /api/desk/ratings-export. */
  readonly ratingsExport: Endpoint;
  /** GET /api/desk/provider and where it sends back to; null without a provider. */
  readonly provider: ProviderEndpoints | null;
  readonly queue: WaitingQueue;
  /** What dispatchers work on incidents with, for other systems too. */
  readonly incidentDesk: IncidentDesk;
  /** Lines of events that are open now, for metrics. */
  readonly openLines: () => number;
  /** Begins to tell waiting customers their places, and to look after the queue. */
  start(): void;
  /** Ends the lines of events, which would hold up a server that closes. */
  stop(): Promise<void>;
}

/** The desk with its doors: everything that staff do, over REST and server-sent events. */
export function createDeskApi({
  publicUrl,
  profile,
  answers,
  reliability,
  incidents,
  accounts,
  billing,
  toTraditional,
  log,
  holder,
  beatMs,
  ...given
}: DeskApiGiven): DeskApi {
  const parts: DeskParts = { ...given, repositories: openDeskRepositories(given.database) };
  const accountParts = openAccountParts(parts, { ...accounts, issuer: profile.name.en });
  const secure = publicUrl?.startsWith('https:') ?? false;
  const cookie = new DeskCookie({ secure });
  const provider =
    accounts.provider &&
    new IdentityProvider(accounts.provider.settings, (error) =>
      log.warn({ err: error }, 'the provider of sign-ins did not answer as it should'),
    );
  const signingIn = { parts: accountParts, cookie, profile, provider };
  const door = new DeskDoor({ cookie, publicUrl, whoHolds: (token) => whoHolds(accountParts, token) });
  const events = new DeskEvents({ door, parts, ...(beatMs === undefined ? {} : { beatMs }) });
  const queue = new WaitingQueue(parts.repositories.sessions);
  const places = new QueuePlaces({
    nerve: parts.nerve,
    queue,
    measured: () => parts.repositories.queue.measured({ now: parts.now(), seenSince: seenSince(parts) }),
    failed: (error) => log.warn({ err: error }, 'places in the queue were not told; they are told again'),
  });
  const watch = new QueueWatch({
    parts,
    claims: new Claims(parts.database),
    holder,
    failed: (error) => log.error({ err: error }, 'the queue was not looked after; it is looked at again'),
  });
  const figures = { ...reliability, interruptions: new InterruptionRepository(parts.database), now: parts.now };
  const payPlaces = openPlaceParts(parts, { profile, towns: reliability.towns });
  const audit = openAuditParts(parts);
  const ratings = openRatingParts(parts, { terms: profile.ratings, timeZone: reliability.timeZone });
  const service = openFigureParts(parts, {
    timeZone: reliability.timeZone,
    settings: {
      answerWithinSeconds: profile.figures.answerWithinSeconds.value,
      repeatWithinDays: profile.figures.repeatWithinDays,
    },
  });
  const floor = openFloorParts(parts, {
    floor: profile.floor,
    answerWithinSeconds: profile.figures.answerWithinSeconds.value,
  });
  const floorWatch = new FloorWatch({
    parts: floor,
    claims: new Claims(parts.database),
    holder,
    failed: (error) => log.error({ err: error }, 'the floor was not looked after; it is looked at again'),
  });
  const routes = [
    ...accountRoutes(signingIn),
    ...ownAccountRoutes(signingIn),
    ...staffRoutes(accountParts),
    ...veilAnswers(sessionRoutes(parts)),
    ...veilAnswers(
      sessionHelpRoutes({
        ...{ ...parts, billing, toTraditional, timeZone: reliability.timeZone },
        lateFeeRule: (tariff) => lateFeeRuleOf(profile, tariff),
        replyUses: new ReplyUseRepository(parts.database),
      }),
    ),
    ...assignmentRoutes(parts),
    ...veilAnswers(ticketRoutes(parts)),
    ...rosterRoutes(parts),
    ...incidentRoutes({ desk: parts, on: incidents }),
    ...contentRoutes({ parts, answers }),
    ...learningRoutes(parts),
    ...placeRoutes(payPlaces),
    ...reliabilityRoutes(figures),
    ...auditRoutes(audit),
    ...veilAnswers(ratingRoutes(ratings)),
    ...figureRoutes(service),
    ...veilAnswers(floorRoutes(floor)),
  ];
  return {
    door,
    routes,
    described: [
      ...routes,
      ...(provider ? PROVIDER_ROUTES : []),
      DESK_EVENTS,
      DESK_ATTACHMENT,
      LEARNING_EXPORT,
      RELIABILITY_EXPORT,
      AUDIT_EXPORT,
      PLACES_EXPORT,
      LANDMARKS_EXPORT,
      PLACE_NEEDS_EXPORT,
      RATINGS_EXPORT,
      FIGURES_EXPORT,
    ],
    cookieName: cookie.name,
    provider:
      provider &&
      accounts.provider &&
      providerEndpoints({
        ...{ provider, cookie, secure, accounts: accountParts, terms: accounts.provider.terms },
        identities: new StaffIdentityRepository(parts.database),
      }),
    events: events.endpoint,
    attachments: deskAttachments({ door, parts, attachments: new AttachmentRepository(parts.database) }),
    learningExport: learningExport({ door, parts }),
    reliabilityExport: reliabilityExport({ door, parts: figures }),
    auditExport: auditExport({ door, parts: audit }),
    placesExport: placesExport({ door, parts: payPlaces }),
    landmarksExport: landmarksExport({ door, parts: payPlaces }),
    placeNeedsExport: placeNeedsExport({ door, parts: payPlaces }),
    ratingsExport: ratingsExport({ door, parts: ratings }),
    figuresExport: figuresExport({ door, parts: service }),
    queue,
    incidentDesk: { desk: parts, on: incidents },
    openLines: () => events.openLines,
    start() {
      provider?.start();
      places.start();
      watch.start();
      floorWatch.start();
    },
    async stop() {
      provider?.stop();
      events.close();
      await places.stop();
      await watch.stop();
      await floorWatch.stop();
    },
  };
}
