import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Logger } from 'pino';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { Database } from '../../store/database.ts';
import type { Inbox } from '../../store/inbox.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import type { OutboxRepository } from '../../store/repositories/outbox-repository.ts';
import type { ToTraditional } from '../../strings/traditional.ts';
import type { HttpServer } from '../http-server.ts';
import type { DeliverToChannel } from '../outbox/channel-outbox.ts';
import { CachingAuthentication } from './caching-authentication.ts';
import { ChannelConversations } from './channel-conversations.ts';
import { channelDelivery } from './deliver-to-channel.ts';
import { MICROSOFT_CLOUDS, type MicrosoftCloudName } from './microsoft-cloud.ts';
import { postMessages } from './post-messages.ts';
import { serviceClient } from './service-client.ts';
import { ServiceCredentials } from './service-credentials.ts';
import { ChannelServiceDoor, loopbackDoor } from './service-door.ts';
import { ServiceTokens } from './service-tokens.ts';
import { loopbackServices, servicesOf } from './service-urls.ts';

/** Null takes the cloud's own. */
export interface BotFrameworkSettings {
  /** Null where none is set: then the endpoint is for this machine alone, if at all. */
  readonly app: { readonly id: string; readonly password: string; readonly tenant: string | null } | null;
  readonly cloud: MicrosoftCloudName;
  readonly openIdMetadata: string | null;
  /** Without the tenant and without a slash at its end. */
  readonly login: string | null;
  /** Beside the cloud's own. */
  readonly connectorHosts: readonly string[];
  /** The server listens on loopback only: without an app id, nothing else may be served. */
  readonly loopback: boolean;
}

export interface BotFrameworkParts {
  readonly database: Database;
  readonly conversations: ConversationRepository;
  readonly outbox: OutboxRepository;
  readonly inbox: Inbox;
  readonly nerve: Nerve;
  readonly log: Logger;
  readonly now: () => number;
  readonly newId: () => string;
  readonly toTraditional: ToTraditional;
  readonly profile: Pick<UtilityProfile, 'limits'>;
  readonly settings: BotFrameworkSettings;
}

export interface BotFramework {
  /** Mounts POST /api/messages; where it may not be served, nothing. */
  mount(server: HttpServer): void;
  /** For the outbox. */
  readonly deliver: DeliverToChannel;
}

/** One send, from connecting to the answer's end; with a token to fetch before it, well below the outbox's lease. */
const SEND_MS = 15_000;

/** Teams, Telegram, LINE and others through Azure Bot Service. */
export function createBotFramework(parts: BotFrameworkParts): BotFramework {
  const { settings, now, log } = parts;
  const { app } = settings;
  const cloud = MICROSOFT_CLOUDS[settings.cloud];
  const authority = `${settings.login ?? cloud.login}/${app?.tenant ?? cloud.botTenant}`;
  const tokens = app && new ServiceTokens({ appId: app.id, password: app.password, authority }, now);
  const authentication = new CachingAuthentication(
    new ConfigurationBotFrameworkAuthentication(
      {
        ToBotFromChannelTokenIssuer: cloud.issuer,
        ToBotFromChannelOpenIdMetadataUrl: settings.openIdMetadata ?? cloud.openIdMetadata,
        ToBotFromEmulatorOpenIdMetadataUrl: settings.openIdMetadata ?? cloud.openIdMetadata,
        ToChannelFromBotLoginUrl: authority,
        ToChannelFromBotOAuthScope: cloud.issuer,
        OAuthUrl: cloud.issuer,
      },
      new ServiceCredentials(app && tokens ? { appId: app.id, tokens } : null),
      undefined,
      undefined,
      { httpClient: serviceClient({ timeoutMs: SEND_MS, now }) },
    ),
  );
  const allowServiceUrl = app ? servicesOf([...cloud.connectorHosts, ...settings.connectorHosts]) : loopbackServices;
  const door = app ? new ChannelServiceDoor({ authentication, issuer: cloud.issuer, log }) : loopbackDoor;
  return {
    mount(server) {
      if (!app && !settings.loopback) return;
      const { messagesPerMinute } = parts.profile.limits;
      const posting = { ...parts, door, allowServiceUrl, messagesPerMinute, threads: new ChannelConversations(parts) };
      server.on('post', '/api/messages', (request, response) => postMessages(posting, request, response));
    },
    deliver: channelDelivery({ ...parts, authentication, appId: app?.id ?? '', tokens, allowServiceUrl }),
  };
}
