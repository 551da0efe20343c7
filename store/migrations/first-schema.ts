import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';
import { conversationShapes } from './first-schema/conversation-shapes.ts';
import { learningShapes } from './first-schema/learning-shapes.ts';
import { processShapes } from './first-schema/process-shapes.ts';
import { utilityShapes } from './first-schema/utility-shapes.ts';
import { workShapes } from './first-schema/work-shapes.ts';

/** The first schema. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    ...conversationShapes,
    ...workShapes,
    ...learningShapes,
    ...processShapes,
    ...utilityShapes,
  });
}
