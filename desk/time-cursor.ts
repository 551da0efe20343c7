import { z } from 'zod';

/** Where a page that is ordered by time and id ends. */
export interface TimePosition {
  readonly at: number;
  readonly id: string;
}

export function writeTimeCursor({ at, id }: TimePosition): string {
  return Buffer.from(`${at}.${id}`).toString('base64url');
}

const positionSchema = z.tuple([
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  z.string().regex(/^[\w-]{1,100}$/),
]);

/** Null where it is none of ours. */
export function readTimeCursor(cursor: string): TimePosition | null {
  const [at, ...id] = Buffer.from(cursor, 'base64url').toString().split('.');
  const parsed = positionSchema.safeParse([at, id.join('.')]).data;
  return parsed ? { at: parsed[0], id: parsed[1] } : null;
}
