import type { z } from 'zod';

/** The path of the first field at fault, for example `attachments.0.name`; an unknown field is named itself. */
export function fieldOf(error: z.ZodError, root?: string): string {
  const issue = error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(root ? [root] : []), ...(issue?.path ?? []), ...unknown].map((part) => String(part));
  // A field may be named by nothing at all.
  return path.join('.').slice(0, 200) || 'body';
}
