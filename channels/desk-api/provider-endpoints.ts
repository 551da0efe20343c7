import { createHash, randomBytes } from 'node:crypto';
import type { IdentityProvider } from '../../desk/accounts/identity-provider.ts';
import { type ProviderParts, signInByProvider } from '../../desk/accounts/provider-sign-in.ts';
import { SESSION_LONGEST_MS, tokenHash } from '../../desk/accounts/staff-sessions.ts';
import type { EmptyAnswer } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import { DeskCookie } from './desk-cookie.ts';

/** A sign-in may be under way for so long. */
const FLOW_MS = 10 * 60_000;
const FLOWS_PER_ADDRESS = 60;
const BACK = '/api/desk/provider/callback';
const DESK = '/desk/';

export interface ProviderEndpointsGiven extends ProviderParts {
  readonly provider: IdentityProvider;
  readonly cookie: DeskCookie;
  readonly secure: boolean;
}

export interface ProviderEndpoints {
  /** GET /api/desk/provider */
  readonly begin: Endpoint;
  /** GET /api/desk/provider/callback */
  readonly back: Endpoint;
}

/** For the description of the API. */
export const PROVIDER_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/desk/provider',
    summary: 'Sends the browser to the provider of OpenID Connect to sign in; `?again=true` has it ask anew',
    access: 'public',
    statuses: [303],
  },
  {
    method: 'get',
    path: BACK,
    summary: 'Where the provider sends the browser back to; on to the desk, signed in or with why not',
    access: 'public',
    statuses: [303],
  },
];

/** Signing in with a provider: the way there and back, for browsers. */
export function providerEndpoints(given: ProviderEndpointsGiven): ProviderEndpoints {
  const { provider, cookie, accounts, identities, secure } = given;
  // The provider's page sends the browser back: a cookie that stays away from other sites' calls would not come along.
  const flowCookie = new DeskCookie({ secure, name: 'switchboard-flow', sameSite: 'Lax' });

  async function begin(request: HttpRequest): Promise<EmptyAnswer> {
    const spent = await accounts.nerve.spend(`provider:${hash(request.address)}`, FLOWS_PER_ADDRESS, FLOW_MS);
    if (!spent.allowed) return toDesk('too_many_tries');
    const again = request.query.get('again') === 'true';
    const flow = await provider.begin({ redirectUri: request.baseUrl + BACK, again });
    if (!flow) return toDesk('provider_unavailable');
    const browser = randomBytes(32).toString('base64url');
    const before = cookie.read(request.headers.cookie);
    const at = accounts.now();
    const row = {
      state_hash: hash(flow.state),
      browser_hash: hash(browser),
      nonce: flow.nonce,
      verifier: flow.verifier,
      again: Number(again),
      before_hash: before === null ? null : tokenHash(before),
      created_at: at,
    };
    await identities.begin(row, at - FLOW_MS);
    return redirect(flow.url, [flowCookie.set(browser, FLOW_MS)]);
  }

  async function back(request: HttpRequest): Promise<EmptyAnswer> {
    const state = request.query.get('state') ?? '';
    const browser = flowCookie.read(request.headers.cookie);
    const flow = await identities.spend(hash(state), accounts.now() - FLOW_MS);
    // Whoever was sent here by somebody else's hand began nothing with this browser.
    if (!flow || browser === null || hash(browser) !== flow.browser_hash) return toDesk('provider_refused');
    const claims = await provider.finish({
      currentUrl: new URL(request.baseUrl + (request.raw.url ?? '')),
      state,
      nonce: flow.nonce,
      verifier: flow.verifier,
      again: flow.again === 1,
    });
    if (!claims) return toDesk('provider_refused', [flowCookie.clear()]);
    const place = {
      ...{ address: request.address, userAgent: request.headers['user-agent'] },
      ...{ beforeHash: flow.before_hash, asked: flow.again === 1 },
    };
    const outcome = await signInByProvider(given, claims, place);
    if (outcome.kind === 'refused') return toDesk('provider_stranger', [flowCookie.clear()]);
    return redirect(DESK, [flowCookie.clear(), cookie.set(outcome.token, SESSION_LONGEST_MS)]);
  }

  return { begin, back };
}

/** Back to the desk, which says in words what went wrong. */
function toDesk(code: string, cookies: readonly string[] = []): EmptyAnswer {
  return redirect(`${DESK}?sign-in=${code}`, cookies);
}

function redirect(location: string, cookies: readonly string[]): EmptyAnswer {
  return {
    kind: 'empty',
    status: 303,
    headers: { location, ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) },
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
