import { z } from 'zod';
import type { FoundLink } from '../../domain/audit/examine-chain.ts';
import { jsonText } from '../../store/json-text.ts';
import { csvLine } from '../csv-file.ts';

/** A link with its entry, as a line that can be verified anywhere: `detail` is the text that was hashed. */
export function chainLine({ seq, entryId, chainedAt, hash, entry }: FoundLink): string {
  return `${JSON.stringify({ seq, entryId, chainedAt, hash, entry })}\n`;
}

const lineSchema = jsonText().pipe(
  z.strictObject({
    seq: z.number().int(),
    entryId: z.string(),
    chainedAt: z.number().int(),
    hash: z.string(),
    entry: z
      .strictObject({
        id: z.string(),
        at: z.number().int(),
        actor: z.string(),
        action: z.string(),
        subject: z.string(),
        detail: z.string(),
      })
      .nullable(),
  }),
);

/** Reads lines as chainLine writes them. Throws ZodError on a line that is none. */
export async function* readChainLines(lines: AsyncIterable<string>): AsyncGenerator<FoundLink> {
  for await (const line of lines) if (line.trim() !== '') yield lineSchema.parse(line);
}

export const CHAIN_COLUMNS = csvLine([
  ...['seq', 'entry_id', 'time', 'actor', 'action', 'subject', 'detail', 'chained_at', 'sha256'],
]);

/** The same for a spreadsheet, which can't be verified: times are written out, formulas are put behind an apostrophe. */
export function chainCsvLine({ seq, entryId, chainedAt, hash, entry }: FoundLink): string {
  const told = entry && [new Date(entry.at).toISOString(), entry.actor, entry.action, entry.subject, entry.detail];
  const cells = told ?? Array.from({ length: 5 }, () => null);
  return csvLine([seq, entryId, ...cells, new Date(chainedAt).toISOString(), hash]);
}
