import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { mountApiRoutes } from '../../../channels/api-routes.ts';
import { createDeskApi, type DeskApi } from '../../../channels/desk-api/create-desk-api.ts';
import { DeskCookie } from '../../../channels/desk-api/desk-cookie.ts';
import { trustedProxies } from '../../../channels/http/client-address.ts';
import { cors } from '../../../channels/http/cors.ts';
import { HttpServer } from '../../../channels/http-server.ts';
import demoProfile from '../../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../../data/profile/profile-schema.ts';
import type { AccountSettings } from '../../../desk/accounts/account-settings.ts';
import { tokenHash } from '../../../desk/accounts/staff-sessions.ts';
import type { Actor } from '../../../desk/actor.ts';
import { openIncidentParts } from '../../../desk/incidents/open-incident-parts.ts';
import type { StaffRole } from '../../../domain/desk/rights.ts';
import { BillingRepository } from '../../../store/repositories/billing-repository.ts';
import { createToTraditional } from '../../../strings/traditional.ts';
import type { SessionDetail, SessionList, TranscriptPage } from '../../../web/protocol/desk/session.ts';
import type { TicketDetail, TicketList } from '../../../web/protocol/desk/ticket.ts';
import type { ApiError } from '../../../web/protocol/error.ts';
import { DeskRig } from '../../desk/desk-rig.ts';
import { localiserHere } from '../../desk/incidents/incident-rig.ts';
import { SMALL_BOOK } from '../../desk/small-answer-book.ts';
import { EXAMPLE_ASKING } from '../../domain/asking/example-asking.ts';
import { EXAMPLE_FLOOR } from '../../domain/floor/example-floor.ts';

/** What tests look into. Which of it an answer holds depends on what was asked: an assertion fails on what is not there. */
export type DeskReply = ApiError &
  SessionList &
  Pick<SessionDetail, 'session'> &
  Pick<TranscriptPage, 'rows'> &
  TicketDetail &
  TicketList & { readonly csrf: string };

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: DeskReply;
}

/** The desk's API on a real HTTP server, over the embedded store. */
export class DeskApiRig {
  readonly desk: DeskRig;
  readonly api: DeskApi;
  readonly base: string;
  readonly #server: HttpServer;

  private constructor(given: { desk: DeskRig; api: DeskApi; server: HttpServer; base: string }) {
    this.desk = given.desk;
    this.api = given.api;
    this.base = given.base;
    this.#server = given.server;
  }

  static async open(
    options: { publicUrl?: string; totpRoles?: readonly StaffRole[]; provider?: AccountSettings['provider'] } = {},
  ): Promise<DeskApiRig> {
    const desk = await DeskRig.open();
    const log = pino({ level: 'silent' });
    const { repositories: _own, ...parts } = desk.parts;
    const publicUrl = options.publicUrl ?? null;
    const api = createDeskApi({
      ...parts,
      log,
      holder: 'rig',
      publicUrl,
      accounts: { secretsKey: null, totpRoles: options.totpRoles ?? [], provider: options.provider ?? null },
      profile: {
        name: { zh: '示例供电', en: 'Example Power' },
        demo: true,
        ratings: { lowAtMost: 2, namedToAgents: false },
        figures: { answerWithinSeconds: { value: 60, confirmed: false }, repeatWithinDays: 7 },
        floor: EXAMPLE_FLOOR,
        billing: loadProfile(demoProfile).billing,
        timeZone: 'Asia/Shanghai',
        holidays: [{ date: '2026-12-01', zh: '节日', en: 'Holiday', confirmed: true }],
        workingDays: [],
      },
      billing: new BillingRepository(parts.database),
      toTraditional: createToTraditional(),
      answers: SMALL_BOOK,
      reliability: {
        timeZone: 'Asia/Shanghai',
        sustainedAfterMinutes: 5,
        towns: [
          { code: '441900003', name: { zh: '东城街道', en: 'Dongcheng' } },
          { code: '441900101', name: { zh: '石碣镇', en: 'Shijie' } },
        ],
      },
      incidents: openIncidentParts({
        database: parts.database,
        nerve: parts.nerve,
        now: parts.now,
        newId: parts.newId,
        localiser: localiserHere(),
        holder: 'rig',
        timeZone: 'Asia/Shanghai',
        askingRules: EXAMPLE_ASKING,
        drawNumber: () => randomInt(10_000),
      }),
      beatMs: 50,
    });
    const server = new HttpServer({ publicUrl, proxies: trustedProxies([]), cors: cors([]), log, idPrefix: 'test' });
    mountApiRoutes(server, api.routes, { door: api.door, checkAnswers: true });
    if (api.provider) {
      server.on('get', '/api/desk/provider', api.provider.begin);
      server.on('get', '/api/desk/provider/callback', api.provider.back);
    }
    server.on('get', '/api/desk/events', api.events);
    server.on('get', '/api/desk/attachments/{id}', api.attachments);
    server.on('get', '/api/desk/learning-export', api.learningExport);
    server.on('get', '/api/desk/reliability-export', api.reliabilityExport);
    server.on('get', '/api/desk/places-export', api.placesExport);
    server.on('get', '/api/desk/landmarks-export', api.landmarksExport);
    server.on('get', '/api/desk/place-needs-export', api.placeNeedsExport);
    server.on('get', '/api/desk/audit-export', api.auditExport);
    server.on('get', '/api/desk/ratings-export', api.ratingsExport);
    server.on('get', '/api/desk/figures-export', api.figuresExport);
    const port = await server.listen(0, '127.0.0.1');
    return new DeskApiRig({ desk, api, server, base: `http://127.0.0.1:${port}` });
  }

  async close(): Promise<void> {
    await this.api.stop();
    await this.#server.close();
    await this.desk.close();
  }

  /** Somebody with these roles, signed in without the work of a password. */
  async signedIn(roles: readonly StaffRole[] = ['agent']): Promise<DeskCaller> {
    const actor = await this.desk.hire(roles);
    const token = randomBytes(32).toString('base64url');
    const csrf = randomBytes(32).toString('base64url');
    const { now, database, parts } = this.desk;
    await database.commit([
      parts.repositories.staffSessions.add({
        token_hash: tokenHash(token),
        id: randomUUID(),
        staff_id: actor.staffId,
        csrf,
        device: 'Firefox · Linux',
        address: '192.0.2.*',
        method: 'password',
        created_at: now,
        last_seen_at: now,
        expires_at: now + 12 * 60 * 60_000,
        proved_at: now,
      }),
    ]);
    const cookie = new DeskCookie({ secure: false }).set(token, 1000).split(';')[0] ?? '';
    return new DeskCaller(this.base, { cookie, csrf, actor });
  }

  nobody(): DeskCaller {
    return new DeskCaller(this.base, null);
  }
}

/** A browser as far as the desk's API sees it. */
export class DeskCaller {
  readonly #base: string;
  readonly #signedIn: { cookie: string; csrf: string; actor: Actor } | null;

  constructor(base: string, signedIn: { cookie: string; csrf: string; actor: Actor } | null) {
    this.#base = base;
    this.#signedIn = signedIn;
  }

  get actor(): Actor {
    if (!this.#signedIn) throw new Error('nobody is signed in');
    return this.#signedIn.actor;
  }

  get(path: string): Promise<Answered> {
    return this.call('GET', path);
  }

  post(path: string, json?: unknown): Promise<Answered> {
    return this.call('POST', path, json);
  }

  async call(
    method: string,
    path: string,
    json?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    const response = await fetch(this.#base + path, {
      method,
      headers: {
        ...(this.#signedIn ? { cookie: this.#signedIn.cookie, 'x-csrf-token': this.#signedIn.csrf } : {}),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        'accept-language': 'en',
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as DeskReply,
    };
  }

  /** The line of events, read as it comes until the test ends it. */
  async follow(): Promise<EventLine> {
    const ending = new AbortController();
    const response = await fetch(`${this.#base}/api/desk/events`, {
      headers: this.#signedIn ? { cookie: this.#signedIn.cookie } : {},
      signal: ending.signal,
    });
    return new EventLine(response, ending);
  }
}

export class EventLine {
  readonly status: number;
  readonly headers: Headers;
  readonly events: unknown[] = [];
  readonly ids: string[] = [];
  readonly ended: Promise<void>;
  #beats = 0;
  readonly #ending: AbortController;

  constructor(response: Response, ending: AbortController) {
    this.status = response.status;
    this.headers = response.headers;
    this.#ending = ending;
    this.ended = this.#read(response).catch(() => {
      // The test itself has ended the line.
    });
  }

  async until(satisfied: (events: readonly unknown[]) => boolean): Promise<void> {
    for (let waited = 0; waited < 3000; waited += 5) {
      if (satisfied(this.events)) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`not told within 3 s; told: ${JSON.stringify(this.events)}`);
  }

  /** So many signs of life from now on. */
  async beats(count: number): Promise<void> {
    const wanted = this.#beats + count;
    while (this.#beats < wanted) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  close(): void {
    this.#ending.abort();
  }

  async #read(response: Response): Promise<void> {
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const line of blocks.flatMap((block) => block.split('\n'))) {
        if (line.startsWith('data: ')) this.events.push(JSON.parse(line.slice(6)));
        if (line === ': beat') this.#beats += 1;
        if (line.startsWith('id: ')) this.ids.push(line.slice(4));
      }
    }
  }
}
