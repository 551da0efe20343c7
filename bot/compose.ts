import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { mountApiRoutes } from '../channels/api-routes.ts';
import { createChannels } from '../channels/create-channels.ts';
import { mountDemoRoutes } from '../channels/demo-routes.ts';
import { DESCRIBED_ROUTES } from '../channels/described-routes.ts';
import { createDeskApi } from '../channels/desk-api/create-desk-api.ts';
import { mountDocuments } from '../channels/documents/serve-document.ts';
import { openTypeface } from '../channels/documents/typeface.ts';
import { mountHealth } from '../channels/health.ts';
import type { IdentityKeys } from '../channels/identity/site-identities.ts';
import { createIntegrationApi } from '../channels/integration-api/create-integration-api.ts';
import { openApi } from '../channels/openapi.ts';
import { mountDemoPayPage } from '../channels/pay/demo-pay-page.ts';
import { mountStaticFiles } from '../channels/static-files.ts';
import { DEMO_CUSTOMER } from '../data/demo/demo-customer.ts';
import { DEMO_STAFF } from '../data/demo/demo-staff.ts';
import { incidentsAt } from '../desk/incidents/incidents-at.ts';
import { clockTermsOf } from '../domain/tickets/clock-terms.ts';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import { createUnderstand } from '../nlu/create-understand.ts';
import { loadPlaceFinder } from '../nlu/places/load-place-finder.ts';
import packageFile from '../package.json' with { type: 'json' };
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { openNerve } from '../store/nerve/open-nerve.ts';
import { openDatabase } from '../store/open-database.ts';
import { OperationsRepository } from '../store/repositories/operations-repository.ts';
import { SmsRepository } from '../store/repositories/sms-repository.ts';
import { StaffRepository } from '../store/repositories/staff-repository.ts';
import { buildFrontEnds } from '../web/build/build-front-ends.ts';
import { accountSettings } from './account-settings.ts';
import { composeAudit } from './compose-audit.ts';
import { composeBilling } from './compose-billing.ts';
import { composeBotFramework } from './compose-bot-framework.ts';
import { composeIncidents } from './compose-incidents.ts';
import { composeLinks } from './compose-links.ts';
import { composeServices } from './compose-services.ts';
import { composeTurns } from './compose-turns.ts';
import { composeWebhooks } from './compose-webhooks.ts';
import { type Config, ConfigError } from './config.ts';
import { loadDemo } from './load-demo.ts';
import { createLogger } from './logger.ts';
import { Metrics } from './metrics.ts';
import { openLanguageModel } from './open-language-model.ts';
import { readProfile } from './read-profile.ts';
import { reliabilityOf } from './reliability-of.ts';

export interface Switchboard {
  /** Resolves with the address it serves at. */
  listen(): Promise<string>;
  /** Drains: no new turns, those in hand finish; then everything is closed. */
  close(graceMs: number): Promise<void>;
}

const WARM_UP = [
  '寮步镇石步村3栋302没电了，昨晚开始的',
  '這個月電費多少',
  '呢度停咗電',
  'There are sparks at the pole outside',
  '13800138000',
];

/** The composition root: every adapter is made here and handed to those who use it. */
export async function compose(config: Config): Promise<Switchboard> {
  const log = createLogger(config.LOG_LEVEL);
  const { profile, answers } = readProfile(config);
  const webFolder = resolve(config.DATA_DIR, 'web');
  const [database, fronts] = await Promise.all([
    openStore(config, profile),
    buildFrontEnds({ outDir: webFolder }).then(() => webFolder),
  ]);
  const nerve = openNerve({
    ...(config.REDIS_URL ? { redisUrl: config.REDIS_URL } : {}),
    onError: (error) => log.warn({ err: error }, 'Redis is away'),
  });
  const metrics = new Metrics();
  const now = Date.now;
  const newId = randomUUID;
  const newNonce = () => randomBytes(16).toString('base64url');
  const places = loadPlaceFinder();
  const { model, digest } = openLanguageModel(config);
  const understand = createUnderstand({ model, places });
  // The first customer does not wait for the engine to get going.
  for (const words of WARM_UP) understand(words);
  const incidents = composeIncidents({
    database,
    nerve,
    profile,
    shared: config.DATABASE_URL !== undefined,
    log,
    now,
    newId,
    wake: (id) => turns.mailbox.wake(id),
  });
  const billing = composeBilling(config, {
    ...{ database, log, now, version: packageFile.version },
    observe: metrics.billing,
  });
  if (billing) metrics.watchBreaker(billing.breaker);
  // Known once it listens, where no setting tells.
  let address = config.PUBLIC_URL ?? '';
  const { links, documents, payKeys } = composeLinks({
    ...{ database, profile, now, newId, payKey: config.PAY_LINK_KEY, local: config.local },
    newSecret: () => randomBytes(32).toString('base64url'),
    baseUrl: () => address,
  });
  const services = await composeServices({
    database,
    links,
    profile,
    answers,
    understand,
    model: digest,
    places,
    incidentsAt: (place) => incidentsAt(incidents.parts, place),
    ...(billing ? { billing: billing.source } : {}),
  });
  const turns = composeTurns({
    database,
    nerve,
    services,
    log,
    now,
    newId,
    observe: (turn) => metrics.turn(turn),
    failed: () => metrics.turnFailed(),
  });
  const desk = createDeskApi({
    database,
    nerve,
    understand,
    learning: services.learning,
    billing: services.billing,
    toTraditional: services.toTraditional,
    statements: turns.statements,
    standards: clockTermsOf(profile),
    terms: profile.desk,
    // A beat that is lost, or two, must not cost anybody their conversations.
    beatMs: Math.min(15_000, (profile.desk.graceSeconds * 1000) / 4),
    holder: config.DATABASE_URL ? newId() : 'embedded',
    now,
    newId,
    wake: (id) => turns.mailbox.wake(id),
    publicUrl: config.PUBLIC_URL ?? null,
    profile,
    accounts: accountSettings(config),
    answers,
    reliability: reliabilityOf(profile),
    incidents: incidents.parts,
    log,
  });
  const staff = new StaffRepository(database);
  const channels = createChannels({
    database,
    conversations: turns.conversations,
    inbox: turns.inbox,
    nerve,
    log,
    now,
    newId,
    newSecret: () => randomBytes(32).toString('base64url'),
    profile,
    status: {
      queuePlace: (sessionId) => desk.queue.placeOf(sessionId),
      deskName: async (id) => (await staff.byId(id))?.desk_name ?? null,
    },
    settings: {
      publicUrl: config.PUBLIC_URL ?? null,
      trustedProxies: config.TRUSTED_PROXIES,
      widgetOrigins: config.WIDGET_ORIGINS,
      directLineSecret: config.DIRECT_LINE_SECRET ?? null,
      identity: identityKeys(config),
    },
    wake: (id) => turns.mailbox.wake(id),
    observe: (request) => metrics.request(request),
  });

  const { conversations, inbox } = turns;
  const { toTraditional } = services;
  const outside = { database, conversations, inbox, nerve, log, now, newId, toTraditional, profile };
  const { botFramework, outbox } = composeBotFramework(config, outside);
  const webhooks = composeWebhooks({
    ...{ database, nerve, log, now, terms: profile.integrations },
    loopback: config.local,
    version: packageFile.version,
  });

  const chainer = composeAudit({ database, log, now, holder: config.DATABASE_URL ? newId() : 'embedded' });
  const operations = new OperationsRepository(database);
  metrics.watch({
    queued: () => operations.queuedSessions(),
    outboxDue: () => operations.outboxDue(),
    webhooksDue: () => operations.webhooksDue(),
    deadLetters: () => operations.deadLetters(),
    auditUnchained: () => operations.auditUnchained(),
    openIncidents: () => operations.openIncidents(),
    feedersDue: () => operations.feedersDue(now()),
    openStreams: () => channels.streams.open,
    openDesks: () => desk.openLines(),
    openMailboxes: () => turns.mailbox.open,
  });
  let draining = false;
  const { server } = channels;
  mountHealth(server, {
    needs: { database: () => database.ping(), nerve: () => nerve.ping() },
    ...(billing ? { wants: { billing: () => billing.breaker() !== 'open' } } : {}),
    draining: () => draining,
    metrics: metrics.registry,
  });
  mountApiRoutes(server, desk.routes, { door: desk.door });
  const integration = createIntegrationApi({
    ...{ database, nerve, now, newId, timeZone: profile.timeZone, terms: profile.integrations },
    ticketDigits: () => randomInt(100_000),
    incidentDesk: desk.incidentDesk,
  });
  mountApiRoutes(server, integration.routes, { door: integration.door });
  if (desk.provider) {
    server.on('get', '/api/desk/provider', desk.provider.begin);
    server.on('get', '/api/desk/provider/callback', desk.provider.back);
  }
  server.on('get', '/api/desk/events', desk.events);
  server.on('get', '/api/desk/attachments/{id}', desk.attachments);
  server.on('get', '/api/desk/learning-export', desk.learningExport);
  server.on('get', '/api/desk/places-export', desk.placesExport);
  server.on('get', '/api/desk/landmarks-export', desk.landmarksExport);
  server.on('get', '/api/desk/place-needs-export', desk.placeNeedsExport);
  server.on('get', '/api/desk/reliability-export', desk.reliabilityExport);
  server.on('get', '/api/desk/audit-export', desk.auditExport);
  server.on('get', '/api/desk/ratings-export', desk.ratingsExport);
  server.on('get', '/api/desk/figures-export', desk.figuresExport);
  const description = openApi([...desk.described, ...integration.routes, ...DESCRIBED_ROUTES], {
    title: 'Switchboard',
    version: packageFile.version,
    cookie: desk.cookieName,
  });
  server.on('get', '/api/openapi.json', async () => ({ kind: 'json', status: 200, body: description }));
  botFramework.mount(server);
  mountDocuments(server, {
    ...{ links: documents, database, nerve, profile, now, newId, newNonce },
    billing: services.billing,
    audit: services.audit,
    toTraditional,
    typeface: openTypeface(),
  });
  if (profile.demo && config.local) {
    mountDemo(server, database);
    mountDemoPayPage(server, { keys: payKeys, profile, now, newNonce });
  }
  await mountStaticFiles(server, {
    widget: join(fronts, 'widget'),
    // The demo's page is nobody else's home page.
    site: profile.demo ? join(fronts, 'site') : null,
    desk: join(fronts, 'desk'),
    newNonce,
  });

  return {
    async listen() {
      const port = await server.listen(config.PORT, config.HOST);
      turns.sweeper.start();
      desk.start();
      incidents.watch.start();
      outbox.start();
      webhooks.start();
      chainer.start();
      address = config.PUBLIC_URL ?? `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`;
      return address;
    },
    async close(graceMs) {
      draining = true;
      await turns.sweeper.stop();
      await incidents.watch.stop();
      await desk.stop();
      await channels.drain(graceMs);
      await turns.mailbox.drain();
      await Promise.all([outbox.drain(graceMs), webhooks.drain(graceMs)]);
      await channels.close();
      await chainer.stop();
      await nerve.close();
      await database.close();
    },
  };
}

function identityKeys(config: Config): IdentityKeys {
  const { IDENTITY_JWKS_URL: jwksUrl, IDENTITY_ISSUER: issuer, IDENTITY_AUDIENCE: audience } = config;
  return {
    jwt: jwksUrl && issuer && audience ? { jwksUrl, issuer, audience } : null,
    secret: config.IDENTITY_SECRET ?? null,
  };
}

async function openStore(config: Config, profile: UtilityProfile): Promise<Database> {
  const database = openDatabase({
    folder: config.DATA_DIR,
    synchronous: config.DURABILITY === 'normal' ? 'NORMAL' : 'FULL',
    ...(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : {}),
  });
  await database.ping().catch((error: unknown) => {
    throw new ConfigError(`${config.DATABASE_URL ? 'DATABASE_URL' : 'DATA_DIR'}: ${messageOf(error)}`);
  });
  await migrate(database);
  // The demo's passwords are public: they stand on this machine only, or nowhere.
  if (profile.demo) {
    await loadDemo(database, {
      profile,
      now: Date.now,
      // The embedded database has one process: what its last life claimed is its own.
      holder: config.DATABASE_URL ? randomUUID() : 'embedded',
      premises: config.DEMO_PREMISES,
      withoutStaff: !config.local,
    });
  }
  return database;
}

function mountDemo(server: Parameters<typeof mountDemoRoutes>[0], database: Database): void {
  const messages = new SmsRepository(database);
  mountDemoRoutes(server, {
    sms: async () => ({ messages: await messages.latest(5) }),
    hints: async () => ({
      accountNumber: DEMO_CUSTOMER.accountNumber,
      phone: DEMO_CUSTOMER.phone,
      deskUrl: '/desk/',
      logins: DEMO_STAFF.map(({ login, demoPassword, roles }) => ({ login, password: demoPassword, role: roles[0] })),
    }),
  });
}

/** An error's words with those of what caused it. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message || error.cause.name})` : error.message;
}
