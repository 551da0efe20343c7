import { z } from 'zod';
import { DEVICE_KINDS } from './incident.ts';

const severity = z.enum(['P1', 'P2', 'P3', 'P4']);
const deviceKind = z.enum(DEVICE_KINDS);

/** What can be shown as a one-line diagram. */
export const feederListSchema = z.object({
  feeders: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** The device it hangs on, for grouping: most often a substation. */
      sourceName: z.string().nullable(),
      devices: z.number().int(),
      customers: z.number().int(),
      openIncidents: z.number().int(),
      /** The gravest of them. */
      severity: severity.nullable(),
    }),
  ),
});
export type FeederList = z.infer<typeof feederListSchema>;

/** services=true: every service too; else those are folded into their line unless something is the matter with them. */
export const diagramQuerySchema = z.strictObject({ services: z.enum(['true', 'false']).optional() });

/**
 * live: nothing is known against it; probable: has probably failed itself; failed: found so; suspect: could be it
 * (probability from 0.05); dark: below one that has failed or probably has; planned: off or below what is off for planned work.
 */
export const DEVICE_STATES = ['live', 'suspect', 'probable', 'failed', 'dark', 'planned'] as const;

/** A tree to draw. Devices stand parents first; a parent that is not among them is the source. */
export const feederDiagramSchema = z.object({
  feeder: z.object({ id: z.string(), name: z.string(), sourceName: z.string().nullable() }),
  devices: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: deviceKind,
      parentId: z.string().nullable(),
      /** WGS84. */
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      customersBelow: z.number().int(),
      state: z.enum(DEVICE_STATES),
      probability: z.number(),
      /** Open incident at this very device. */
      incidentNumber: z.string().nullable(),
      /** Reports of no power that hang on it or on what is folded into it (not on devices shown below); expected numbers. */
      reports: z.number(),
      /** The worst of them. */
      severity: severity.nullable(),
      /** "I have power" in the same way. */
      hasPower: z.number(),
      /** How many services are folded into it. */
      folded: z.number().int(),
    }),
  ),
  at: z.number(),
});
export type FeederDiagram = z.infer<typeof feederDiagramSchema>;
export type DiagramDevice = FeederDiagram['devices'][number];
