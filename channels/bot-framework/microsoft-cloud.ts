/** Where one of Microsoft's clouds has what a bot needs. Addresses from its documentation of each cloud. */
export interface MicrosoftCloud {
  /** Issuer of the tokens that channels send; also the scope of those that are sent to channels. */
  readonly issuer: string;
  readonly openIdMetadata: string;
  /** Tokens are fetched at `<login>/<tenant>/oauth2/v2.0/token`. */
  readonly login: string;
  /** The tenant that a multi-tenant bot's tokens come from. */
  readonly botTenant: string;
  /** Hosts of the connectors, and all below them. */
  readonly connectorHosts: readonly string[];
}

export const MICROSOFT_CLOUDS = {
  public: {
    issuer: 'https://api.botframework.com',
    openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    login: 'https://login.microsoftonline.com',
    botTenant: 'botframework.com',
    connectorHosts: ['botframework.com', 'smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'],
  },
  government: {
    issuer: 'https://api.botframework.us',
    openIdMetadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    login: 'https://login.microsoftonline.us',
    botTenant: 'MicrosoftServices.onmicrosoft.us',
    connectorHosts: ['botframework.azure.us', 'botframework.us', 'smba.infra.gov.teams.microsoft.us'],
  },
  china: {
    issuer: 'https://api.botframework.azure.cn',
    openIdMetadata: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    login: 'https://login.partner.microsoftonline.cn',
    botTenant: 'microsoftservices.partner.onmschina.cn',
    connectorHosts: ['botframework.azure.cn'],
  },
} as const satisfies Readonly<Record<string, MicrosoftCloud>>;

export type MicrosoftCloudName = keyof typeof MICROSOFT_CLOUDS;
