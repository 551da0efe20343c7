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
    { label: 'power', facts: [{ fact: 'no_power', table: 'fact', code: fault.no_power ? 'no_power' : 'supplied' }] },
    { label: 'scope', facts: [{ fact: `scope.${fault.scope}`, table: 'scope', code: fault.scope }] },
    { label: 'class', facts: [{ fact: `class.${fault.class}`, table: 'class', code: fault.class }] },
  ];
  return lines.filter(({ facts }) => facts.length > 0);
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
