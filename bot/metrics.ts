import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BillingObserver } from '../channels/billing/http-billing-source.ts';
import type { CommittedTurn } from './turn/turn-runner.ts';

export interface Gauges {
  readonly queued: () => Promise<number>;
  readonly outboxDue: () => Promise<number>;
  readonly webhooksDue: () => Promise<number>;
  readonly deadLetters: () => Promise<number>;
  readonly auditUnchained: () => Promise<number>;
  readonly openIncidents: () => Promise<number>;
  readonly feedersDue: () => Promise<number>;
  readonly openStreams: () => number;
  readonly openDesks: () => number;
  readonly openMailboxes: () => number;
}

/** What operators watch, in Prometheus' terms; all names begin with switchboard_. Nothing personal is a label. */
export class Metrics {
  readonly registry = new Registry();
  readonly #turns = this.#counter('turns_total', 'Turns committed.', ['outcome']);
  readonly #failed = this.#counter('turn_failures_total', 'Turns that failed and are tried again.', []);
  readonly #intents = this.#counter('intents_total', 'What customers wanted.', ['intent', 'language']);
  readonly #fallbacks = this.#counter('fallbacks_total', 'Messages that were not understood.', []);
  readonly #emergencies = this.#counter('severity_total', 'Sessions by the grade a turn left them with.', ['severity']);
  readonly #took = this.#histogram('turn_seconds', 'From a turn’s start to its commit.', []);
  readonly #waited = this.#histogram('inbound_wait_seconds', 'From an inbound’s arrival to its commit.', []);
  readonly #requests = this.#histogram('http_request_seconds', 'HTTP requests.', ['method', 'route', 'status']);

  readonly #billingCalls = this.#histogram('billing_seconds', 'Calls of the billing system, tries together.', [
    'outcome',
  ]);
  readonly #billingLooks = this.#counter('billing_looks_total', 'Records that were wanted, and what was had.', [
    'kind',
  ]);
  /** For the billing system. */
  readonly billing: BillingObserver = {
    called: ({ outcome, ms }) => this.#billingCalls.observe({ outcome }, ms / 1000),
    looked: (kind) => this.#billingLooks.inc({ kind }),
  };

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'switchboard_' });
  }

  turn({ work, as, took, waited }: CommittedTurn): void {
    this.#turns.inc({ outcome: as });
    this.#took.observe(took / 1000);
    this.#waited.observe(waited / 1000);
    const { intent, language, severity } = work.session;
    if (intent) this.#intents.inc({ intent, language: language ?? 'unknown' });
    if (severity) this.#emergencies.inc({ severity });
    if (work.misunderstood) this.#fallbacks.inc();
  }

  turnFailed(): void {
    this.#failed.inc();
  }

  request({ method, route, status, ms }: { method: string; route: string; status: number; ms: number }): void {
    this.#requests.observe({ method, route, status: String(status) }, ms / 1000);
  }

  /** Figures that are asked for when somebody looks. */
  watch(gauges: Gauges): void {
    this.#gauge('queued_sessions', 'Service sessions waiting for a person.', gauges.queued);
    this.#gauge('outbox_due', 'Messages waiting to leave for channels outside.', gauges.outboxDue);
    this.#gauge('webhooks_due', 'Events waiting to be told to other systems.', gauges.webhooksDue);
    this.#gauge('dead_letters', 'Inbound, outbound and webhooks set aside after all tries.', gauges.deadLetters);
    this.#gauge('audit_unchained', 'Entries of the audit log that have yet to be chained.', gauges.auditUnchained);
    this.#gauge('open_incidents', 'Faults of the network where supply is not back.', gauges.openIncidents);
    this.#gauge('feeders_due', 'Feeders that wait for incidents to be inferred anew.', gauges.feedersDue);
    this.#gauge('open_streams', 'Customers’ open WebSocket streams.', gauges.openStreams);
    this.#gauge('open_desks', 'Open lines of events to desks.', gauges.openDesks);
    this.#gauge('open_mailboxes', 'Conversations being handled, or waiting for their turn.', gauges.openMailboxes);
  }

  /** The circuit breaker before the billing system: 0 closed, 1 half open, 2 open. */
  watchBreaker(state: () => 'closed' | 'half_open' | 'open'): void {
    const value = { closed: 0, half_open: 1, open: 2 };
    this.#gauge('billing_breaker', 'Before the billing system: 0 closed, 1 half open, 2 open.', () => value[state()]);
  }

  #counter<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({ name: `switchboard_${name}`, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  #histogram<L extends string>(name: string, help: string, labelNames: readonly L[]): Histogram<L> {
    const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    return new Histogram({
      name: `switchboard_${name}`,
      help,
      labelNames: [...labelNames],
      buckets,
      registers: [this.registry],
    });
  }

  #gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name: `switchboard_${name}`,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read());
      },
    });
  }
}
