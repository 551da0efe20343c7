import { randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { mountApiRoutes } from '../../../channels/api-routes.ts';
import { trustedProxies } from '../../../channels/http/client-address.ts';
import { cors } from '../../../channels/http/cors.ts';
import { HttpServer } from '../../../channels/http-server.ts';
import { createIntegrationApi } from '../../../channels/integration-api/create-integration-api.ts';
import { apiKeyHash, apiKeyOf } from '../../../desk/integration/api-keys.ts';
import { openIntegrationRepositories } from '../../../desk/integration/integration-parts.ts';
import type { ApiError } from '../../../web/protocol/error.ts';
import {
  API_SCOPES,
  type ApiScope,
  type IntegrationIncident,
  type IntegrationIncidentList,
  type IntegrationTicket,
  type IntegrationTicketList,
} from '../../../web/protocol/integration.ts';
import type { OpenEngine } from '../../contract/engines.ts';
import type { DeskRig } from '../../desk/desk-rig.ts';
import { IncidentRig } from '../../desk/incidents/incident-rig.ts';

/** What tests look into. Which of it an answer holds depends on what was asked. */
export type IntegrationReply = ApiError &
  IntegrationTicket &
  IntegrationTicketList &
  IntegrationIncidentList &
  IncidentReply;

/** What an incident has and a ticket has not. */
type IncidentReply = Omit<IntegrationIncident, keyof IntegrationTicket>;

export interface IntegrationAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: IntegrationReply;
}

export const A_FAULT = {
  description: 'Feeder relay tripped',
  facts: { no_power: true, scope: 'street' },
  place: 'Dongcheng, Dongxing Road 12',
} as const;

/** The API of other systems on a real HTTP server, over any engine. */
export class IntegrationRig {
  readonly incidents: IncidentRig;
  readonly base: string;
  readonly #server: HttpServer;

  private constructor(given: { incidents: IncidentRig; server: HttpServer; base: string }) {
    this.incidents = given.incidents;
    this.base = given.base;
    this.#server = given.server;
  }

  static async open(engine: OpenEngine, { callsPerMinute = 10_000 } = {}): Promise<IntegrationRig> {
    const incidents = new IncidentRig(engine);
    const { desk } = incidents;
    const log = pino({ level: 'silent' });
    let drawn = 0;
    const api = createIntegrationApi({
      ...{ database: desk.database, nerve: desk.nerve, newId: randomUUID, now: () => desk.now },
      timeZone: 'Asia/Shanghai',
      ticketDigits: () => drawn++ % 100_000,
      terms: { callsPerMinute },
      incidentDesk: { desk: desk.parts, on: incidents.parts },
    });
    const server = new HttpServer({
      publicUrl: null,
      proxies: trustedProxies([]),
      cors: cors([]),
      log,
      idPrefix: 'test',
    });
    mountApiRoutes(server, api.routes, { door: api.door, checkAnswers: true });
    const port = await server.listen(0, '127.0.0.1');
    return new IntegrationRig({ incidents, server, base: `http://127.0.0.1:${port}` });
  }

  get desk(): DeskRig {
    return this.incidents.desk;
  }

  async close(): Promise<void> {
    await this.#server.close();
    await this.incidents.close();
  }

  /** A caller with a fresh key of this client. */
  async client(
    name: string,
    scopes: readonly ApiScope[] = API_SCOPES,
    expiresAt: number | null = null,
  ): Promise<IntegrationCaller> {
    const key = apiKeyOf(randomBytes(32).toString('base64url'));
    const { keys } = openIntegrationRepositories(this.desk.database);
    const id = randomUUID();
    await this.desk.database.commit([
      keys.add({
        ...{ id, client: name, key_hash: apiKeyHash(key), scopes: JSON.stringify(scopes) },
        ...{ created_at: this.desk.now, expires_at: expiresAt },
      }),
    ]);
    return new IntegrationCaller(this.base, key, id);
  }
}

export class IntegrationCaller {
  readonly #base: string;
  readonly key: string;
  readonly keyId: string;

  constructor(base: string, key: string, keyId = '') {
    this.#base = base;
    this.key = key;
    this.keyId = keyId;
  }

  get(path = ''): Promise<IntegrationAnswer> {
    return this.call('GET', path);
  }

  report(body: unknown, idempotencyKey: string = randomUUID()): Promise<IntegrationAnswer> {
    return this.call('POST', '', body, { 'idempotency-key': idempotencyKey });
  }

  update(
    number: string,
    version: number,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<IntegrationAnswer> {
    return this.call('PATCH', `/${number}`, body, { 'if-match': `"${version}"`, ...headers });
  }

  openIncident(body: unknown, idempotencyKey: string = randomUUID()): Promise<IntegrationAnswer> {
    return this.call('POST', '/../incidents', body, { 'idempotency-key': idempotencyKey });
  }

  incident(number: string): Promise<IntegrationAnswer> {
    return this.get(`/../incidents/${number}`);
  }

  updateIncident(number: string, version: number, body: unknown): Promise<IntegrationAnswer> {
    return this.call('PATCH', `/../incidents/${number}`, body, { 'if-match': `"${version}"` });
  }

  /** `path`: beyond that of the tickets. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<IntegrationAnswer> {
    const response = await fetch(`${this.#base}/api/integration/v1/tickets${path}`, {
      method,
      headers: {
        ...(this.key === '' ? {} : { authorization: `Bearer ${this.key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'accept-language': 'en',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as IntegrationReply };
  }
}
