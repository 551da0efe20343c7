import type { Heard } from '../../../dialogs/heard.ts';
import type { FaultFacts } from '../../../domain/faults/fault-facts.ts';
import { NO_FACTS } from '../../../domain/faults/merge-facts.ts';
import { gradeFault } from '../../../domain/faults/severity.ts';
import type { Understanding } from '../../../nlu/understanding.ts';

export interface Said extends Partial<Omit<Heard, 'understanding'>>, Partial<Omit<Understanding, 'fault' | 'text'>> {
  readonly fault?: Partial<FaultFacts>;
}

/** A message as dialogs hear it, with all that is not given left plain. */
export function heardOf(text: string, said: Said = {}): Heard {
  const { fault, chosen = null, position = null, areas = [], attachments = [], ...understanding } = said;
  const facts = fault ? { ...NO_FACTS, ...fault } : null;
  return {
    text,
    chosen,
    position,
    areas,
    attachments,
    understanding: {
      text,
      language: 'zh-Hans',
      intent: 'out_of_scope',
      confidence: 0.3,
      alternatives: [],
      slots: {},
      severity: facts && gradeFault(facts).severity,
      evidence: [],
      ...understanding,
      fault: facts,
    },
  };
}
