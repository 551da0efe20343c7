import type { ConversationStatus } from '../../protocol/conversation.ts';
import type { WidgetSession } from '../../protocol/widget-session.ts';
import { arrayOf, type Check, isBoolean, isNumber, isString, objectOf, oneOf, optional, taggedBy } from './check.ts';

const isPlace: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 1;

/** Whether a value says who is speaking to the customer (web/protocol/conversation.ts). */
export const isConversationStatus: Check<ConversationStatus> = taggedBy<'speaker', ConversationStatus>('speaker', {
  bot: objectOf({ speaker: oneOf(['bot']) }),
  waiting: objectOf<Extract<ConversationStatus, { speaker: 'waiting' }>>({
    speaker: oneOf(['waiting']),
    place: optional(isPlace),
    minutes: optional(objectOf<{ from: number; to: number }>({ from: isNumber, to: isNumber })),
  }),
  agent: objectOf({ speaker: oneOf(['agent']), name: isString }),
});

const isTrue: Check<true> = (value): value is true => value === true;

/** Whether a value is the answer of `POST /api/widget/session` (web/protocol/widget-session.ts). */
export const isWidgetSession: Check<WidgetSession> = objectOf<WidgetSession>({
  conversationId: isString,
  userId: isString,
  token: isString,
  expires_in: isNumber,
  streamUrl: isString,
  resumeKey: isString,
  resumed: isBoolean,
  identified: optional(isTrue),
  status: isConversationStatus,
  utility: objectOf<WidgetSession['utility']>({
    name: isString,
    shortName: isString,
    hotline: isString,
    brandColor: optional(isString),
    accentColor: optional(isString),
    logoUrl: optional(isString),
  }),
  limits: objectOf<WidgetSession['limits']>({ text: isNumber, file: isNumber, fileTypes: arrayOf(isString) }),
});
