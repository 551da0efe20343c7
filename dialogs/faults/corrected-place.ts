/** What makes a part of an address finer than a street: building, unit, floor, room. */
const FINE =
  /^(?:[^\s]*?)(\d+|[一二三四五六七八九十]+|[A-Za-z])\s*(?:栋|棟|幢|座|号楼|號樓|单元|單元|楼|樓|层|層|室|房|号|號)/u;
const FINE_EN = /^(?:building|block|unit|flat|room|floor|no\.?|number|apartment|apt\.?)\s*[\dA-Za-z-]+/iu;

const KINDS: readonly RegExp[] = [
  /(?:\d+|[一二三四五六七八九十]+|[A-Za-z])\s*(?:栋|棟|幢|座|号楼|號樓)/u,
  /(?:\d+|[一二三四五六七八九十]+)\s*(?:单元|單元)/u,
  /(?:\d+|[一二三四五六七八九十]+)\s*(?:楼|樓|层|層)(?!栋)/u,
  /\d+[A-Za-z]?\s*(?:室|房)/u,
  /\d+\s*(?:号|號)(?!楼|樓|公变|线|杆)/u,
  /(?:building|block)\s*[\dA-Za-z-]+/iu,
  /(?:unit)\s*[\dA-Za-z-]+/iu,
  /(?:floor)\s*\d+/iu,
  /(?:room|flat|apartment|apt\.?)\s*[\dA-Za-z-]+/iu,
];

/**
 * The place once more of it was said: a whole new place stands instead of the old, a finer part ("building 5") takes its
 * like's stead or is added.
 */
export function correctedPlace(known: string | null, said: string | null): string | null {
  if (said === null || said === known) return known;
  if (known === null) return said;
  const part = said.trim();
  if (!FINE.test(part) && !FINE_EN.test(part)) return said;
  if (/[镇鎮村区區街路社道]/u.test(part)) return said;
  for (const kind of KINDS) {
    const newer = part.match(kind)?.[0];
    if (newer === undefined) continue;
    return kind.test(known) ? known.replace(kind, newer) : joined(known, part);
  }
  return joined(known, part);
}

function joined(known: string, part: string): string {
  return /[\u3400-\u9fff]$/u.test(known) || /^[\u3400-\u9fff]/u.test(part) ? known + part : `${known}, ${part}`;
}
