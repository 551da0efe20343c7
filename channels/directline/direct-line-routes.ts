import { z } from 'zod';
import type { DescribedRoute } from '../openapi.ts';
import { startSchema } from './conversation-calls.ts';
import { activitySchema } from './inbound-activity.ts';
import { generateSchema } from './token-calls.ts';

export const DIRECT_LINE_BASE = '/v3/directline';

const ofConversation = z.object({ id: z.string() });
const since = z.object({ watermark: z.string().optional() });
const stored = z.object({ id: z.string() });
const tokenIssued = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number().int() });
const conversationBegun = tokenIssued.extend({ streamUrl: z.string() });

const ROUTES = [
  {
    method: 'post',
    path: '/tokens/generate',
    summary: 'With the secret: a token for one new conversation',
    access: 'direct_line',
    body: generateSchema,
    bodyOptional: true,
    answer: tokenIssued,
  },
  {
    method: 'post',
    path: '/tokens/refresh',
    summary: 'A token for another hour',
    access: 'direct_line',
    answer: tokenIssued,
  },
  {
    method: 'get',
    path: '/session/getsessionid',
    summary: 'A session id, which clients ask for and do not need',
    access: 'direct_line',
    answer: z.object({ sessionId: z.string() }),
  },
  {
    method: 'post',
    path: '/conversations',
    summary: 'Begins the token’s conversation; 200 where it has begun already',
    access: 'direct_line',
    body: startSchema,
    bodyOptional: true,
    answer: conversationBegun,
    statuses: [201, 200],
  },
  {
    method: 'get',
    path: '/conversations/{id}',
    summary: 'Reconnects: a new token and a new stream address',
    access: 'direct_line',
    params: ofConversation,
    query: since,
    answer: conversationBegun,
  },
  {
    method: 'get',
    path: '/conversations/{id}/activities',
    summary: 'What was said since the watermark, 100 rows of the transcript at a time',
    access: 'direct_line',
    params: ofConversation,
    query: since,
    answer: z.object({ activities: z.array(z.record(z.string(), z.unknown())), watermark: z.string() }),
  },
  {
    method: 'post',
    path: '/conversations/{id}/activities',
    summary: 'Says something; the same channelData.clientActivityID again changes nothing',
    access: 'direct_line',
    params: ofConversation,
    body: activitySchema,
    answer: stored,
  },
  {
    method: 'post',
    path: '/conversations/{id}/upload',
    summary: 'Says something with files: JPEG, PNG, WebP, GIF, HEIC, PDF',
    access: 'direct_line',
    params: ofConversation,
    bodyType: 'multipart/form-data',
    answer: stored,
  },
  {
    method: 'get',
    path: '/conversations/{id}/stream',
    summary: 'What is said from the watermark on, over WebSocket; good once, within two minutes',
    access: 'public',
    params: ofConversation,
    query: since.extend({ t: z.string() }),
    statuses: [101],
  },
  {
    method: 'get',
    path: '/attachments/{id}',
    summary: 'A file, to whoever knows its address',
    access: 'public',
    params: ofConversation,
    answerType: '*/*',
  },
] as const satisfies readonly DescribedRoute[];

/** A path that is described, below the base. */
export type DirectLineCall = (typeof ROUTES)[number]['path'];

/** Direct Line, for the description of what is served. */
export const DIRECT_LINE_ROUTES: readonly DescribedRoute[] = ROUTES.map((route) => ({
  ...route,
  path: DIRECT_LINE_BASE + route.path,
}));
