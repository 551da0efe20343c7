import type { FaultClass, FaultFacts, Scope } from '../../domain/faults/fault-facts.ts';
import { SIGN_NAMES, type Signs } from '../../domain/faults/intake/signs.ts';
import { NO_FACTS } from '../../domain/faults/merge-facts.ts';
import type { Heard } from '../heard.ts';
import { checkStepOf } from './check-answer.ts';
import { isSign } from './signs-in.ts';

/** What a message says of the trouble. What answers a question about a sign is that sign, not a class or a fault of its own. */
export function factsSaid(
  heard: Heard,
  { isCorrection, pending, signs }: { isCorrection: boolean; pending: string | null; signs: Signs },
): FaultFacts {
  const fault = withoutAddress(heard);
  if (!fault) return NO_FACTS;
  const { hazards, people, site } = fault;
  const graveOnly = { ...NO_FACTS, hazards, people, site };
  if (checkStepOf(pending) !== null) return graveOnly;
  if (isCorrection || isMostlyAddress(heard)) {
    return signs.extent === undefined ? graveOnly : { ...graveOnly, no_power: fault.no_power };
  }
  // With lit neighbours "the stairs have light" is no extent of the fault.
  const scope = signs.neighbours === 'lit' && isWide(fault.scope) ? 'unknown' : fault.scope;
  if (!isSign(pending)) return { ...fault, scope, class: classSaid(fault.class, signs) };
  const told = SIGN_NAMES.some((sign) => signs[sign] !== undefined);
  const extent = pending === 'neighbours' || isWide(scope) ? scope : 'unknown';
  return { ...graveOnly, scope: extent, no_power: !told && fault.no_power };
}

/** A message of which so much is an address is one. */
const MOSTLY = 0.6;

function isMostlyAddress({ text, understanding: { slots } }: Heard): boolean {
  return (slots.address ?? '').length >= text.length * MOSTLY;
}

/** An address tells nothing of an extent: "no power, Tangchun village, lane 3" is not the whole village, but "all of Tangchun" is. */
function withoutAddress({ text, understanding: { fault, slots, evidence } }: Heard): FaultFacts | null {
  const from = slots.address === undefined ? -1 : text.indexOf(slots.address);
  if (!fault || slots.address === undefined || from < 0 || ALL_OF.test(text)) return fault;
  const until = from + slots.address.length;
  const isOfAddress = (fact: string) => {
    const shown = evidence.filter((one) => one.fact === fact);
    return shown.length > 0 && shown.every(({ start, end }) => start >= from && end <= until);
  };
  return {
    ...fault,
    ...(isWide(fault.scope) && isOfAddress(`scope.${fault.scope}`) ? { scope: 'unknown' as const } : {}),
    ...(fault.class === 'high_voltage' && isOfAddress('class.high_voltage') ? { class: 'unknown' as const } : {}),
  };
}

const ALL_OF = /整|全|都|\b(?:whole|entire|all|everywhere|everyone|everybody)\b/iu;

/** "The meter is lit" and "no switch has tripped" name a link without saying that it has failed. */
function classSaid(said: FaultClass, { meter, breaker }: Signs): FaultClass {
  const denied = (said === 'metering' && meter === 'lit') || (said === 'customer_internal' && breaker === 'on');
  return denied ? 'unknown' : said;
}

/** Beyond the premises. */
export function isWide(scope: Scope): boolean {
  return scope === 'building' || scope === 'street' || scope === 'area';
}
