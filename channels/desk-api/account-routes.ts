import type { AccountParts } from '../../desk/accounts/account-parts.ts';
import type { IdentityProvider } from '../../desk/accounts/identity-provider.ts';
import { describeMe } from '../../desk/accounts/me.ts';
import { signIn } from '../../desk/accounts/sign-in.ts';
import { SESSION_LONGEST_MS, signOut, whoHolds } from '../../desk/accounts/staff-sessions.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import {
  type Me,
  meSchema,
  signedOutSchema,
  signInOptionsSchema,
  signInRequestSchema,
} from '../../web/protocol/desk/staff.ts';
import { type Route, type RouteAnswer, type RouteRequest, route } from '../route.ts';
import type { DeskCookie } from './desk-cookie.ts';
import { DONE } from './route-answers.ts';

export interface AccountRoutesGiven {
  readonly parts: AccountParts;
  readonly cookie: DeskCookie;
  readonly profile: Pick<UtilityProfile, 'name' | 'demo'>;
  /** Of OpenID Connect; null where people sign in with passwords only. */
  readonly provider: IdentityProvider | null;
}

/** Signing in and out, and who one is. */
export function accountRoutes(given: AccountRoutesGiven): Route[] {
  const { parts, cookie, profile, provider } = given;
  return [
    route({
      method: 'get',
      path: '/api/desk/sign-in-options',
      summary: 'How one may sign in beside a password',
      access: 'public',
      answer: signInOptionsSchema,
      handle: async () => ({ status: 200, body: { provider: provider && { name: provider.settings.name } } }),
    }),
    route({
      method: 'post',
      path: '/api/desk/sign-in',
      summary:
        'Signs a member of staff in and sets the session cookie; 401 code_missing where a second factor has to follow',
      access: 'public',
      body: signInRequestSchema,
      answer: meSchema,
      handle: async ({ body, ...request }) => {
        const outcome = await signIn(parts, { ...body, ...placeOf(given, request) });
        if (outcome.kind === 'signed_in') return signedInAnswer(given, outcome.token);
        if (outcome.kind === 'too_many_tries') return tooManyTries(outcome.retryAfterMs);
        return { status: 401, code: outcome.kind === 'refused' ? 'sign_in_failed' : outcome.kind };
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sign-out',
      summary: 'Ends the sign-in and clears the session cookie; 200 where a provider has a sign-in of its own to end',
      access: 'anyone',
      unfinished: true,
      answer: signedOutSchema,
      handle: async ({ caller, baseUrl }) => {
        await signOut(parts, caller);
        const headers = { 'set-cookie': cookie.clear() };
        const leaveTo = caller.session.method === 'provider' ? provider?.signOutUrl(`${baseUrl}/desk/`) : null;
        return leaveTo ? { status: 200, body: { leaveTo }, headers } : { ...DONE, headers };
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/me',
      summary: 'Who is signed in, and the token that changes must carry',
      access: 'anyone',
      unfinished: true,
      answer: meSchema,
      handle: async ({ caller }) => {
        const me = await describeMe(parts, { caller, profile });
        return me ? { status: 200, body: me } : { status: 401, code: 'not_signed_in' };
      },
    }),
  ];
}

/** The browser that a call comes from, with the sign-in that a new one takes the place of. */
export function placeOf(
  { cookie }: Pick<AccountRoutesGiven, 'cookie'>,
  { address, browser }: Pick<RouteRequest<unknown, unknown, unknown>, 'address' | 'browser'>,
) {
  const before = cookie.read(browser.cookie);
  return { address, userAgent: browser.userAgent, ...(before === null ? {} : { before }) };
}

/** Who one is by a token that was made a moment ago, which goes into the cookie. */
export async function signedInAnswer(
  { parts, cookie, profile }: AccountRoutesGiven,
  token: string,
): Promise<RouteAnswer<Me>> {
  const caller = await whoHolds(parts, token);
  const me = caller && (await describeMe(parts, { caller, profile }));
  if (!me) return { status: 401, code: 'sign_in_failed' };
  return { status: 200, body: me, headers: { 'set-cookie': cookie.set(token, SESSION_LONGEST_MS) } };
}

export function tooManyTries(retryAfterMs: number): RouteAnswer<never> {
  return {
    status: 429,
    code: 'too_many_tries',
    headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) },
  };
}
