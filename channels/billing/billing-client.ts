import { MOST_BILLS, MOST_PAYMENTS } from '../../domain/billing/billing-source.ts';
import { type AccountRecord, accountRecordSchema } from '../../web/protocol/billing-system.ts';
import { fieldOf } from '../http/field-path.ts';
import { BillingFault } from './billing-fault.ts';

const MOST_BYTES = 2 * 1024 * 1024;

export interface BillingClientSettings {
  /** Without a slash at its end. */
  readonly url: string;
  readonly token: string;
  /** Names us to the system. */
  readonly userAgent: string;
}

/** Asks the utility's customer information system once. What it answers is not believed before it was held to the contract. */
export class BillingClient {
  readonly #settings: BillingClientSettings;

  constructor(settings: BillingClientSettings) {
    this.#settings = settings;
  }

  /** Null where it knows no such account. Rejects with BillingFault; `signal` ends the call. */
  async record(number: string, signal: AbortSignal): Promise<AccountRecord | null> {
    const response = await this.#get(
      `/accounts/${number}/record?bills=${MOST_BILLS}&payments=${MOST_PAYMENTS}`,
      signal,
    );
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status === 404) return null;
      throw new BillingFault(response.status >= 500 ? 'server_error' : 'refused', `answered ${response.status}`);
    }
    const record = recordIn(await textOf(response));
    if (record.account.number !== number) {
      throw new BillingFault('other_account', 'answered about another account', { field: 'account.number' });
    }
    return record;
  }

  async #get(path: string, signal: AbortSignal): Promise<Response> {
    const { url, token, userAgent } = this.#settings;
    try {
      return await fetch(`${url}${path}`, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'user-agent': userAgent },
        // Our token goes where it was meant to go, and nowhere else.
        redirect: 'manual',
        signal,
      });
    } catch (cause) {
      throw faultOf(cause);
    }
  }
}

/** Throws BillingFault where it is no record as the contract has it, naming the field and nothing of its value. */
export function recordIn(text: string): AccountRecord {
  const parsed = accountRecordSchema.safeParse(jsonIn(text));
  if (parsed.success) return parsed.data;
  throw new BillingFault('breaks_contract', 'broke the contract', { field: fieldOf(parsed.error) });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BillingFault('not_json', 'did not answer JSON');
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) throw new BillingFault('too_large', `answered more than ${MOST_BYTES} bytes`);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof BillingFault ? cause : faultOf(cause);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function faultOf(cause: unknown): BillingFault {
  const isLate = cause instanceof Error && (cause.name === 'AbortError' || cause.name === 'TimeoutError');
  return isLate
    ? new BillingFault('timeout', 'did not answer in time', { cause })
    : new BillingFault('unreachable', 'could not be reached', { cause });
}
