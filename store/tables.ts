import type {
  SignInFlowTable,
  SignInTryTable,
  StaffCredentialTable,
  StaffGuardTable,
  StaffIdentityTable,
  StaffRecoveryCodeTable,
  StaffSessionTable,
} from './tables/account-tables.ts';
import type { AskingConsentTable, IncidentAskingTable, SupplyQuestionTable } from './tables/asking-tables.ts';
import type { AuditLinkTable, AuditPendingTable } from './tables/audit-tables.ts';
import type {
  ActivityTable,
  AttachmentTable,
  BotStateTable,
  ConversationTable,
  OutboxTable,
  RatingTable,
  ServiceSessionTable,
  SigningKeyTable,
  WidgetResumeTable,
} from './tables/conversation-tables.ts';
import type { AgentPresenceTable, CallTaskTable, ReplyUseTable } from './tables/desk-tables.ts';
import type { DutyTable } from './tables/duty-tables.ts';
import type { FloorAlertTable, StaffWordTable } from './tables/floor-tables.ts';
import type {
  DeviceFindingTable,
  FeederLookTable,
  IncidentEventTable,
  IncidentTable,
  IncidentTicketTable,
  ReportFeederTable,
  ReportPlaceTable,
  SupplyWordTable,
} from './tables/incident-tables.ts';
import type {
  ApiKeyTable,
  IdempotentAnswerTable,
  WebhookDeliveryTable,
  WebhookEndpointTable,
  WebhookSecretTable,
} from './tables/integration-tables.ts';
import type { LearningCandidateTable } from './tables/learning-tables.ts';
import type { ContactLadderTable, TicketFollowerTable } from './tables/notice-tables.ts';
import type { LandmarkTable, PlaceNeedTable, PlaceRevisionTable } from './tables/place-tables.ts';
import type { RatingFollowUpEventTable, RatingFollowUpTable } from './tables/rating-tables.ts';
import type { InterruptionTable } from './tables/reliability-tables.ts';
import type { InvoiceRequestTable } from './tables/request-tables.ts';
import type {
  AccountTable,
  BillingRecordTable,
  BillLineTable,
  BillTable,
  CustomerTable,
  NetworkDeviceTable,
  PaymentPointTable,
  PaymentTable,
  PlannedOutageTable,
  PremisesTable,
} from './tables/utility-tables.ts';
import type {
  AnswerTable,
  AuditTable,
  BannerTable,
  ChatBindingTable,
  ClaimTable,
  IdentityUseTable,
  SmsTable,
  StaffTable,
  TicketEventTable,
  TicketNoticeTable,
  TicketTable,
  VerificationTable,
} from './tables/work-tables.ts';

/** Every table by its name, for Kysely. */
export interface Tables {
  conversation: ConversationTable;
  activity: ActivityTable;
  service_session: ServiceSessionTable;
  bot_state: BotStateTable;
  outbox: OutboxTable;
  attachment: AttachmentTable;
  rating: RatingTable;
  rating_follow_up: RatingFollowUpTable;
  rating_follow_up_event: RatingFollowUpEventTable;
  widget_resume: WidgetResumeTable;
  signing_key: SigningKeyTable;
  ticket: TicketTable;
  ticket_event: TicketEventTable;
  ticket_notice: TicketNoticeTable;
  staff: StaffTable;
  staff_session: StaffSessionTable;
  staff_credential: StaffCredentialTable;
  staff_recovery_code: StaffRecoveryCodeTable;
  staff_guard: StaffGuardTable;
  sign_in_try: SignInTryTable;
  staff_identity: StaffIdentityTable;
  sign_in_flow: SignInFlowTable;
  audit: AuditTable;
  audit_link: AuditLinkTable;
  audit_pending: AuditPendingTable;
  answer: AnswerTable;
  banner: BannerTable;
  verification: VerificationTable;
  identity_use: IdentityUseTable;
  chat_binding: ChatBindingTable;
  sms: SmsTable;
  claim: ClaimTable;
  learning_candidate: LearningCandidateTable;
  customer: CustomerTable;
  premises: PremisesTable;
  account: AccountTable;
  bill: BillTable;
  bill_line: BillLineTable;
  billing_record: BillingRecordTable;
  payment: PaymentTable;
  network_device: NetworkDeviceTable;
  payment_point: PaymentPointTable;
  landmark: LandmarkTable;
  place_revision: PlaceRevisionTable;
  place_need: PlaceNeedTable;
  planned_outage: PlannedOutageTable;
  incident: IncidentTable;
  incident_ticket: IncidentTicketTable;
  incident_event: IncidentEventTable;
  report_place: ReportPlaceTable;
  report_feeder: ReportFeederTable;
  supply_word: SupplyWordTable;
  device_finding: DeviceFindingTable;
  feeder_look: FeederLookTable;
  interruption: InterruptionTable;
  api_key: ApiKeyTable;
  idempotent_answer: IdempotentAnswerTable;
  webhook_endpoint: WebhookEndpointTable;
  webhook_secret: WebhookSecretTable;
  webhook_delivery: WebhookDeliveryTable;
  ticket_follower: TicketFollowerTable;
  contact_ladder: ContactLadderTable;
  asking_consent: AskingConsentTable;
  supply_question: SupplyQuestionTable;
  incident_asking: IncidentAskingTable;
  agent_presence: AgentPresenceTable;
  call_task: CallTaskTable;
  invoice_request: InvoiceRequestTable;
  reply_use: ReplyUseTable;
  duty: DutyTable;
  staff_word: StaffWordTable;
  floor_alert: FloorAlertTable;
}
