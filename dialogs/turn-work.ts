import type { TurnContext } from 'botbuilder';
import type { UnitOfWork } from '../store/unit-of-work.ts';

/** Where a turn's unit of work is found in its context. */
export const WORK = Symbol('unit of work');

/** `channelData.kind` of a reply whose loss would endanger somebody: where its delivery is in doubt it is sent again. */
export const DANGER_KIND = 'danger';

/** `channelData.kind` of what is said unasked: where its delivery is in doubt it is not said twice. */
export const NOTICE_KIND = 'notice';

/** Bot Framework's event that asks for a person. It carries the whole story: the desk's, never the customer's. */
export const HANDOFF_INITIATE = 'handoff.initiate';

/** Throws where the context is not one of ours: every turn has a unit of work. */
export function workOf(context: TurnContext): UnitOfWork {
  const work = context.turnState.get(WORK) as UnitOfWork | undefined;
  if (!work) throw new Error('this turn has no unit of work');
  return work;
}
