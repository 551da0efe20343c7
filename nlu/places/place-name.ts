const KINDS = [
  '社区居民委员会',
  '村民委员会',
  '居民委员会',
  '生活区',
  '村委会',
  '居委会',
  '街道办事处',
  '街道',
  '新区',
  '社区',
  '镇',
  '市',
  '村',
  '区',
];
const SHORTEST = 2;

/** A place's name without the word for its kind: 寮步镇 is 寮步. Names that would become one character keep it. */
export function baseName(name: string): string {
  const kind = KINDS.find((ending) => name.endsWith(ending) && name.length - ending.length >= SHORTEST);
  return kind === undefined ? name : name.slice(0, -kind.length);
}

/** Latin letters only, lower case: "Chang'an" and "chang an" are one. */
export function latinKey(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
