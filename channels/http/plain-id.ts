import { z } from 'zod';

/** An id or a name as others make them up: one line, of a length that can be kept. */
export const plainId = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u);
