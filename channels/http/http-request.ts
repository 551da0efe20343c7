import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import type { Request } from 'restify';
import { acceptLanguage, type WordsLanguage } from './accept-language.ts';
import { clientAddress, isFromProxy } from './client-address.ts';
import type { Refusal } from './http-answer.ts';
import { parseJson } from './parse-json.ts';
import { readBytes } from './read-bytes.ts';

const JSON_BYTES = 256 * 1024;

/** A request as endpoints see it. What costs anything is worked out when it is asked for. */
export class HttpRequest {
  readonly raw: Request;
  readonly id: string;
  readonly #door: Door;
  #query: URLSearchParams | undefined;

  constructor(raw: Request, id: string, door: Door) {
    this.raw = raw;
    this.id = id;
    this.#door = door;
  }

  get headers(): IncomingHttpHeaders {
    return this.raw.headers;
  }

  /** Parameters of the path, decoded. */
  get params(): Readonly<Record<string, string>> {
    return this.raw.params as Record<string, string>;
  }

  get query(): URLSearchParams {
    this.#query ??= new URLSearchParams((this.raw.url ?? '').split('?', 2)[1] ?? '');
    return this.#query;
  }

  get language(): WordsLanguage {
    return acceptLanguage(this.raw.headers['accept-language']);
  }

  /** Address of the caller, behind trusted proxies too. */
  get address(): string {
    return clientAddress(this.raw, this.#door.proxies);
  }

  /** Where the caller reaches us, without a slash at the end: `https://help.example.com`. */
  get baseUrl(): string {
    return baseUrlOf(this.raw, this.#door);
  }

  /** The body as JSON, or why it is refused. */
  async json(limit: number = JSON_BYTES): Promise<{ readonly value: unknown } | Refusal> {
    const bytes = await readBytes(this.raw, limit);
    return Buffer.isBuffer(bytes) ? parseJson(bytes) : bytes;
  }

  /** As `json`, where a call may come without a body: then the value is undefined. */
  async jsonIfAny(): Promise<{ readonly value: unknown } | Refusal> {
    const bytes = await readBytes(this.raw, JSON_BYTES);
    if (!Buffer.isBuffer(bytes)) return bytes;
    return bytes.length === 0 ? { value: undefined } : parseJson(bytes);
  }
}

export function baseUrlOf(raw: IncomingMessage, { publicUrl, proxies }: Door): string {
  if (publicUrl) return publicUrl;
  const forwarded = isFromProxy(raw, proxies) ? raw.headers['x-forwarded-proto'] : undefined;
  return `${forwarded === 'https' ? 'https' : 'http'}://${raw.headers.host ?? 'localhost'}`;
}

interface Door {
  readonly proxies: BlockList;
  /** Where the world reaches us; null where the request's Host tells. */
  readonly publicUrl: string | null;
}
