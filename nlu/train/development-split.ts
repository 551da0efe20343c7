import type { Example } from './example.ts';

/** Writers whom no model hears that is measured on the development part. */
const DEVELOPMENT_VOICES: ReadonlySet<string> = new Set(['nurse', 'driver', 'polite', 'hong_konger']);

export interface DevelopmentSplit {
  readonly train: readonly Example[];
  readonly development: readonly Example[];
}

/** Cuts the data by voice, not at random: who is heard in one part is not heard in the other. */
export function developmentSplit(examples: readonly Example[]): DevelopmentSplit {
  return {
    train: examples.filter(({ voice }) => !DEVELOPMENT_VOICES.has(voice)),
    development: examples.filter(({ voice }) => DEVELOPMENT_VOICES.has(voice)),
  };
}
