import type { Activity } from 'botbuilder';
import { type Language, type ReplyLanguage, replyLanguageOf } from '../domain/language.ts';
import type { Understand, Understanding } from '../nlu/understanding.ts';
import type { ToTraditional } from '../strings/traditional.ts';
import { geoCoordinatesSchema } from '../web/protocol/conversation.ts';
import type { Heard } from './heard.ts';
import type { Meaning, Offer } from './offer.ts';
import type { Area, Areas } from './places/areas.ts';

/** Hears a message: its words, what was chosen, a position, photos. */
export function listen(
  activity: Partial<Activity>,
  given: { understand: Understand; areas: Pick<Areas, 'find'>; language: Language | null; offers: readonly Offer[] },
): Heard {
  const text = (activity.text ?? '').trim();
  let areas: readonly Area[] | undefined;
  return {
    text,
    understanding: given.understand(text, given.language ? { language: given.language } : {}),
    chosen: chosenOf(text, given.offers),
    position: positionOf(activity),
    /** Looked up when first asked for: few messages are about a place. */
    get areas() {
      areas ??= given.areas.find(text);
      return areas;
    },
    attachments: (activity.attachments ?? []).flatMap(({ contentUrl }) => (contentUrl ? [contentUrl] : [])),
  };
}

/** An offer is chosen by its words, or by its number where a channel shows a numbered list. */
function chosenOf(text: string, offers: readonly Offer[]): Meaning | null {
  const words = text.normalize('NFKC').toLowerCase();
  const byWords = offers.find(({ label }) => label.normalize('NFKC').toLowerCase() === words);
  const number = /^[1-9]$/.test(words) ? offers[Number(words) - 1] : undefined;
  return (byWords ?? number)?.meaning ?? null;
}

function positionOf(activity: Partial<Activity>): Heard['position'] {
  for (const entity of activity.entities ?? []) {
    const parsed = geoCoordinatesSchema.safeParse(entity);
    if (parsed.success) return { lat: parsed.data.latitude, lon: parsed.data.longitude };
  }
  return null;
}

/** The language to answer in: that of the words, unless there are too few to tell; then what was spoken before. */
export function replyLanguage(
  { text, chosen, understanding }: Heard,
  before: Language | null,
  { preferred, toTraditional }: { preferred: string | null; toTraditional: ToTraditional },
): { heard: Language | null; reply: ReplyLanguage } {
  const nothingKnown = before === null && preferred === null;
  const says = text !== '' && chosen === null && tellsLanguage(text, understanding, nothingKnown);
  const heard = says ? inItsScript(understanding.language, text, toTraditional) : before;
  return { heard, reply: heard ? replyLanguageOf(heard) : preferredReply(preferred) };
}

/** Cantonese is answered in traditional characters, but not who writes it, or what was taken for it, in simplified ones. */
function inItsScript(language: Language, text: string, toTraditional: ToTraditional): Language {
  return language === 'yue' && toTraditional(text) !== text ? 'zh-Hans' : language;
}

/** Of mail or of a page: written in letters whatever is spoken. */
const ADDRESS = /\S+@\S+|\bhttps?:\/\/\S+/giu;

/** Digits or a picture say nothing of the language, nor does a bare "ok" but where nothing else is known. */
function tellsLanguage(text: string, { language }: Understanding, nothingKnown: boolean): boolean {
  const words = text.replace(ADDRESS, ' ');
  if (language === 'en') return nothingKnown ? /[a-z]{2}/iu.test(words) : /[a-z]{2}.*[a-z]{2}/iu.test(words);
  return /\p{Script=Han}/u.test(text);
}

function preferredReply(preferred: string | null): ReplyLanguage {
  if (preferred?.toLowerCase().startsWith('en')) return 'en';
  return preferred && /hant|tw|hk|mo/iu.test(preferred) ? 'zh-Hant' : 'zh-Hans';
}
