import type { Findings } from './find-facts.ts';
import { isGrave } from './grave-facts.ts';

const SENTENCE = /[^。!?;\n]+?(?:[。!?;\n]|\.(?=\s)|$)/g;
const SENTENCES_READ = 3;
const LONGEST = 240;

/**
 * The sentences of a longer message that name a grave danger plainly: read alone, they are heard even where the rest
 * talks of bills. None where the message is one sentence.
 */
export function graveSentences(text: string, findings: Findings): string[] {
  const grave = findings.facts.filter(
    (finding) => finding.status === 'present' && finding.weak !== true && isGrave(finding.fact),
  );
  if (grave.length === 0) return [];
  const sentences = [...text.matchAll(SENTENCE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (sentences.length < 2) return [];
  return sentences
    .filter(({ start, end }) => grave.some((finding) => finding.start >= start && finding.end <= end))
    .slice(0, SENTENCES_READ)
    .map(({ start, end }) => text.slice(start, Math.min(end, start + LONGEST)));
}
