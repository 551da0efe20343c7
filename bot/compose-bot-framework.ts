import {
  type BotFramework,
  type BotFrameworkParts,
  type BotFrameworkSettings,
  createBotFramework,
} from '../channels/bot-framework/create-bot-framework.ts';
import { type ChannelOutbox, channelOutbox } from '../channels/outbox/channel-outbox.ts';
import { OutboxRepository } from '../store/repositories/outbox-repository.ts';
import type { Config } from './config.ts';

/** The channels outside: where they are taken in, and the outbox that writes to them. */
export function composeBotFramework(
  config: Config,
  parts: Omit<BotFrameworkParts, 'outbox' | 'settings'>,
): { readonly botFramework: BotFramework; readonly outbox: ChannelOutbox } {
  const { database, nerve, log, now } = parts;
  const rows = new OutboxRepository(database);
  const botFramework = createBotFramework({ ...parts, outbox: rows, settings: settingsOf(config) });
  const { deliver } = botFramework;
  return {
    botFramework,
    outbox: channelOutbox({ database, outbox: rows, nerve, deliver, log, now, chance: Math.random }),
  };
}

function settingsOf(config: Config): BotFrameworkSettings {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenant } = config;
  const isOfOneTenant = config.MICROSOFT_APP_TYPE === 'SingleTenant';
  return {
    app: id && password ? { id, password, tenant: (isOfOneTenant && tenant) || null } : null,
    cloud: config.MICROSOFT_CLOUD,
    openIdMetadata: config.MICROSOFT_OPENID_METADATA ?? null,
    login: config.MICROSOFT_LOGIN_URL ?? null,
    connectorHosts: config.CONNECTOR_HOSTS,
    loopback: config.local,
  };
}
