import { z } from 'zod';
import {
  beginTotp,
  changeOwnPassword,
  confirmTotp,
  removeOwnTotp,
  renewRecoveryCodes,
  showOwnAccount,
} from '../../desk/accounts/own-account.ts';
import { proveAnew } from '../../desk/accounts/prove.ts';
import { endOtherSignIns, endSignIn, listSignIns } from '../../desk/accounts/sign-ins.ts';
import {
  ownAccountSchema,
  passwordChangeSchema,
  proofSchema,
  recoveryCodesSchema,
  signInListSchema,
  totpConfirmSchema,
  totpSetupSchema,
} from '../../web/protocol/desk/account.ts';
import { meSchema } from '../../web/protocol/desk/staff.ts';
import { type Route, route } from '../route.ts';
import { type AccountRoutesGiven, placeOf, signedInAnswer, tooManyTries } from './account-routes.ts';
import { DONE, found } from './route-answers.ts';
import { cursorSchema, idParams, wholeNumber } from './route-params.ts';

export const signInsQuery = z.strictObject({ cursor: cursorSchema.optional(), limit: wholeNumber(1, 100).default(20) });

/** What everybody does with their own account. */
export function ownAccountRoutes(given: AccountRoutesGiven): Route[] {
  return [...passwordRoutes(given), ...totpRoutes(given), ...signInRoutes(given)];
}

function passwordRoutes(given: AccountRoutesGiven): Route[] {
  const { parts } = given;
  return [
    route({
      method: 'get',
      path: '/api/desk/my-account',
      summary: 'One’s own account: skills, password, second factor',
      access: 'anyone',
      unfinished: true,
      answer: ownAccountSchema,
      handle: async ({ caller }) => found(await showOwnAccount(parts, caller)),
    }),
    route({
      method: 'get',
      path: '/api/desk/proof',
      summary: 'Whether one has shown who one is within ten minutes; 403 proof_required where not',
      access: 'anyone',
      fresh: true,
      handle: async () => DONE,
    }),
    route({
      method: 'post',
      path: '/api/desk/proof',
      summary: 'Shows anew who one is: for ten minutes the gravest acts are open',
      access: 'anyone',
      unfinished: true,
      body: proofSchema,
      handle: async ({ caller, body, address }) => {
        const outcome = await proveAnew(parts, caller, { ...body, address });
        if (outcome.kind === 'proved') return DONE;
        if (outcome.kind === 'too_many_tries') return tooManyTries(outcome.retryAfterMs);
        return {
          status: 422,
          code: outcome.kind,
          field: outcome.kind === 'password_wrong' ? 'body.password' : 'body.code',
        };
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/my-password',
      summary: 'Sets a password of one’s own; every sign-in ends, the one that asks is replaced by a new one',
      access: 'anyone',
      unfinished: true,
      body: passwordChangeSchema,
      answer: meSchema,
      handle: async ({ caller, body, ...request }) => {
        const outcome = await changeOwnPassword(parts, caller, { ...body, place: placeOf(given, request) });
        if (outcome.kind === 'changed') return signedInAnswer(given, outcome.opened.token);
        if (outcome.kind === 'too_many_tries') return tooManyTries(outcome.retryAfterMs);
        return { status: 422, code: outcome.kind, field: FIELDS[outcome.kind] };
      },
    }),
  ];
}

const FIELDS = {
  password_short: 'body.password',
  password_common: 'body.password',
  password_same: 'body.password',
  password_wrong: 'body.current',
  code_missing: 'body.code',
  code_wrong: 'body.code',
} as const;

function totpRoutes({ parts }: AccountRoutesGiven): Route[] {
  const own = { access: 'anyone', unfinished: true } as const;
  return [
    route({
      ...own,
      method: 'post',
      path: '/api/desk/my-totp',
      summary: 'Begins to set a second factor up: what an authenticator reads',
      fresh: true,
      answer: totpSetupSchema,
      handle: async ({ caller }) => found(await beginTotp(parts, caller)),
    }),
    route({
      ...own,
      method: 'post',
      path: '/api/desk/my-totp/confirmation',
      summary:
        'The authenticator’s first code: from then on it is asked for. Answers the recovery codes, this one time',
      fresh: true,
      body: totpConfirmSchema,
      answer: recoveryCodesSchema,
      handle: async ({ caller, body }) => {
        const codes = await confirmTotp(parts, caller, body.code);
        return codes ? { status: 200, body: { codes } } : { status: 422, code: 'code_wrong', field: 'body.code' };
      },
    }),
    route({
      ...own,
      method: 'delete',
      path: '/api/desk/my-totp',
      summary: 'Takes one’s second factor away; 409 totp_required where a role asks for it',
      fresh: true,
      handle: async ({ caller }) =>
        (await removeOwnTotp(parts, caller)) ? DONE : { status: 409, code: 'totp_required' },
    }),
    route({
      ...own,
      method: 'post',
      path: '/api/desk/my-recovery-codes',
      summary: 'New recovery codes in place of the old ones, shown this one time',
      fresh: true,
      answer: recoveryCodesSchema,
      handle: async ({ caller }) => {
        const codes = await renewRecoveryCodes(parts, caller);
        return found(codes && { codes });
      },
    }),
  ];
}

function signInRoutes({ parts }: AccountRoutesGiven): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/my-sessions',
      summary: 'Where one is signed in, the newest first, a page at a time',
      access: 'anyone',
      query: signInsQuery,
      answer: signInListSchema,
      handle: async ({ caller, query }) => {
        const list = await listSignIns(parts, { staffId: caller.staffId, current: caller.session.key }, query);
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'delete',
      path: '/api/desk/my-sessions',
      summary: 'Ends every sign-in of one’s own but this one',
      access: 'anyone',
      handle: async ({ caller }) => {
        await endOtherSignIns(parts, caller);
        return DONE;
      },
    }),
    route({
      method: 'delete',
      path: '/api/desk/my-sessions/{id}',
      summary: 'Ends one of one’s own sign-ins',
      access: 'anyone',
      params: idParams,
      handle: async ({ caller, params }) =>
        (await endSignIn(parts, caller, { staffId: caller.staffId, id: params.id }))
          ? DONE
          : { status: 404, code: 'not_found' },
    }),
  ];
}
