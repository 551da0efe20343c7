import { z } from 'zod';
import type { AccountParts } from '../../desk/accounts/account-parts.ts';
import {
  addMember,
  changeMember,
  listMembers,
  removeMemberTotp,
  resetPassword,
  setMemberActive,
  showMember,
  unlockMember,
} from '../../desk/accounts/members.ts';
import { endAllSignIns, endSignIn, listSignIns } from '../../desk/accounts/sign-ins.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import {
  memberActiveSchema,
  memberAddedSchema,
  memberAddSchema,
  memberChangeSchema,
  memberListSchema,
  memberSchema,
  oneTimePasswordSchema,
  signInListSchema,
} from '../../web/protocol/desk/account.ts';
import { roleSchema } from '../../web/protocol/desk/staff.ts';
import { type Route, route } from '../route.ts';
import { signInsQuery } from './own-account-routes.ts';
import { DONE, found, refusal } from './route-answers.ts';
import { cursorSchema, idParams, idSchema, wholeNumber } from './route-params.ts';

const access = RIGHTS['accounts.manage'];
const membersQuery = z.strictObject({
  search: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u)
    .optional(),
  role: roleSchema.optional(),
  active: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  cursor: cursorSchema.optional(),
  limit: wholeNumber(1, 200).default(50),
});
const signInParams = z.strictObject({ id: idSchema, session: idSchema });

/** Who may sign in to the desk, as what, and from where they have. */
export function staffRoutes(parts: AccountParts): Route[] {
  return [...memberRoutes(parts), ...changeRoutes(parts), ...doorRoutes(parts), ...sessionsRoutes(parts)];
}

function memberRoutes(parts: AccountParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/staff',
      summary: 'The people at the desk by login, a page at a time; by words, role, and whether they may sign in',
      access,
      query: membersQuery,
      answer: memberListSchema,
      handle: async ({ query }) => {
        const list = await listMembers(parts, query);
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/staff/{id}',
      summary: 'Somebody at the desk',
      access,
      params: idParams,
      answer: memberSchema,
      handle: async ({ params }) => found(await showMember(parts, params.id)),
    }),
  ];
}

function changeRoutes(parts: AccountParts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/desk/staff',
      summary: 'Adds somebody; answers the password that they sign in with once, this one time',
      access,
      fresh: true,
      body: memberAddSchema,
      answer: memberAddedSchema,
      statuses: [201],
      handle: async ({ caller, body }) => {
        const outcome = await addMember(parts, caller, body);
        return outcome.kind === 'done' ? { status: 201, body: outcome.value } : refusal(outcome.kind);
      },
    }),
    route({
      method: 'put',
      path: '/api/desk/staff/{id}',
      summary: 'Changes names, roles, skills, languages and capacity; 409 last_admin, 409 member_changed',
      access,
      fresh: true,
      params: idParams,
      body: memberChangeSchema,
      answer: memberSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await changeMember(parts, caller, { ...params, ...body });
        return outcome.kind === 'done' ? { status: 200, body: outcome.value } : refusal(outcome.kind);
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/staff/{id}/active',
      summary: 'Shuts an account or opens it again; what a person had goes back to the queue, their sign-ins end',
      access,
      fresh: true,
      params: idParams,
      body: memberActiveSchema,
      answer: memberSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await setMemberActive(parts, caller, { ...params, ...body });
        return outcome.kind === 'done' ? { status: 200, body: outcome.value } : refusal(outcome.kind);
      },
    }),
  ];
}

function doorRoutes(parts: AccountParts): Route[] {
  const grave = { access, fresh: true, params: idParams } as const;
  return [
    route({
      ...grave,
      method: 'post',
      path: '/api/desk/staff/{id}/password',
      summary: 'A new password that is good once and has to be changed, answered this one time; their sign-ins end',
      answer: oneTimePasswordSchema,
      handle: async ({ caller, params }) => found(await resetPassword(parts, caller, params.id)),
    }),
    route({
      ...grave,
      method: 'delete',
      path: '/api/desk/staff/{id}/totp',
      summary: 'Takes a second factor away whose owner has lost it; their sign-ins end',
      handle: async ({ caller, params }) =>
        (await removeMemberTotp(parts, caller, params.id)) ? DONE : refusal('unknown_member'),
    }),
    route({
      access,
      params: idParams,
      method: 'delete',
      path: '/api/desk/staff/{id}/tries',
      summary: 'Lets a login be tried again at once that waits after too many tries',
      handle: async ({ caller, params }) =>
        (await unlockMember(parts, caller, params.id)) ? DONE : refusal('unknown_member'),
    }),
  ];
}

function sessionsRoutes(parts: AccountParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/staff/{id}/sessions',
      summary: 'Where somebody is signed in, the newest first, a page at a time',
      access,
      params: idParams,
      query: signInsQuery,
      answer: signInListSchema,
      handle: async ({ caller, params, query }) => {
        const list = await listSignIns(parts, { staffId: params.id, current: caller.session.key }, query);
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'delete',
      path: '/api/desk/staff/{id}/sessions',
      summary: 'Ends every sign-in of somebody',
      access,
      params: idParams,
      handle: async ({ caller, params }) => {
        await endAllSignIns(parts, caller, params.id);
        return DONE;
      },
    }),
    route({
      method: 'delete',
      path: '/api/desk/staff/{id}/sessions/{session}',
      summary: 'Ends one sign-in of somebody',
      access,
      params: signInParams,
      handle: async ({ caller, params }) =>
        (await endSignIn(parts, caller, { staffId: params.id, id: params.session }))
          ? DONE
          : { status: 404, code: 'not_found' },
    }),
  ];
}
