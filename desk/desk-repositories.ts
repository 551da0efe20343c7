import type { Database } from '../store/database.ts';
import { AnswerRepository } from '../store/repositories/answer-repository.ts';
import { AuditRepository } from '../store/repositories/audit-repository.ts';
import { BannerRepository } from '../store/repositories/banner-repository.ts';
import { CandidateRepository } from '../store/repositories/candidate-repository.ts';
import { ConversationRepository } from '../store/repositories/conversation-repository.ts';
import { CredentialRepository } from '../store/repositories/credential-repository.ts';
import { DeadLetterRepository } from '../store/repositories/dead-letter-repository.ts';
import { DeskSessionRepository } from '../store/repositories/desk-session-repository.ts';
import { DeskTicketRepository } from '../store/repositories/desk-ticket-repository.ts';
import { DutyRepository } from '../store/repositories/duty-repository.ts';
import { PresenceRepository } from '../store/repositories/presence-repository.ts';
import { QueueRepository } from '../store/repositories/queue-repository.ts';
import { RatingRepository } from '../store/repositories/rating-repository.ts';
import { StaffRepository } from '../store/repositories/staff-repository.ts';
import { StaffSessionRepository } from '../store/repositories/staff-session-repository.ts';
import { StaffWordRepository } from '../store/repositories/staff-word-repository.ts';
import { TicketBook } from '../store/repositories/ticket-book.ts';
import { TicketNoticeRepository } from '../store/repositories/ticket-notice-repository.ts';
import { WebhookEndpointRepository } from '../store/repositories/webhook-endpoint-repository.ts';
import { LastWordsReader } from './sessions/last-words.ts';

export interface DeskRepositories {
  readonly answers: AnswerRepository;
  readonly audit: AuditRepository;
  readonly banners: BannerRepository;
  readonly candidates: CandidateRepository;
  readonly conversations: ConversationRepository;
  readonly credentials: CredentialRepository;
  readonly deadLetters: DeadLetterRepository;
  readonly duties: DutyRepository;
  readonly lastWords: LastWordsReader;
  readonly presence: PresenceRepository;
  readonly ratings: RatingRepository;
  readonly queue: QueueRepository;
  readonly sessions: DeskSessionRepository;
  readonly staff: StaffRepository;
  readonly staffWords: StaffWordRepository;
  readonly staffSessions: StaffSessionRepository;
  readonly ticketBook: TicketBook;
  readonly ticketNotices: TicketNoticeRepository;
  readonly tickets: DeskTicketRepository;
  readonly webhooks: WebhookEndpointRepository;
}

export function openDeskRepositories(database: Database): DeskRepositories {
  const sessions = new DeskSessionRepository(database);
  return {
    answers: new AnswerRepository(database),
    audit: new AuditRepository(database),
    banners: new BannerRepository(database),
    candidates: new CandidateRepository(database),
    conversations: new ConversationRepository(database),
    credentials: new CredentialRepository(database),
    deadLetters: new DeadLetterRepository(database),
    duties: new DutyRepository(database),
    lastWords: new LastWordsReader(sessions),
    presence: new PresenceRepository(database),
    ratings: new RatingRepository(database),
    queue: new QueueRepository(database),
    sessions,
    staff: new StaffRepository(database),
    staffWords: new StaffWordRepository(database),
    staffSessions: new StaffSessionRepository(database),
    ticketBook: new TicketBook(database),
    ticketNotices: new TicketNoticeRepository(database),
    tickets: new DeskTicketRepository(database),
    webhooks: new WebhookEndpointRepository(database),
  };
}
