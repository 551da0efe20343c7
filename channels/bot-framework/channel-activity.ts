import { z } from 'zod';
import { fieldOf } from '../http/field-path.ts';
import { type Refusal, refuse } from '../http/http-answer.ts';

/** Reads what a channel's service posts: what is known is checked, what is not known is left out. */
export function readChannelActivity(json: unknown): ChannelActivity | Refusal {
  const parsed = channelActivitySchema.safeParse(json);
  return parsed.success ? parsed.data : refuse(400, 'invalid', { field: fieldOf(parsed.error) });
}

const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

/** It stands in addresses that are written to: one line, and no step up in a path. */
const id = z
  .string()
  .min(1)
  .max(500)
  .regex(/^(?!\.{1,2}$)\P{Cc}+$/u);
const name = absent(z.string()).transform((given) => given?.slice(0, 200));

const account = z.object({ id, name, aadObjectId: absent(id), role: absent(z.string().max(50)) });
export type ChannelAccount = z.infer<typeof account>;

const attachment = z.object({
  contentType: absent(z.string().max(200)),
  contentUrl: absent(z.string()),
  name: absent(z.string()),
});

export const channelActivitySchema = z.object({
  type: z.string().min(1).max(50),
  id: absent(id),
  channelId: z.string().regex(/^[a-z][a-z0-9-]{0,49}$/),
  serviceUrl: z.url().max(500),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    name,
    isGroup: absent(z.boolean()),
    conversationType: absent(z.string().max(50)),
    tenantId: absent(id),
  }),
  text: absent(z.string()),
  /** A tag that is none is only a hint lost. */
  locale: absent(z.string()).transform((tag) =>
    tag && /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}$/.test(tag) ? tag : undefined,
  ),
  attachments: absent(z.array(attachment).max(50)),
  entities: absent(z.array(z.unknown()).max(100)),
  name: absent(z.string().max(200)),
  value: z.unknown().optional(),
  membersAdded: absent(z.array(z.object({ id })).max(1000)),
  deliveryMode: absent(z.string().max(50)),
});

/** An activity as a channel's service posts it (Bot Framework's activity schema), as far as it is of use here. */
export type ChannelActivity = z.infer<typeof channelActivitySchema>;
