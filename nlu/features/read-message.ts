import type { Language } from '../../domain/language.ts';
import { createFactFinder, type Findings } from '../faults/find-facts.ts';
import { createTopicFinder } from '../intents/find-topics.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { createNormaliser } from '../normalise/create-normaliser.ts';
import type { NormalText } from '../normalise/normal-text.ts';
import { createTownMask } from '../places/create-town-mask.ts';
import { createWordRepair } from '../spelling/repair-word.ts';
import { createTokeniser } from '../tokens/create-tokeniser.ts';
import { countFeatures, type FeatureCounts } from './count-features.ts';

/** All that can be told of a message without a trained model. Training and serving read messages by this one function. */
export interface ReadMessage {
  readonly normal: NormalText;
  readonly language: Language;
  readonly findings: Findings;
  readonly counts: FeatureCounts;
}

export type MessageReader = (text: string, spoken?: Language) => ReadMessage;

export function createMessageReader(): MessageReader {
  const normalise = createNormaliser();
  const repair = createWordRepair();
  const tokenise = createTokeniser(repair);
  const findFacts = createFactFinder(repair);
  const findTopics = createTopicFinder();
  const maskTowns = createTownMask();
  return (text, spoken) => {
    const normal = normalise(text);
    const findings = findFacts(normal.text);
    const masked = maskTowns(normal.text);
    const cantonese = detectLanguage(normal) === 'yue';
    return {
      normal,
      language: detectLanguage(normal, spoken),
      findings,
      counts: countFeatures({
        text: masked,
        tokens: tokenise(masked.slice(0, UNITS_READ)),
        cues: cantonese ? [...cuesOf(findings), 'cantonese'] : cuesOf(findings),
        topics: findTopics(normal.text),
      }),
    };
  };
}

const UNITS_READ = 1_000;

function cuesOf(findings: Findings): string[] {
  return [
    ...findings.facts.map((finding) => `${finding.fact}:${finding.status}${finding.weak ? ' weak' : ''}`),
    ...findings.hits.map((hit) => hit.concept),
  ];
}
