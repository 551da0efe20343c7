import { z } from 'zod';

const plane = z.number().finite().optional();

/** A network file: devices in any order, each customer on one device. */
export const networkSchema = z.object({
  devices: z
    .array(
      z.object({
        id: z.string().min(1),
        kind: z.string().min(1),
        parent: z.string().min(1).nullable(),
        x: plane,
        y: plane,
      }),
    )
    .min(1),
  customers: z.array(z.object({ id: z.string().min(1), device: z.string().min(1) })),
});

/** One line: what was known `t_min` minutes after a failure; a report's `t` is in minutes after it too. */
export const scenarioSchema = z.object({
  id: z.string(),
  t_min: z.number().finite().nonnegative(),
  reports: z.array(
    z.object({
      customer: z.string(),
      t: z.number().finite(),
      kind: z.enum(['no_power', 'has_power']),
    }),
  ),
});

export type Scenario = z.infer<typeof scenarioSchema>;

export const answerSchema = z.object({ id: z.string(), failed: z.array(z.string()).min(1) });

/** The truth about a scenario. */
export type Answer = z.infer<typeof answerSchema>;

/** One line of answer: the set called failed, and the most probable devices, best first. */
export interface Prediction {
  readonly id: string;
  readonly failed: readonly string[];
  readonly ranking: readonly { readonly id: string; readonly p?: number }[];
}
