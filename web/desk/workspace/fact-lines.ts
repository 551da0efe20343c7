import type { SessionSummary } from '../../protocol/desk/session.ts';

type Fault = NonNullable<SessionSummary['fault']>;

export interface FactLine {
  readonly label: 'hazards' | 'people' | 'site' | 'scope' | 'power' | 'class';
  readonly facts: readonly {
    /** As evidence names it, for example `hazard.sparks`. */
    readonly fact: string;
    readonly table: 'hazard' | 'people' | 'site' | 'scope' | 'class' | 'fact';
    readonly code: string;
  }[];
}

/** The facts to show, the gravest first; a line that would say nothing is left out. */
export function factLines(fault: Fault): FactLine[] {
  const lines: FactLine[] = [
    { label: 'hazards', facts: fault.hazards.map((code) => ({ fact: `hazard.${code}`, table: 'hazard', code })) },
    { label: 'people', facts: fault.people.map((code) => ({ fact: `people.${code}`, table: 'people', code })) },
    { label: 'site', facts: fault.site.map((code) => ({ fact: `site.${code}`, table: 'site', code })) },
    { label: 'power', facts: supplyOf(fault).map((code) => ({ fact: 'no_power', table: 'fact', code })) },
    { label: 'scope', facts: [{ fact: `scope.${fault.scope}`, table: 'scope', code: fault.scope }] },
    { label: 'class', facts: [{ fact: `class.${fault.class}`, table: 'class', code: fault.class }] },
  ];
  return lines.filter(({ facts }) => facts.length > 0);
}

/**
 * Whether the supply is missing or there, where that is known. That nobody has said it is missing shows nothing: only
 * trouble with the voltage shows that there is some.
 */
export function supplyOf(fault: Pick<Fault, 'no_power' | 'class' | 'hazards'>): ('no_power' | 'supplied')[] {
  if (fault.no_power) return ['no_power'];
  return fault.class === 'power_quality' || fault.hazards.includes('overvoltage') ? ['supplied'] : [];
}

export interface Quote {
  readonly seq: number;
  readonly start: number;
  readonly text: string;
}

/** The customer's words for a fact, each wording once, as far as their messages are at hand. */
export function quotesOf(
  evidence: SessionSummary['evidence'],
  fact: string,
  textOf: (seq: number) => string | null,
): Quote[] {
  const quotes = evidence
    .filter((one) => one.fact === fact)
    .map(({ seq, start, end }) => ({ seq, start, text: textOf(seq)?.slice(Math.max(0, start), end) ?? '' }))
    .filter(({ text }) => text.trim() !== '');
  return quotes.filter(({ text }, index) => quotes.findIndex((other) => other.text === text) === index);
}
