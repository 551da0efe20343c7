import { z } from 'zod';
import { FAULT_CLASSES, type FaultFacts, SCOPES } from '../../domain/faults/fault-facts.ts';
import { jsonText } from '../../store/json-text.ts';
import { readOnce } from './read-once.ts';
import { type Candidates, candidateList, reasonList } from './stored-json.ts';

/** Reads JSON of rows that inference looks at again with every update. */
export interface StoredReading {
  candidates(text: string): Candidates;
  reasons(text: string): readonly string[];
  facts(text: string): Pick<FaultFacts, 'class' | 'scope' | 'no_power'>;
}

const factList = jsonText().pipe(
  z.object({ class: z.enum(FAULT_CLASSES), scope: z.enum(SCOPES), no_power: z.boolean() }),
);

const MOST_CANDIDATES = 30_000;
const MOST_OTHERS = 2000;

export function openStoredReading(): StoredReading {
  return {
    candidates: readOnce((text) => candidateList.parse(text), MOST_CANDIDATES),
    reasons: readOnce((text) => reasonList.parse(text), MOST_OTHERS),
    facts: readOnce((text) => factList.parse(text), MOST_OTHERS),
  };
}
