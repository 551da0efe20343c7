import { randomInt } from 'node:crypto';
import { UtilityContent } from '../dialogs/content/utility-content.ts';
import { type IncidentsAt, OutageLookup } from '../dialogs/faults/outage-lookup.ts';
import { LearningBook } from '../dialogs/learning/learning-book.ts';
import type { Links } from '../dialogs/links.ts';
import { AreaBook } from '../dialogs/places/area-book.ts';
import { LandmarkBook } from '../dialogs/places/landmark-book.ts';
import { PaymentPlaces } from '../dialogs/places/payment-places.ts';
import type { Services } from '../dialogs/services.ts';
import type { AnswerBook } from '../domain/answers.ts';
import type { BillingSource } from '../domain/billing/billing-source.ts';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import { createNormaliser } from '../nlu/normalise/create-normaliser.ts';
import { loadPinyin } from '../nlu/normalise/pinyin.ts';
import type { PlaceFinder } from '../nlu/places/create-place-finder.ts';
import { loadGazetteer } from '../nlu/places/gazetteer.ts';
import type { Understand } from '../nlu/understanding.ts';
import type { Database } from '../store/database.ts';
import { AccountRepository } from '../store/repositories/account-repository.ts';
import { AnswerRepository } from '../store/repositories/answer-repository.ts';
import { AreaRepository } from '../store/repositories/area-repository.ts';
import { AskingRepository } from '../store/repositories/asking-repository.ts';
import { AuditRepository } from '../store/repositories/audit-repository.ts';
import { BannerRepository } from '../store/repositories/banner-repository.ts';
import { BillingRepository } from '../store/repositories/billing-repository.ts';
import { BindingRepository } from '../store/repositories/binding-repository.ts';
import { CandidateRepository } from '../store/repositories/candidate-repository.ts';
import { ContactLadderRepository } from '../store/repositories/contact-ladder-repository.ts';
import { FollowUpRepository } from '../store/repositories/follow-up-repository.ts';
import { FollowerRepository } from '../store/repositories/follower-repository.ts';
import { IncidentRepository } from '../store/repositories/incident-repository.ts';
import { InvoiceRequestRepository } from '../store/repositories/invoice-request-repository.ts';
import { LandmarkRepository } from '../store/repositories/landmark-repository.ts';
import { OutageRepository } from '../store/repositories/outage-repository.ts';
import { PaymentPointRepository } from '../store/repositories/payment-point-repository.ts';
import { PlaceNeedRepository } from '../store/repositories/place-need-repository.ts';
import { PlaceRevision } from '../store/repositories/place-revision.ts';
import { QueueRepository } from '../store/repositories/queue-repository.ts';
import { RatingRepository } from '../store/repositories/rating-repository.ts';
import { ReportRepository } from '../store/repositories/report-repository.ts';
import { TicketBook } from '../store/repositories/ticket-book.ts';
import { VerificationRepository } from '../store/repositories/verification-repository.ts';
import { WaitingInbound } from '../store/repositories/waiting-inbound.ts';
import { createToTraditional } from '../strings/traditional.ts';

export interface ServiceParts {
  readonly database: Database;
  readonly profile: UtilityProfile;
  readonly answers: AnswerBook;
  readonly understand: Understand;
  /** Which model understands: OpenedModel.digest. */
  readonly model: string;
  readonly places: PlaceFinder;
  readonly incidentsAt: IncidentsAt;
  readonly links: Links;
  /** The utility's billing system; our own tables where absent. */
  readonly billing?: BillingSource;
}

/** All that dialogs reach beyond the turn. */
export async function composeServices({
  database,
  profile,
  answers,
  understand,
  model,
  places,
  incidentsAt,
  links,
  billing = new BillingRepository(database),
}: ServiceParts): Promise<Services> {
  const centres = await new AreaRepository(database).villageCentres();
  const revision = new PlaceRevision(database);
  const areas = new AreaBook({ finder: places, gazetteer: loadGazetteer(), centres });
  return {
    profile,
    understand,
    toTraditional: createToTraditional(),
    content: new UtilityContent(answers, new AnswerRepository(database), new BannerRepository(database)),
    tickets: new TicketBook(database),
    followers: new FollowerRepository(database),
    ladders: new ContactLadderRepository(database),
    asking: new AskingRepository(database),
    reports: new ReportRepository(database),
    ratings: new RatingRepository(database),
    followUps: new FollowUpRepository(database),
    learning: new LearningBook({ candidates: new CandidateRepository(database), model }),
    outages: new OutageLookup({
      outages: new OutageRepository(database),
      incidents: new IncidentRepository(database),
      incidentsAt,
      areas,
    }),
    areas,
    paymentPlaces: new PaymentPlaces({ points: new PaymentPointRepository(database), revision }, profile),
    landmarks: new LandmarkBook(
      { landmarks: new LandmarkRepository(database), revision },
      { normalise: createNormaliser(), syllableOf: loadPinyin() },
    ),
    placeNeeds: new PlaceNeedRepository(database),
    billing,
    links,
    accounts: new AccountRepository(database),
    invoices: new InvoiceRequestRepository(database),
    bindings: new BindingRepository(database),
    waiting: new WaitingInbound(database),
    verifications: new VerificationRepository(database),
    audit: new AuditRepository(database),
    desk: new QueueRepository(database),
    draw: {
      ticketDigits: () => randomInt(100_000),
      code: (length) => Array.from({ length }, () => randomInt(10)).join(''),
    },
  };
}
