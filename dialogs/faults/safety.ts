import type { FaultFacts } from '../../domain/faults/fault-facts.ts';
import { HAZARDS, type Hazard, PEOPLE_AT_RISK, type PersonAtRisk } from '../../domain/faults/fault-facts.ts';
import type { CardAction } from '../../web/protocol/card.ts';
import type { Turn } from '../turn.ts';

export type Danger = Hazard | PersonAtRisk;

/** People first, then hazards by how fast they kill. */
const ORDER: readonly Danger[] = [
  'injured',
  'electric_shock',
  'fire',
  'trapped',
  'wire_down',
  'flooding',
  'sparks',
  'smoke_or_burning',
  'exposed_live_part',
  'explosion',
  'pole_damaged',
  'tree_contact',
  'overvoltage',
  'life_support',
];
const MOST_LINES = 6;

/** The dangers in the facts for which the safety words were not said yet, the most urgent first. */
export function newDangers(facts: FaultFacts, told: readonly Danger[]): Danger[] {
  const known = new Set<Danger>([
    ...HAZARDS.filter((hazard) => facts.hazards.includes(hazard)),
    ...PEOPLE_AT_RISK.filter((person) => person !== 'vulnerable' && facts.people.includes(person)),
  ]);
  return ORDER.filter((danger) => known.has(danger) && !told.includes(danger));
}

/** Says what to do, before anything else is asked, once for each danger. False where there was nothing new. */
export async function sayWhatToDo(turn: Turn, facts: FaultFacts): Promise<boolean> {
  const dangers = newDangers(facts, turn.memory.hazardsTold);
  if (dangers.length === 0) return false;
  turn.memory.hazardsTold.push(...dangers);
  const { safety } = turn.words;
  const { contact, safety: rules } = turn.services.profile;
  const figures = { metres: rules.keepAwayMetres.value, ...contact.emergency };
  const lines = [...new Set(dangers.flatMap((danger) => safety.lines[danger](figures)))].slice(0, MOST_LINES);
  if (lines.length === 0) return false;
  await turn.say({
    card: { kind: 'safety', title: safety.title, lines, actions: callsFor(turn, dangers) },
    danger: true,
  });
  return true;
}

function callsFor(turn: Turn, dangers: readonly Danger[]): CardAction[] {
  const { call } = turn.words.safety;
  const { contact } = turn.services.profile;
  const hurt = dangers.some(
    (danger) => danger === 'injured' || danger === 'electric_shock' || danger === 'life_support',
  );
  const fire = dangers.some((danger) => danger === 'fire' || danger === 'smoke_or_burning' || danger === 'trapped');
  return [
    ...(hurt
      ? [
          {
            type: 'call' as const,
            label: call.ambulance(contact.emergency.ambulance),
            number: contact.emergency.ambulance,
          },
        ]
      : []),
    ...(fire
      ? [{ type: 'call' as const, label: call.fire(contact.emergency.fire), number: contact.emergency.fire }]
      : []),
    { type: 'call', label: call.hotline(contact.hotline), number: contact.hotline },
  ];
}
