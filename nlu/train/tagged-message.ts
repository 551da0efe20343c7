import type { Intent } from '../../domain/intent.ts';
import type { NormalText, Span } from '../normalise/normal-text.ts';
import { addressSpans } from '../slots/address-spans.ts';
import { TAGGED_SLOTS } from '../slots/tagger.ts';
import { textUnits } from '../slots/text-units.ts';
import { monthSpans, timeSpans } from '../slots/time-spans.ts';
import type { Example } from './example.ts';
import type { TaggedMessage } from './train-tagger.ts';

export interface TaggedMessageParts {
  readonly example: Example;
  readonly normal: NormalText;
  readonly places: readonly Span[];
  /** As it is understood, not as it is labelled: so it will be when the tagger serves. */
  readonly intent: Intent;
}

export function taggedMessage({ example, normal, places, intent }: TaggedMessageParts): TaggedMessage {
  const spans = TAGGED_SLOTS.flatMap((slot) => {
    const words = example.slots[slot];
    const span = words === undefined ? null : spanOf(normal, words);
    return span === null ? [] : [{ ...span, slot }];
  });
  const times = timeSpans(normal.text);
  const months = monthSpans(normal.text);
  const parts = addressSpans(normal.text);
  return { source: { units: textUnits(normal), places, times, months, parts, intent }, spans };
}

/** Where words of the original stand in the normalised text. */
function spanOf(normal: NormalText, words: string): Span | null {
  const from = normal.original.indexOf(words);
  if (from < 0) return null;
  const start = normal.starts.findIndex((at) => at >= from);
  let end = start;
  while (end < normal.ends.length && (normal.ends[end] ?? 0) <= from + words.length) end += 1;
  return start < 0 || end <= start ? null : { start, end };
}
