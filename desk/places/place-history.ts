import { z } from 'zod';
import type { PlaceHistory } from '../../web/protocol/desk/place.ts';
import type { PlaceParts } from './place-parts.ts';

const MOST_SHOWN = 50;
const fields = z
  .object({
    fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  })
  .catch({ fields: [] });

/** Who changed a place or a landmark, newest first, as the audit log has it; imports stand there as a whole. */
export async function placeHistory({ log, desk }: PlaceParts, subject: string): Promise<PlaceHistory> {
  const entries = await log.page({ subjects: [subject] }, { limit: MOST_SHOWN });
  const names = await desk.repositories.staff.namesOf(entries.map(({ actor }) => actor));
  return {
    changes: entries.map(({ at, actor, action, detail }) => ({
      at,
      by: names.get(actor)?.name ?? actor,
      action,
      fields: fields.parse(JSON.parse(detail)).fields,
    })),
  };
}
