import type { Route } from '../app/route.ts';

/** Something that calls for somebody who may be looking elsewhere. */
export interface Alert {
  readonly kind: AlertKind;
  /** A later alert of the same tag takes the place of an earlier one. */
  readonly tag: string;
  /** Where it leads. */
  readonly route: Route;
  /** Never the customer's words or name: notifications show on locked screens. */
  readonly matter: { readonly severity: string | null; readonly skill: string | null };
}

export type AlertKind = 'danger_waits' | 'danger' | 'given' | 'message' | 'clock' | 'whisper' | 'moved' | 'floor';
