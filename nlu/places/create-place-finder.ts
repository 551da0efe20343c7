import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js';
import type { Normalise } from '../normalise/create-normaliser.ts';
import type { Span } from '../normalise/normal-text.ts';
import { looseSyllable, type SyllableOf } from '../normalise/pinyin.ts';
import type { Gazetteer } from './gazetteer.ts';
import { baseName, latinKey } from './place-name.ts';

export interface PlaceMatch {
  /** Statistical code: 4 digits a city, 9 a town, 12 a village. */
  readonly code: string;
  readonly name: string;
  readonly level: 'city' | 'town' | 'village';
  /** 1 for the name itself, less for what only sounds or looks like it. */
  readonly score: number;
}

export interface PlaceFinder {
  /** The places that the words name, best first; empty where they name none. Words are a short answer or a whole message. */
  findPlaces(words: string): PlaceMatch[];
  /** Where names of places stand in a normalised text; spans do not overlap. */
  spansIn(text: string): Span[];
}

export interface PlaceFinderParts {
  readonly gazetteer: Gazetteer;
  readonly normalise: Normalise;
  readonly syllableOf: SyllableOf;
}

interface Place extends Omit<PlaceMatch, 'score'> {
  readonly base: string;
  readonly latin: readonly string[];
}

const LONGEST_NAME = 8;
const UNITS_READ = 400;
const LATIN_WORDS_READ = 40;
const LONGEST_LATIN_NAME = 4;
const SCORES = { exact: 1, latin: 0.97, homophone: 0.88, loose: 0.75, misspelt: 0.8, oneOff: 0.7 };
const BESIDE_ITS_TOWN = 0.02;
const ALIKE = 0.93;
/** Words of everyday speech that are villages' names too: only with the word for their kind. */
const EVERYDAY = new Set([
  '中心',
  '东方',
  '新城',
  '公园',
  '西城',
  '新村',
  '和平',
  '平安',
  '新华',
  '中区',
  '大道',
  '花园',
  '金色',
  '市场',
  '车站',
  '学校',
]);

export function createPlaceFinder(parts: PlaceFinderParts): PlaceFinder {
  const places = placesOf(parts);
  const byName = groupBy(places, (place) =>
    [...new Set([place.name, place.base])].map((name) => parts.normalise(name).text),
  );
  const bySound = groupBy(places, (place) => [soundOf(place.base, parts.syllableOf)]);
  const byLooseSound = groupBy(places, (place) => [looseSoundOf(place.base, parts.syllableOf)]);
  const byLatin = groupBy(places, (place) => place.latin);

  const spansIn = (text: string): Span[] => exactSpans(text.slice(0, UNITS_READ), byName, byLatin);
  const findPlaces = (words: string): PlaceMatch[] => {
    const text = parts.normalise(words).text.slice(0, UNITS_READ);
    const found = new Map<string, PlaceMatch>();
    const note = (place: Place, score: number): void => {
      const known = found.get(place.code);
      if (known === undefined || known.score < score) {
        found.set(place.code, { code: place.code, name: place.name, level: place.level, score });
      }
    };
    for (const { start, end } of spansIn(text)) {
      const name = text.slice(start, end);
      for (const place of byName.get(name) ?? []) note(place, SCORES.exact);
      for (const place of byLatin.get(latinKey(name)) ?? []) note(place, SCORES.latin);
    }
    if (found.size === 0) soundAlikes(text, { bySound, byLooseSound, syllableOf: parts.syllableOf }, note);
    if (found.size === 0) latinAlikes(text, byLatin, note);
    if (found.size === 0) oneOff(text, byName, note);
    return ranked([...found.values()]);
  };
  return { findPlaces, spansIn };
}

function placesOf({ gazetteer, syllableOf }: PlaceFinderParts): Place[] {
  const spelt = (name: string): string[] => {
    const syllables = [...name].map(syllableOf);
    return syllables.includes(undefined) ? [] : [syllables.join('')];
  };
  const place = (entry: { code: string; name: string; latin?: readonly string[] }, level: Place['level']): Place => {
    const base = baseName(entry.name);
    const latin = new Set([...(entry.latin ?? []).map(latinKey), ...spelt(base)]);
    return { code: entry.code, name: entry.name, level, base, latin: [...latin] };
  };
  return [
    place(gazetteer.city, 'city'),
    ...gazetteer.towns.flatMap((town) => [
      place(town, 'town'),
      ...town.villages.map((village) => place(village, 'village')),
    ]),
  ];
}

function groupBy(places: readonly Place[], keysOf: (place: Place) => readonly string[]): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    for (const key of keysOf(place)) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [place]);
      else group.push(place);
    }
  }
  return groups;
}

const LATIN_WORD = /[a-z]+(?:'[a-z]+)?/g;
const KIND_AFTER = /^(?:社区|村|镇|街道|居委|村委)/;

function exactSpans(text: string, byName: ReadonlyMap<string, Place[]>, byLatin: ReadonlyMap<string, Place[]>): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (text.charCodeAt(start) < 0x2e80) continue;
    for (let length = Math.min(LONGEST_NAME + 8, text.length - start); length >= 2; length -= 1) {
      const name = text.slice(start, start + length);
      if (!byName.has(name)) continue;
      const kind = KIND_AFTER.exec(text.slice(start + length))?.[0] ?? '';
      if (EVERYDAY.has(name) && kind === '') continue;
      spans.push({ start, end: start + length });
      start += length - 1;
      break;
    }
  }
  return [...spans, ...latinSpans(text, byLatin)];
}

function latinSpans(text: string, byLatin: ReadonlyMap<string, Place[]>): Span[] {
  const words = [...text.matchAll(LATIN_WORD)].slice(0, LATIN_WORDS_READ);
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let count = Math.min(LONGEST_LATIN_NAME, words.length - at); count >= 1; count -= 1) {
      const first = words[at];
      const last = words[at + count - 1];
      if (first === undefined || last === undefined) continue;
      const end = last.index + last[0].length;
      const key = latinKey(text.slice(first.index, end));
      if (key.length < 5 || !byLatin.has(key)) continue;
      spans.push({ start: first.index, end });
      at += count - 1;
      break;
    }
  }
  return spans;
}

interface Sounds {
  readonly bySound: ReadonlyMap<string, Place[]>;
  readonly byLooseSound: ReadonlyMap<string, Place[]>;
  readonly syllableOf: SyllableOf;
}

type Note = (place: Place, score: number) => void;

/** Characters that are read like a name: 廖步 for 寮步. */
function soundAlikes(text: string, sounds: Sounds, note: Note): void {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  for (const run of runs) {
    for (let start = 0; start < run.length; start += 1) {
      for (let length = Math.min(LONGEST_NAME, run.length - start); length >= 2; length -= 1) {
        const words = run.slice(start, start + length);
        for (const place of sounds.bySound.get(soundOf(words, sounds.syllableOf)) ?? []) note(place, SCORES.homophone);
        for (const place of sounds.byLooseSound.get(looseSoundOf(words, sounds.syllableOf)) ?? []) {
          note(place, SCORES.loose);
        }
      }
    }
  }
}

function soundOf(words: string, syllableOf: SyllableOf): string {
  return [...words].map((sign) => syllableOf(sign) ?? sign).join(' ');
}

function looseSoundOf(words: string, syllableOf: SyllableOf): string {
  return [...words].map((sign) => looseSyllable(syllableOf(sign) ?? sign)).join(' ');
}

/** Latin words spelt nearly like a name: "Liabu" for Liaobu. */
function latinAlikes(text: string, byLatin: ReadonlyMap<string, Place[]>, note: Note): void {
  for (const [word] of [...text.matchAll(LATIN_WORD)].slice(0, LATIN_WORDS_READ)) {
    if (word.length < 5) continue;
    const letters = latinKey(word);
    for (const [key, places] of byLatin) {
      if (key[0] !== letters[0] || Math.abs(key.length - letters.length) > 1) continue;
      const alike =
        jaroWinkler(letters, key) >= ALIKE && DamerauLevenshteinDistance(letters, key, { restricted: true }) <= 1;
      if (!alike) continue;
      for (const place of places) if (place.level !== 'village') note(place, SCORES.misspelt);
    }
  }
}

/** A name of three characters or more with one of them wrong. */
function oneOff(text: string, byName: ReadonlyMap<string, Place[]>, note: Note): void {
  if (text.length > LONGEST_NAME) return;
  for (const [name, places] of byName) {
    if (name.length < 3 || Math.abs(name.length - text.length) > 1) continue;
    if (lettersInCommon(name, text) < name.length - 1) continue;
    if (DamerauLevenshteinDistance(text, name, { restricted: true }) > 1) continue;
    for (const place of places) note(place, SCORES.oneOff);
  }
}

function lettersInCommon(left: string, right: string): number {
  let common = 0;
  for (const sign of left) if (right.includes(sign)) common += 1;
  return common;
}

const LEVELS = { town: 0, village: 1, city: 2 } as const;

/**
 * Villages of a town that is named too come before their namesakes elsewhere; a village that is called as its town
 * gives way to it, and the city counts only where it stands alone.
 */
function ranked(found: readonly PlaceMatch[]): PlaceMatch[] {
  const names = new Set(found.filter((match) => match.level === 'town').map((match) => baseName(match.name)));
  const matches = found.filter((match) => match.level !== 'village' || !names.has(baseName(match.name)));
  const towns = new Set(matches.filter((match) => match.level === 'town').map((match) => match.code));
  const villages = matches.filter((match) => match.level === 'village');
  const inTown = (match: PlaceMatch): boolean => towns.has(match.code.slice(0, 9));
  const someInTown = villages.some(inTown);
  return matches
    .filter((match) => match.level !== 'village' || !someInTown || inTown(match))
    .filter((match) => match.level !== 'city' || matches.length === 1)
    .map((match) => (inTown(match) ? { ...match, score: Math.min(1, match.score + BESIDE_ITS_TOWN) } : match))
    .sort((left, right) => {
      const narrower = someInTown ? Number(inTown(right)) - Number(inTown(left)) : 0;
      return narrower || right.score - left.score || LEVELS[left.level] - LEVELS[right.level];
    });
}
