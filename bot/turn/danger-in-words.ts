import { LruMap } from '../../channels/directline/lru-map.ts';
import type { Understand } from '../../nlu/understanding.ts';

/** Short answers are said alike by many, most of them tapped. */
const LONGEST_REMEMBERED = 40;
const MOST_REMEMBERED = 2000;

/** Makes what tells whether words speak of danger to life, as far as they do by themselves. */
export function createDangerInWords(understand: Understand): (text: string) => boolean {
  const known = new LruMap<string, boolean>(MOST_REMEMBERED);
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const isDanger = understand(text).severity === 'P1';
    if (text.length <= LONGEST_REMEMBERED) known.set(text, isDanger);
    return isDanger;
  };
}
