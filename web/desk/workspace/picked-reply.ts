import type { FilledReply } from './fill-reply.ts';

/** A canned reply that somebody has chosen, filled with what is known. */
export interface PickedReply extends FilledReply {
  readonly id: string;
}
