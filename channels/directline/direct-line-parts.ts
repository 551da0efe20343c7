import type { Logger } from 'pino';
import type { Database } from '../../store/database.ts';
import type { Inbox } from '../../store/inbox.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { AttachmentRepository } from '../../store/repositories/attachment-repository.ts';
import type { ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import type { AccessControl } from './access.ts';
import type { Streams } from './streams.ts';
import type { Tokens } from './tokens.ts';
import type { UploadGate } from './upload-gate.ts';

/** What the calls of Direct Line work with. */
export interface DirectLineParts {
  readonly database: Database;
  readonly conversations: ConversationRepository;
  readonly attachments: AttachmentRepository;
  readonly inbox: Inbox;
  readonly nerve: Nerve;
  readonly tokens: Tokens;
  readonly access: AccessControl;
  readonly streams: Streams;
  readonly uploads: UploadGate;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** 256 random bits, base64url. */
  readonly newSecret: () => string;
  readonly botName: string;
  readonly limits: DirectLineLimits;
}

export interface DirectLineLimits {
  readonly messagesPerMinute: number;
  readonly uploadsPerMinute: number;
  /** Calls of any other kind, a minute and token. */
  readonly callsPerMinute: number;
  /** Conversations begun, a minute and address: generous, for a town may share one. */
  readonly startsPerMinute: number;
  /** Bytes a file may have. */
  readonly fileBytes: number;
}
