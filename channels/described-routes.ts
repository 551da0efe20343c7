import { z } from 'zod';
import { channelActivitySchema } from './bot-framework/channel-activity.ts';
import { DIRECT_LINE_ROUTES } from './directline/direct-line-routes.ts';
import { DOCUMENT_ROUTE } from './documents/serve-document.ts';
import { HEALTH_ROUTES } from './health.ts';
import type { DescribedRoute } from './openapi.ts';
import { WIDGET_LOGOUT } from './widget/widget-logout.ts';
import { WIDGET_SESSION } from './widget/widget-session.ts';

/** What is served beside the desk, for the description of it all. */
export const DESCRIBED_ROUTES: readonly DescribedRoute[] = [
  WIDGET_SESSION,
  WIDGET_LOGOUT,
  ...DIRECT_LINE_ROUTES,
  {
    method: 'post',
    path: '/api/messages',
    summary: 'A Bot Framework activity of a channel of Azure Bot Service',
    access: 'bot_framework',
    body: channelActivitySchema,
    statuses: [200],
  },
  DOCUMENT_ROUTE,
  ...HEALTH_ROUTES,
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    access: 'public',
    answer: z.record(z.string(), z.unknown()),
  },
];
