import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';
import type { AddressInfo, BlockList } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createServer, type Request, type Response, type Server } from 'restify';
import { StoreError } from '../store/database.ts';
import { AnswerFields } from './http/answer-fields.ts';
import type { Cors } from './http/cors.ts';
import { type HttpAnswer, refuse, type Taken } from './http/http-answer.ts';
import { baseUrlOf, HttpRequest } from './http/http-request.ts';
import { BrokenRequest } from './http/read-bytes.ts';
import { refuseConnection } from './http/refuse-connection.ts';
import { isSafeAddress } from './http/safe-address.ts';
import { errorBody, sendAnswer } from './http/send-answer.ts';

export interface HttpSettings {
  /** Where the world reaches us, without a slash at the end; null where the request's Host tells. */
  readonly publicUrl: string | null;
  readonly proxies: BlockList;
  /** For the paths that other sites' pages call: Direct Line and the widget's session. */
  readonly cors: Cors;
  readonly log: Logger;
  /** Begins every request id of this process. */
  readonly idPrefix: string;
  /** Told of each answered request, for metrics; `route` is the pattern of its path. */
  readonly observe?: (request: { method: string; route: string; status: number; ms: number }) => void;
}

export type Endpoint = (request: HttpRequest, response: Response) => Promise<HttpAnswer>;
export type Method = 'get' | 'post' | 'put' | 'patch' | 'del' | 'head';
/** A request to speak WebSocket; `baseUrl` as in HttpRequest. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly baseUrl: string;
}
type TakeUpgrade = (upgrade: Upgrade) => void;

/** For what has been answered to reach its caller before connections are cut. */
const LAST_BYTES_MS = 500;
/** Connections that wait to be taken: with Node's 511, a crowd that comes at once is turned away for many seconds. */
const MOST_UNTAKEN = 4096;
/** What can't even be read. */
const BAD_REQUEST = refuse(400, 'bad_request');

/** The one HTTP server: routing by restify, everything else as lean as a turn's budget of processor time asks. */
export class HttpServer {
  readonly #settings: HttpSettings;
  readonly #server: Server;
  readonly #upgrades: { prefix: string; take: TakeUpgrade }[] = [];
  readonly #fields: AnswerFields;
  #count = 0;
  #inHand = 0;
  #closing = false;
  #closed: Promise<void> | null = null;

  constructor(settings: HttpSettings) {
    this.#settings = settings;
    this.#fields = new AnswerFields(settings);
    // The typings know bunyan only; restify 12 logs by pino.
    this.#server = createServer({ name: '', log: settings.log as never, ignoreTrailingSlash: false });
    const node = this.#node;
    node.keepAliveTimeout = 65_000;
    node.headersTimeout = 20_000;
    node.requestTimeout = 120_000;
    node.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.#upgrade(request, socket, head),
    );
    this.#server.on('clientError', (_error: Error, socket: Duplex) => refuseConnection(socket, BAD_REQUEST));
    node.on('checkExpectation', (raw: Request, response: ServerResponse) => this.#send(raw, response, BAD_REQUEST));
    (this.#server as unknown as { first: (guard: (raw: Request, response: Response) => boolean) => void }).first(
      this.guard,
    );
    this.#server.on('NotFound', (...event: RestifyError) => this.#routerRefused(404, 'not_found', event));
    this.#server.on('MethodNotAllowed', (...event: RestifyError) =>
      this.#routerRefused(405, 'method_not_allowed', event),
    );
  }

  get #node(): NodeServer {
    return (this.#server as unknown as { server: NodeServer }).server;
  }

  /** Mounts an endpoint; parameters in braces: /v3/directline/conversations/{id}. */
  on(method: Method, path: string, endpoint: Endpoint): void {
    const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
    this.#server[method](pattern, (async (raw: Request, response: Response) =>
      this.#serve(raw, response, { path, endpoint })) as never);
  }

  /** Hands over upgrades to WebSocket of paths that begin so. */
  onUpgrade(prefix: string, take: TakeUpgrade): void {
    this.#upgrades.push({ prefix, take });
  }

  /** Resolves with the port; rejects with the system's error where the address can't be had. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      // restify says its server's errors again as its own.
      this.#server.once('error', reject);
      const listen = this.#server.listen.bind(this.#server) as unknown as Listen;
      listen(port, host, MOST_UNTAKEN, () => {
        this.#server.off('error', reject);
        resolve((this.#node.address() as AddressInfo).port);
      });
    });
  }

  /** Takes no new connections and resolves when the requests in hand are answered, or after `graceMs`. */
  async drain(graceMs: number): Promise<void> {
    this.#closing = true;
    this.#closed ??= new Promise((resolve) => this.#node.close(() => resolve()));
    this.#node.closeIdleConnections();
    const deadline = performance.now() + graceMs;
    while (this.#inHand > 0 && performance.now() < deadline) await delay(10);
  }

  /** Drains, then ends every connection. Sockets that have been handed over by an upgrade are their taker's to close. */
  async close(graceMs = 0): Promise<void> {
    await this.drain(graceMs);
    const cut = setTimeout(() => this.#node.closeAllConnections(), LAST_BYTES_MS);
    this.#node.closeIdleConnections();
    await this.#closed;
    clearTimeout(cut);
  }

  /** What must not reach the router: an address it would choke on, and preflights. */
  readonly guard = (raw: Request, response: Response): boolean => {
    if (!isSafeAddress(raw)) {
      this.#send(raw, response, BAD_REQUEST);
      return false;
    }
    if (raw.method !== 'OPTIONS') return true;
    this.#send(raw, response, { kind: 'empty', status: 204, headers: this.#fields.ofPreflight(raw) });
    return false;
  };

  async #serve(
    raw: Request,
    response: Response,
    { path, endpoint }: { path: string; endpoint: Endpoint },
  ): Promise<void> {
    const begun = performance.now();
    const request = new HttpRequest(raw, this.#nextId(), this.#settings);
    this.#inHand += 1;
    const answer = await this.#answer(request, response, endpoint);
    this.#inHand -= 1;
    if (answer.kind === 'taken' || response.headersSent || response.destroyed) return;
    this.#send(raw, response, answer, request.id);
    const told = { method: raw.method ?? '', route: path, status: answer.status, ms: performance.now() - begun };
    this.#settings.observe?.(told);
    this.#settings.log.debug({ ...told, requestId: request.id }, 'request');
  }

  async #answer(request: HttpRequest, response: Response, endpoint: Endpoint): Promise<HttpAnswer> {
    try {
      return await endpoint(request, response);
    } catch (error) {
      if (error instanceof BrokenRequest) return { kind: 'taken' };
      const { method, url } = request.raw;
      this.#settings.log.error(
        { err: error, requestId: request.id, method, path: url?.split('?')[0] },
        'request failed',
      );
      return error instanceof StoreError ? refuse(503, 'unavailable') : refuse(500, 'internal');
    }
  }

  #send(raw: Request, response: ServerResponse, answer: Exclude<HttpAnswer, Taken>, id = this.#nextId()): void {
    sendAnswer(response, answer, {
      fields: this.#fieldsFor(raw, id),
      language: () => new HttpRequest(raw, id, this.#settings).language,
      retryAfter: raw.url?.startsWith('/v3/directline/') ? 'milliseconds' : 'seconds',
    });
  }

  #fieldsFor(raw: Request, id: string): Readonly<Record<string, string>> {
    return { ...this.#fields.of(raw), 'x-request-id': id, ...(this.#closing ? { connection: 'close' } : {}) };
  }

  /** The router's own errors, in our shape. sendRaw, for restify asks whether its own way of sending has been used. */
  #routerRefused(
    status: 404 | 405,
    code: 'not_found' | 'method_not_allowed',
    [raw, response, , done]: RestifyError,
  ): void {
    const request = new HttpRequest(raw, this.#nextId(), this.#settings);
    const body = JSON.stringify(errorBody(refuse(status, code), request.language));
    const fields = { ...this.#fieldsFor(raw, request.id), 'content-type': 'application/json' };
    response.sendRaw(status, body, fields);
    done();
  }

  #nextId(): string {
    this.#count += 1;
    return `${this.#settings.idPrefix}-${this.#count.toString(36)}`;
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const known = this.#upgrades.find(({ prefix }) => request.url?.startsWith(prefix));
    if (known && !this.#closing) {
      known.take({ request, socket, head, baseUrl: baseUrlOf(request, this.#settings) });
    } else refuseConnection(socket, BAD_REQUEST);
  }
}

/** As the typings do not tell: restify hands on to Node's server what it is given. */
type Listen = (port: number, host: string, backlog: number, listening: () => void) => void;
type RestifyError = [Request, Response, Error, () => void];
