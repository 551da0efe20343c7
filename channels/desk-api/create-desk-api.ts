import type { Logger } from 'pino';
import { type AccountSettings, openAccountParts } from '../../desk/accounts/account-parts.ts';
import { whoHolds } from '../../desk/accounts/staff-sessions.ts';
import { openAuditParts } from '../../desk/audit/audit-parts.ts';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { openDeskRepositories } from '../../desk/desk-repositories.ts';
import { openFigureParts } from '../../desk/figures/figure-parts.ts';
import { openFloorParts } from '../../desk/floor/floor-parts.ts';
import { FloorWatch } from '../../desk/floor/floor-watch.ts';
import type { IncidentDesk } from '../../desk/incidents/incident-change.ts';
import type { IncidentParts } from '../../desk/incidents/incident-parts.ts';
import { QueuePlaces } from '../../desk/queue/queue-places.ts';
import { QueueWatch } from '../../desk/queue/queue-watch.ts';
import { seenSince } from '../../desk/queue/serving-agents.ts';
import { WaitingQueue } from '../../desk/queue/waiting-queue.ts';
import { openRatingParts } from '../../desk/ratings/rating-parts.ts';
import type { ReliabilityParts } from '../../desk/reliability/reliability.ts';
import type { AnswerBook } from '../../domain/answers.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import { Claims } from '../../store/claims.ts';
import { AttachmentRepository } from '../../store/repositories/attachment-repository.ts';
import { InterruptionRepository } from '../../store/repositories/interruption-repository.ts';
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
import { RATINGS_EXPORT, ratingRoutes, ratingsExport } from './rating-routes.ts';
import { RELIABILITY_EXPORT, reliabilityExport, reliabilityRoutes } from './reliability-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';

export interface DeskApiGiven extends Omit<DeskParts, 'repositories'> {
  /** Where the world reaches us, without a slash at the end; null where the Host header tells. */
  readonly publicUrl: string | null;
  readonly profile: Pick<UtilityProfile, 'name' | 'demo' | 'ratings' | 'figures' | 'floor'>;
  readonly accounts: AccountSettings;
  /** What the profile answers, and so what can be edited at the desk. */
  readonly answers: AnswerBook;
  /** How reliability is reckoned, and for which towns. */
  readonly reliability: Omit<ReliabilityParts, 'interruptions' | 'now'>;
  /** What incidents are read and worked on with. */
import { rosterRoutes } from './roster-routes.ts';
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
  /** GET /api/desk/ratings-export. */
  readonly ratingsExport: Endpoint;
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
  log,
  holder,
  beatMs,
  ...given
}: DeskApiGiven): DeskApi {
  const parts: DeskParts = { ...given, repositories: openDeskRepositories(given.database) };
  const accountParts = openAccountParts(parts, { ...accounts, issuer: profile.name.en });
  const cookie = new DeskCookie({ secure: publicUrl?.startsWith('https:') ?? false });
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
    ...accountRoutes({ parts: accountParts, cookie, profile }),
    ...ownAccountRoutes({ parts: accountParts, cookie, profile }),
    ...staffRoutes(accountParts),
    ...sessionRoutes(parts),
    ...assignmentRoutes(parts),
    ...ticketRoutes(parts),
    ...incidentRoutes({ desk: parts, on: incidents }),
    ...contentRoutes({ parts, answers }),
    ...learningRoutes(parts),
    ...reliabilityRoutes(figures),
    ...auditRoutes(audit),
    ...ratingRoutes(ratings),
    ...figureRoutes(service),
    ...floorRoutes(floor),
  ];
  return {
    door,
    routes,
    described: [
      ...routes,
      DESK_EVENTS,
      DESK_ATTACHMENT,
      LEARNING_EXPORT,
      RELIABILITY_EXPORT,
      AUDIT_EXPORT,
      RATINGS_EXPORT,
      FIGURES_EXPORT,
    ],
    cookieName: cookie.name,
    events: events.endpoint,
    attachments: deskAttachments({ door, parts, attachments: new AttachmentRepository(parts.database) }),
    learningExport: learningExport({ door, parts }),
    reliabilityExport: reliabilityExport({ door, parts: figures }),
    auditExport: auditExport({ door, parts: audit }),
    ratingsExport: ratingsExport({ door, parts: ratings }),
    figuresExport: figuresExport({ door, parts: service }),
    queue,
    incidentDesk: { desk: parts, on: incidents },
    openLines: () => events.openLines,
    start() {
      places.start();
    ...rosterRoutes(parts),
      watch.start();
      floorWatch.start();
    },
    async stop() {
      events.close();
      await places.stop();
      await watch.stop();
      await floorWatch.stop();
    },
  };
}
