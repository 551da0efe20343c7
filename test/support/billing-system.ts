import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BillingRecord } from '../../domain/billing/billing-source.ts';
import type { AccountRecord } from '../../web/protocol/billing-system.ts';

/** How the stand-in takes a call: as it should, or in one of the ways in which such systems fail. */
export type Manner =
  | { readonly kind: 'well' }
  /** Does not answer before `release`. */
  | { readonly kind: 'hangs' }
  | { readonly kind: 'drops' }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'text'; readonly text: string }
  /** Answers with something made of the right record. */
  | { readonly kind: 'garbled'; readonly by: (record: AccountRecord) => unknown };

export const TOKEN = 'a token of the stand-in';

/** A utility's customer information system on loopback, which tests make slow, wrong or silent. */
export class BillingSystem {
  /** What the next calls meet, one each; then `manner`. */
  readonly next: Manner[] = [];
  manner: Manner = { kind: 'well' };
  /** Paths that were asked for with the right token. */
  readonly asked: string[] = [];
  readonly url: string;
  readonly #server;
  #held: (() => void)[] = [];

  private constructor(server: ReturnType<typeof createServer>) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** `records` by account number; undefined where there is none. */
  static async open(records: (number: string) => Promise<BillingRecord | undefined>): Promise<BillingSystem> {
    const server = createServer((request, response) => void system.#take(request, response, records));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const system = new BillingSystem(server);
    return system;
  }

  /** Calls that hang now. */
  get hanging(): number {
    return this.#held.length;
  }

  /** Those that hang are answered, and hang no longer. */
  release(): void {
    this.manner = { kind: 'well' };
    for (const go of this.#held.splice(0)) go();
  }

  async close(): Promise<void> {
    this.release();
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  async #take(
    request: IncomingMessage,
    response: ServerResponse,
    records: (number: string) => Promise<BillingRecord | undefined>,
  ): Promise<void> {
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return ends(response, 401);
    this.asked.push(request.url ?? '');
    const manner = this.next.shift() ?? this.manner;
    if (manner.kind === 'drops') return void request.socket.destroy();
    if (manner.kind === 'status') return ends(response, manner.status, manner.headers);
    if (manner.kind === 'hangs') {
      await new Promise<void>((resolve) => {
        this.#held.push(resolve);
      });
    }
    if (manner.kind === 'text') return void response.end(manner.text);
    const record = await records(/^\/accounts\/(\d+)\/record\?/.exec(request.url ?? '')?.[1] ?? '');
    if (!record) return ends(response, 404);
    const wire = wireOf(record);
    response.end(JSON.stringify(manner.kind === 'garbled' ? manner.by(wire) : wire));
  }
}

/** Two calls: where restify is loaded beside, `writeHead` returns nothing. */
function ends(response: ServerResponse, status: number, headers?: Readonly<Record<string, string>>): void {
  response.writeHead(status, headers);
  response.end();
}

/** A record as the contract has it. */
export function wireOf({ account, bills, payments }: BillingRecord): AccountRecord {
  const { id: _ours, ...facts } = account;
  return {
    account: facts,
    bills: bills.map((bill) => ({
      ...bill,
      from: moment(bill.from),
      to: moment(bill.to),
      issuedAt: moment(bill.issuedAt),
      dueAt: moment(bill.dueAt),
      lines: [...bill.lines],
    })),
    payments: payments.map((payment) => ({ ...payment, at: moment(payment.at) })),
  };
}

function moment(at: number): string {
  return new Date(at).toISOString();
}
