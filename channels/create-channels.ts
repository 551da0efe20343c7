import type { Logger } from 'pino';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import type { Database } from '../store/database.ts';
import type { Inbox } from '../store/inbox.ts';
import type { Nerve } from '../store/nerve/nerve.ts';
import { AccountRepository } from '../store/repositories/account-repository.ts';
import { AttachmentRepository } from '../store/repositories/attachment-repository.ts';
import { AuditRepository } from '../store/repositories/audit-repository.ts';
import type { ConversationRepository } from '../store/repositories/conversation-repository.ts';
import { SigningKeyRepository } from '../store/repositories/signing-key-repository.ts';
import { SiteIdentityRepository } from '../store/repositories/site-identity-repository.ts';
import { WidgetResumeRepository } from '../store/repositories/widget-resume-repository.ts';
import { Transcript } from '../store/transcript.ts';
import { AccessControl } from './directline/access.ts';
import type { DirectLineLimits, DirectLineParts } from './directline/direct-line-parts.ts';
import { mountDirectLine } from './directline/mount-direct-line.ts';
import { SigningKeys } from './directline/signing-keys.ts';
import { Streams } from './directline/streams.ts';
import { Tokens } from './directline/tokens.ts';
import { UploadGate } from './directline/upload-gate.ts';
import { trustedProxies } from './http/client-address.ts';
import { cors } from './http/cors.ts';
import { HttpServer, type HttpSettings } from './http-server.ts';
import { IdentityDoor } from './identity/identity-door.ts';
import { type IdentityKeys, SiteIdentities } from './identity/site-identities.ts';
import { type ConversationStatusParts, ConversationStatusReader } from './widget/conversation-status.ts';
import { logOutOfWidget, WIDGET_LOGOUT } from './widget/widget-logout.ts';
import { KEY_MS, openWidgetSession, WIDGET_SESSION } from './widget/widget-session.ts';

export interface ChannelsParts {
  readonly database: Database;
  readonly conversations: ConversationRepository;
  readonly inbox: Inbox;
  readonly nerve: Nerve;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** 256 random bits, base64url. */
  readonly newSecret: () => string;
  readonly profile: Pick<UtilityProfile, 'name' | 'shortName' | 'contact' | 'brand' | 'limits' | 'identity'>;
  readonly status: Pick<ConversationStatusParts, 'queuePlace' | 'deskName'>;
  readonly settings: ChannelsSettings;
  /** Something waits to be handled in the conversation. */
  readonly wake: (conversationId: string) => void;
  readonly observe?: HttpSettings['observe'];
}

export interface ChannelsSettings {
  /** Without a slash at its end; null where the request's Host tells. */
  readonly publicUrl: string | null;
  /** Addresses and networks (CIDR). */
  readonly trustedProxies: readonly string[];
  /** Origins of other sites' pages; `*` for any. */
  readonly widgetOrigins: readonly string[];
  readonly directLineSecret: string | null;
  /** What the utility's website signs identities with. */
  readonly identity: IdentityKeys;
}

export interface Channels {
  /** Others mount their endpoints here before it listens. */
  readonly server: HttpServer;
  readonly attachments: AttachmentRepository;
  readonly streams: Streams;
  /** Takes no new requests and waits for those in hand; sockets stay, for the replies of turns in hand. */
  drain(graceMs: number): Promise<void>;
  /** Tells customers' sockets to connect elsewhere and ends every connection. */
  close(): Promise<void>;
}

const LIMITS: Pick<DirectLineLimits, 'callsPerMinute' | 'startsPerMinute' | 'fileBytes'> = {
  callsPerMinute: 300,
  startsPerMinute: 1200,
  fileBytes: 8 * 1024 * 1024,
};
const UPLOADS_AT_ONCE = 8;

/** What customers reach us by: the HTTP server with Direct Line and the widget's session on it. */
export function createChannels(parts: ChannelsParts): Channels {
  const { database, conversations, nerve, log, now, newId, newSecret, settings, profile, observe } = parts;
  const server = new HttpServer({
    publicUrl: settings.publicUrl,
    proxies: trustedProxies(settings.trustedProxies),
    cors: cors(settings.widgetOrigins),
    log,
    idPrefix: newId().slice(0, 8),
    ...(observe ? { observe } : {}),
  });
  const keys = new SigningKeys({
    keys: new SigningKeyRepository(database),
    purpose: 'directline',
    now,
    newId,
    newSecret,
  });
  const tokens = new Tokens({ keys, now, newId });
  const botName = profile.shortName.zh;
  const streams = new Streams({ conversations, nerve, tokens, log, botName });
  const directLine: DirectLineParts = {
    ...{ database, conversations, nerve, log, now, newId, newSecret, tokens, streams, botName },
    inbox: parts.inbox,
    attachments: new AttachmentRepository(database),
    access: new AccessControl(tokens, settings.directLineSecret),
    uploads: new UploadGate(UPLOADS_AT_ONCE),
    limits: { ...LIMITS, ...profile.limits },
  };
  mountDirectLine(server, directLine);
  const widget = {
    directLine,
    resume: new WidgetResumeRepository(database),
    status: new ConversationStatusReader({ conversations, ...parts.status }),
    profile,
    origins: settings.widgetOrigins,
    identity: identityDoor(parts),
  };
  server.on('post', WIDGET_SESSION.path, (request) => openWidgetSession(widget, request));
  server.on('post', WIDGET_LOGOUT.path, (request) => logOutOfWidget(widget, request));
  return {
    server,
    attachments: directLine.attachments,
    streams,
    drain: (graceMs) => server.drain(graceMs),
    async close() {
      await streams.close();
      await server.close();
    },
  };
}

function identityDoor({ database, settings, profile, now, newId, log, wake }: ChannelsParts): IdentityDoor {
  const accounts = new AccountRepository(database);
  return new IdentityDoor({
    identities: new SiteIdentities({
      keys: settings.identity,
      accountIdOf: (number) => accounts.idOf(number),
      ...{ now, log },
    }),
    uses: new SiteIdentityRepository(database),
    transcript: new Transcript(database),
    audit: new AuditRepository(database),
    siteMinutes: profile.identity.siteMinutes,
    rememberMs: KEY_MS,
    ...{ now, newId, wake },
  });
}
