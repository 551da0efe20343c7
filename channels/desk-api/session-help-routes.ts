import { type SessionBillParts, showBills } from '../../desk/sessions/session-bills.ts';
import { type SessionReplyParts, showReplies } from '../../desk/sessions/session-replies.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import { sessionBillsSchema, sessionRepliesSchema } from '../../web/protocol/desk/session-help.ts';
import { type Route, route } from '../route.ts';
import { found } from './route-answers.ts';
import { idParams } from './route-params.ts';

/** What helps whoever serves: the customer's last bills, and what to say next. */
export function sessionHelpRoutes(parts: SessionBillParts & SessionReplyParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/sessions/{id}/bills',
      summary: 'Balance and last bills of the account that the customer has verified',
      access: RIGHTS['conversations.read'],
      params: idParams,
      answer: sessionBillsSchema,
      handle: async ({ caller, params }) => found(await showBills(parts, caller, params.id)),
    }),
    route({
      method: 'get',
      path: '/api/desk/sessions/{id}/replies',
      summary: 'Canned replies in the customer’s language, and those to suggest just now',
      access: RIGHTS['conversations.read'],
      params: idParams,
      answer: sessionRepliesSchema,
      handle: async ({ params }) => found(await showReplies(parts, params.id)),
    }),
  ];
}
