import type { z } from 'zod';
import { HAZARDS, PEOPLE_AT_RISK, SITES } from '../../domain/faults/fault-facts.ts';
import { fillMasks } from '../../domain/learning/fill-masks.ts';
import { MASK } from '../../domain/privacy/mask-personal.ts';
import { exampleSchema } from '../../nlu/train/example.ts';

/** What a message means, as somebody who has read it says: a training example but for text and voice. */
export const labelSchema = exampleSchema.pick({ language: true, intent: true, slots: true, fault: true });
export type Label = z.infer<typeof labelSchema>;

/** The first slot that the text does not hold; null where all stand in it. Numbers stand as masks, as long as they were. */
export function strangeSlot(text: string, { slots }: Pick<Label, 'slots'>): keyof Label['slots'] | null {
  const filled = fillMasks(text, '');
  for (const slot of ['address', 'since', 'month'] as const) {
    const words = slots[slot];
    if (words !== undefined && (words.trim() === '' || !text.includes(words))) return slot;
  }
  for (const slot of ['account_number', 'phone'] as const) {
    const masks = slots[slot];
    if (masks === undefined) continue;
    const onlyMasks = masks !== '' && masks.replaceAll(MASK, '') === '';
    if (!onlyMasks || filled.numberOf(masks.length) === undefined) return slot;
  }
  return null;
}

/** Sets in their own order and without repeats, as facts are everywhere. */
export function tidyLabel({ fault, ...label }: Label): Label {
  if (fault === null) return { ...label, fault };
  return {
    ...label,
    fault: {
      ...fault,
      hazards: HAZARDS.filter((one) => fault.hazards.includes(one)),
      people: PEOPLE_AT_RISK.filter((one) => fault.people.includes(one)),
      site: SITES.filter((one) => fault.site.includes(one)),
    },
  };
}
