import { bareText } from '../normalise/bare-text.ts';
import { createNormaliser } from '../normalise/create-normaliser.ts';
import { type DataFault, lintData } from './lint-data.ts';
import type { ReadExample, ReadResult } from './read-examples.ts';

export interface JoinSource {
  /** The product's own training data. */
  readonly builtIn: ReadResult;
  /** What was labelled from use. */
  readonly labelled: ReadResult;
  /** Messages that models are measured on. */
  readonly development: ReadResult;
}

export type Joined =
  | {
      readonly ok: true;
      readonly examples: readonly ReadExample[];
      /** Without those that are learned from now: they would flatter. */
      readonly development: readonly ReadExample[];
      /** Built-in messages that gave way to one that says the same. */
      readonly replaced: number;
    }
  /** Lines that must be put right first. */
  | { readonly ok: false; readonly faults: readonly (Omit<DataFault, 'kind'> & { readonly kind: string })[] };

/**
 * Built-in and labelled data as one. Where a labelled message says the same as a built-in one it takes its place: the
 * utility knows its customers.
 */
export function joinLabelled({ builtIn, labelled, development }: JoinSource): Joined {
  const invalid = [builtIn, labelled, development].flatMap(({ bad }) =>
    bad.map((line) => ({ ...line, kind: 'invalid' })),
  );
  const wrong = lintData(labelled.examples).filter(({ kind }) => STOPPING.has(kind));
  if (invalid.length + wrong.length > 0) return { ok: false, faults: [...invalid, ...wrong] };
  const normalise = createNormaliser();
  const bare = ({ text }: ReadExample): string => bareText(normalise(text));
  const said = new Set(labelled.examples.map(bare));
  const kept = builtIn.examples.filter((example) => !said.has(bare(example)));
  return {
    ok: true,
    examples: [...kept, ...labelled.examples],
    development: development.examples.filter((example) => !said.has(bare(example))),
    replaced: builtIn.examples.length - kept.length,
  };
}

/** Of what the linter finds: near repeats are how customers talk, and do no harm in small numbers. */
const STOPPING: ReadonlySet<DataFault['kind']> = new Set(['conflict', 'duplicate', 'slot_not_in_text']);
