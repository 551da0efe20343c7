import { z } from 'zod';
import { EMPTY_SUMMARY } from '../../dialogs/memory.ts';
import { type SessionSummary, sessionSummarySchema } from '../../web/protocol/desk/session.ts';

/** Reads the stored summary part by part: what an older version left out, or wrote otherwise, is empty and nothing fails. */
export function readSummary(stored: string | null): SessionSummary {
  const parts = looseObject.safeParse(parse(stored)).data ?? {};
  const read = Object.entries(sessionSummarySchema.shape).flatMap(([name, schema]) => {
    const part = schema.safeParse(parts[name]);
    return part.success ? [[name, part.data] as const] : [];
  });
  return { ...EMPTY_SUMMARY, ...Object.fromEntries(read) };
}

const looseObject = z.record(z.string(), z.unknown());

function parse(stored: string | null): unknown {
  try {
    return stored === null ? {} : JSON.parse(stored);
  } catch {
    return {};
  }
}
