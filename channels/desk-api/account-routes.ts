import { describeMe } from '../../desk/accounts/me.ts';
import { signIn } from '../../desk/accounts/sign-in.ts';
import { SESSION_LONGEST_MS, signOut } from '../../desk/accounts/staff-sessions.ts';
import type { DeskParts } from '../../desk/desk-parts.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import { meSchema, signInRequestSchema } from '../../web/protocol/desk/staff.ts';
import { type Route, type RouteAnswer, route } from '../route.ts';
import type { DeskCookie } from './desk-cookie.ts';
import { DONE } from './route-answers.ts';

export interface AccountRoutesGiven {
  readonly parts: DeskParts;
  readonly cookie: DeskCookie;
  readonly profile: Pick<UtilityProfile, 'name' | 'demo'>;
}

/** Signing in and out, and who one is. */
export function accountRoutes({ parts, cookie, profile }: AccountRoutesGiven): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/desk/sign-in',
      summary: 'Signs a member of staff in and sets the session cookie',
      access: 'public',
      body: signInRequestSchema,
      answer: meSchema,
      handle: async ({ body, address }) => {
        const outcome = await signIn(parts, { ...body, address });
        if (outcome.kind === 'too_many_tries') return tooManyTries(outcome.retryAfterMs);
        if (outcome.kind === 'refused') return { status: 401, code: 'sign_in_failed' };
        const me = await describeMe(parts, { ...outcome, profile });
        if (!me) return { status: 401, code: 'sign_in_failed' };
        return { status: 200, body: me, headers: { 'set-cookie': cookie.set(outcome.token, SESSION_LONGEST_MS) } };
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sign-out',
      summary: 'Ends the sign-in and clears the session cookie',
      access: 'anyone',
      handle: async ({ caller }) => {
        await signOut(parts, caller);
        return { ...DONE, headers: { 'set-cookie': cookie.clear() } };
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/me',
      summary: 'Who is signed in, and the token that changes must carry',
      access: 'anyone',
      answer: meSchema,
      handle: async ({ caller }) => {
        const me = await describeMe(parts, { staffId: caller.staffId, csrf: caller.session.csrf, profile });
        return me ? { status: 200, body: me } : { status: 401, code: 'not_signed_in' };
      },
    }),
  ];
}

function tooManyTries(retryAfterMs: number): RouteAnswer<never> {
  return {
    status: 429,
    code: 'too_many_tries',
    headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) },
  };
}
