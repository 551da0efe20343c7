import { arrayOf, type Check, isRecord, isString, isUnknown, objectOf, optional } from './check.ts';

/** As much of a Bot Framework activity as the widget reads. Rows of the transcript have an id; what passes (typing) has none. */
export interface Activity {
  id?: string | undefined;
  type: string;
  /** ISO 8601, the server's clock. */
  timestamp?: string | undefined;
  from: { id: string; name?: string | undefined; role?: string | undefined };
  text?: string | undefined;
  /** Name of an event. */
  name?: string | undefined;
  value?: unknown;
  attachments?: Attachment[] | undefined;
  entities?: unknown[] | undefined;
  suggestedActions?: { actions: SuggestedAction[] } | undefined;
  channelData?: Record<string, unknown> | undefined;
}

export interface Attachment {
  contentType: string;
  contentUrl?: string | undefined;
  name?: string | undefined;
  content?: unknown;
}

export interface SuggestedAction {
  type: string;
  title: string;
  value?: unknown;
}

/** What the stream and polling give: activities in order, and how far they reach. */
export interface Frame {
  activities: Activity[];
  watermark: string | undefined;
}

const isAttachment = objectOf<Attachment>({
  contentType: isString,
  contentUrl: optional(isString),
  name: optional(isString),
  content: isUnknown,
});

const isSuggestedAction = objectOf<SuggestedAction>({ type: isString, title: isString, value: isUnknown });
const isChannelData: Check<Record<string, unknown>> = isRecord;

const isActivity = objectOf<Activity>({
  id: optional(isString),
  type: isString,
  timestamp: optional(isString),
  from: objectOf<Activity['from']>({ id: isString, name: optional(isString), role: optional(isString) }),
  text: optional(isString),
  name: optional(isString),
  value: isUnknown,
  attachments: optional(arrayOf(isAttachment)),
  entities: optional(arrayOf(isUnknown)),
  suggestedActions: optional(objectOf<{ actions: SuggestedAction[] }>({ actions: arrayOf(isSuggestedAction) })),
  channelData: optional(isChannelData),
});

/** Reads a frame; an activity of a shape unknown here is left out rather than stopping those beside it. */
export function readFrame(value: unknown): Frame | undefined {
  if (!isRecord(value) || !Array.isArray(value.activities)) return undefined;
  const watermark = value.watermark;
  return {
    activities: value.activities.map(withoutNulls).filter(isActivity),
    watermark: typeof watermark === 'string' || typeof watermark === 'number' ? String(watermark) : undefined,
  };
}

/** The id the sender gave its activity, by which its echo is known. */
export function clientActivityId(activity: Activity): string | undefined {
  const id = activity.channelData?.clientActivityID;
  return typeof id === 'string' ? id : undefined;
}

/** Serializers of other platforms write absent fields as null. */
function withoutNulls(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}
