import type { Activity } from 'botbuilder';
import { AuthenticationError, type BotFrameworkAuthentication } from 'botframework-connector';
import { decodeJwt } from 'jose';
import type { Logger } from 'pino';
import { type Refusal, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { ChannelActivity } from './channel-activity.ts';

/** Who may post activities here. */
export interface ServiceDoor {
  /** Resolves with the audience of what is sent back; null for none. */
  admit(activity: ChannelActivity, request: HttpRequest): Promise<{ readonly audience: string } | Refusal>;
}

export interface ChannelServiceDoorParts {
  readonly authentication: BotFrameworkAuthentication;
  /** Whose tokens are taken. */
  readonly issuer: string;
  readonly log: Logger;
}

/** Longer than a login service takes to hand out its keys; the SDK itself would wait for ever. */
const PATIENCE_MS = 10_000;

/**
 * Lets in who bears a token of the channels' service, made out to this bot and to the address that it wants to be answered
 * at. The SDK takes more than that: the emulator's tokens and other bots', which name no address. Those are refused before
 * it sees them (it would also remember each tenant that any of them names, for ever).
 */
export class ChannelServiceDoor implements ServiceDoor {
  readonly #parts: ChannelServiceDoorParts;

  constructor(parts: ChannelServiceDoorParts) {
    this.#parts = parts;
  }

  async admit(activity: ChannelActivity, { headers }: HttpRequest): Promise<{ audience: string } | Refusal> {
    const { authentication, issuer, log } = this.#parts;
    const header = headers.authorization;
    if (!header) return refuse(401, 'token_missing');
    if (issuerOf(header) !== issuer) return refuse(401, 'token_invalid');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no keys in time')), PATIENCE_MS);
    });
    try {
      const verified = authentication.authenticateRequest(activity as unknown as Activity, header);
      const { audience } = await Promise.race([verified, late]);
      return { audience };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status === 503) log.error({ err: error }, 'a token could not be verified');
      return refusal;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** For development, where no app id is set: whoever calls from this machine, and not for somebody else. */
export const loopbackDoor: ServiceDoor = {
  async admit(_activity, { address, headers }) {
    const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
    return LOOPBACK.test(address) && !isForwarded ? { audience: '' } : refuse(403, 'local_only');
  },
};

const LOOPBACK = /^(127\.|::1$)/;

function issuerOf(header: string): string | null {
  try {
    return decodeJwt(header.replace(/^Bearer /, '')).iss ?? null;
  } catch {
    // Not a token: it has no issuer.
    return null;
  }
}

/** A token that is not good is the caller's fault; keys that can't be had are ours, and the channel tries again. */
function refusalOf(error: unknown): Refusal {
  const { name = '', message = '' } = error instanceof Error ? error : {};
  if (error instanceof AuthenticationError && (error.statusCode as number) >= 500) return refuse(503, 'unavailable');
  if (name === 'TokenExpiredError' || /expired/.test(message)) return refuse(401, 'token_expired');
  const isToken = error instanceof AuthenticationError || name === 'JsonWebTokenError' || name === 'NotBeforeError';
  return isToken ? refuse(401, 'token_invalid') : refuse(503, 'unavailable');
}
