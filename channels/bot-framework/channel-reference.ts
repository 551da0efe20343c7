import { z } from 'zod';
import type { ChannelActivity } from './channel-activity.ts';

const account = z.object({ id: z.string(), name: z.string().optional(), aadObjectId: z.string().optional() });
const channelReferenceSchema = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  /** For whom our tokens to the service are. */
  audience: z.string(),
  bot: account,
  user: account,
  conversation: z.object({
    id: z.string(),
    name: z.string().optional(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
});

/** Where a conversation is written to: Bot Framework's ConversationReference and the audience. */
export type ChannelReference = Readonly<z.infer<typeof channelReferenceSchema>>;

export function referenceOf(activity: ChannelActivity, audience: string): ChannelReference {
  const { channelId, serviceUrl, conversation, recipient } = activity;
  // Where somebody joins, the activity may come from the bot's side.
  const joined = activity.membersAdded?.find(({ id }) => id !== recipient.id);
  const user = activity.from.id === recipient.id && joined ? joined : activity.from;
  return channelReferenceSchema.parse({ channelId, serviceUrl, audience, bot: recipient, user, conversation });
}

/** Out of a conversation's row; throws where it is none of Bot Framework's. */
export function readReference(json: string): ChannelReference {
  return channelReferenceSchema.parse(JSON.parse(json));
}

/** Azure has a Direct Line too: its conversations are not those of our own, which are found by their id alone. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([['directline', 'azure-directline']]);

/** Our name of a channel of Azure's. */
export function channelName(channelId: string): string {
  return OTHER_NAMES.get(channelId) ?? channelId;
}
