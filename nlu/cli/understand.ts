import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadModel } from '../artefact/load-model.ts';
import { createUnderstand } from '../create-understand.ts';
import { loadPlaceFinder } from '../places/load-place-finder.ts';
import type { Understand } from '../understanding.ts';

const ID = z.union([z.string(), z.number(), z.null()]);
const requestSchema = z.object({ id: ID.optional(), text: z.string() });

/** JSON lines on stdin, one answer a line on stdout in the same order; a line that cannot be read gets an error and the exit code 1. */
async function main(): Promise<void> {
  const understand = createUnderstand({ model: loadModel(), places: loadPlaceFinder() });
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = answerTo(line, understand);
    if ('error' in answer) process.exitCode = 1;
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  }
}

function answerTo(line: string, understand: Understand): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'the line is not JSON' };
  }
  const request = requestSchema.safeParse(value);
  if (!request.success) {
    const [issue] = request.error.issues;
    return { id: idOf(value), error: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not valid'}` };
  }
  const { language, intent, confidence, alternatives, slots, fault, severity } = understand(request.data.text);
  return { id: request.data.id ?? null, language, intent, confidence, alternatives, slots, fault, severity };
}

function idOf(value: unknown): string | number | null {
  const parsed = z.object({ id: ID }).safeParse(value);
  return parsed.success ? parsed.data.id : null;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
