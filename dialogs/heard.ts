import type { Understanding } from '../nlu/understanding.ts';
import type { Meaning } from './offer.ts';
import type { Area } from './places/areas.ts';

/** What a customer's message says, with all that came beside the words. */
export interface Heard {
  readonly text: string;
  readonly understanding: Understanding;
  /** The suggested action that was chosen, by its words or its number. */
  readonly chosen: Meaning | null;
  /** WGS-84 degrees. */
  readonly position: { readonly lat: number; readonly lon: number } | null;
  /** Towns and villages that the words name or may mean, best first. */
  readonly areas: readonly Area[];
  /** Content URLs of photos and files. */
  readonly attachments: readonly string[];
}
