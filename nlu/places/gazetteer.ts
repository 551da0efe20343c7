import { readFileSync } from 'node:fs';
import { z } from 'zod';

const villageSchema = z.object({ code: z.string(), name: z.string().min(1) });
const townSchema = villageSchema.extend({
  /** Names in Latin letters. */
  latin: z.array(z.string()).default([]),
  villages: z.array(villageSchema),
});
const gazetteerSchema = z.object({
  source: z.string(),
  licence: z.string(),
  city: villageSchema.extend({ latin: z.array(z.string()).default([]) }),
  towns: z.array(townSchema),
});

/** The towns and villages the utility serves. */
export type Gazetteer = z.infer<typeof gazetteerSchema>;

/** Reads data/gazetteer/NAME.json. Throws where it is missing or not as it should be. */
export function loadGazetteer(name = 'dongguan'): Gazetteer {
  const file = new URL(`../../data/gazetteer/${name}.json`, import.meta.url);
  return gazetteerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
