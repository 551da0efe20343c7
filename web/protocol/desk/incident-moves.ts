import { z } from 'zod';
import { ETA_SOURCES } from './incident.ts';

/** The version that the change was decided upon. */
const version = z.number().int().positive();
const note = z.string().trim().min(1).max(2000).optional();
const cause = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/)
  .optional();
const deviceId = z.string().min(1).max(100);
const ticketNumbers = z
  .array(z.string().regex(/^\w{1,40}$/))
  .min(1)
  .max(500);

/** Codes of causes that the desk offers; another word of the same form is taken too. */
export const INCIDENT_CAUSES = [
  'fuse_blown',
  'equipment_failure',
  'cable_damage',
  'tree_contact',
  'vehicle',
  'animal',
  'weather',
  'overload',
  'digging',
  'theft',
  'customer_equipment',
  'unknown',
] as const;

/** Opens one by hand at a device, for example what the control room has seen. It stands as confirmed. */
export const incidentOpenSchema = z.strictObject({ device: deviceId, cause, note });
/** The device has failed: another than the probable one where `device` names it. */
export const incidentConfirmSchema = z.strictObject({ device: deviceId.optional(), cause, note, version });
/**
 * device: a crew found the probable device sound, so that inference looks elsewhere; incident: there is no fault of the
 * network here (its tickets stay, loose). `note` says who found that.
 */
export const incidentRejectSchema = z.strictObject({
  what: z.enum(['device', 'incident']),
  note: z.string().trim().min(1).max(2000),
  version,
});
/** A second fault in it: `tickets` go into a new, confirmed incident at `device`. */
export const incidentSplitSchema = z.strictObject({ device: deviceId, tickets: ticketNumbers, note, version });
/** It goes into another with all its tickets; that one takes over the worse severity. */
export const incidentMergeSchema = z.strictObject({
  into: z.string().regex(/^\w{1,40}$/),
  intoVersion: version,
  note,
  version,
});
/** Puts tickets on it by hand, from another incident or from none. */
export const incidentTicketSchema = z.strictObject({ tickets: ticketNumbers, version });
/** Sends a crew: the incident's tickets get it too. */
export const incidentCrewSchema = z.strictObject({ crew: z.string().trim().min(1).max(100), note, version });
/** When supply is expected back, by whose word; `at` null withdraws it. */
export const incidentEtaSchema = z.strictObject({
  at: z.number().int().positive().nullable(),
  source: z.enum(ETA_SOURCES),
  note,
  version,
});
export const incidentResponsibleSchema = z.strictObject({ staffId: z.string().min(1).max(64), note, version });
/** Starts or stops asking customers whether they have power. */
export const incidentAskingSchema = z.strictObject({ asks: z.boolean(), version });
/** Supply is back, since `at` (now where absent): tickets are restored, the interruption is recorded. */
export const incidentRestoreSchema = z.strictObject({ at: z.number().int().positive().optional(), note, version });
export const incidentCloseSchema = z.strictObject({ cause, note, version });
