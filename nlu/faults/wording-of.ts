import type { Wording } from '../artefact/language-model.ts';
import type { FactName } from './fact-rules.ts';
import type { Finding } from './find-facts.ts';

const STRENGTH: Readonly<Record<Wording, number>> = { present: 4, hinted: 3, supposed: 2, denied: 1, unsaid: 0 };

/** What the words say of a fact: of several sayings the graver one counts. */
export function wordingOf(fact: FactName, findings: readonly Finding[]): Wording {
  let wording: Wording = 'unsaid';
  for (const finding of findings) {
    if (finding.fact !== fact) continue;
    const said = finding.weak && finding.status === 'present' ? 'hinted' : finding.status;
    if (STRENGTH[said] > STRENGTH[wording]) wording = said;
  }
  return wording;
}
