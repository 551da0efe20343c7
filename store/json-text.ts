import { z } from 'zod';

/** JSON out of a text column or a message, to be piped into the schema of what it holds. */
export function jsonText() {
  return z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  });
}
