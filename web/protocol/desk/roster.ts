import { z } from 'zod';

/** What somebody is on duty for; `supervision`: as the person above, who hears of what was not kept. */
export const DUTY_QUEUES = ['fault', 'billing', 'complaint', 'general', 'supervision'] as const;
const queue = z.enum(DUTY_QUEUES);

export const dutySchema = z.object({
  id: z.string(),
  staffId: z.string(),
  name: z.string(),
  queue,
  /** The shift lasts until before `until`; milliseconds since 1970. */
  from: z.number(),
  until: z.number(),
});
export type Duty = z.infer<typeof dutySchema>;

/** Answer of `GET /api/desk/roster`: the shifts that touch local days, both included, in order. */
export const rosterSchema = z.object({
  from: z.string(),
  to: z.string(),
  duties: z.array(dutySchema),
  /** True where there are more than are shown. */
  more: z.boolean(),
  /** Who is on duty this moment, by queue; nobody where the roster names nobody. */
  now: z.record(queue, z.array(z.string())),
  /** Whom the caller may put on the roster, and for which queues; empty where that is not theirs to say. */
  people: z.array(z.object({ id: z.string(), name: z.string(), queues: z.array(queue) })),
});
export type Roster = z.infer<typeof rosterSchema>;

/** Body of `POST /api/desk/roster` and of `PUT /api/desk/roster/{id}`. */
export const dutyEditSchema = z.strictObject({
  staffId: z.string().min(1).max(64),
  queue,
  from: z.number().int().positive().max(8_640_000_000_000),
  until: z.number().int().positive().max(8_640_000_000_000),
});
export type DutyEdit = z.infer<typeof dutyEditSchema>;
