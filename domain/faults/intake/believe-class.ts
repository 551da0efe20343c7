import type { FaultClass, FaultFacts, Hazard } from '../fault-facts.ts';
import { CLASS_OF_LINK, LINKS, type Link, type NamedClass, type PerLink, perLink } from './failed-link.ts';
import { HAZARD_FACTORS, LIKELIHOODS, NO_POWER, PRIORS, SAID_FACTOR } from './sign-likelihoods.ts';
import { SIGN_NAMES, type Sign, type Signs, signsWith } from './signs.ts';

export interface Evidence {
  /** `class` is the one that the customer's words name. */
  readonly facts: FaultFacts;
  readonly signs: Signs;
}

/** Why a class is believed, as codes: `sign.breaker.tripped`, `said.metering`, `hazard.wire_down`. */
export type BeliefReason = `sign.${Sign}.${string}` | `said.${NamedClass}` | `hazard.${Hazard}`;

export interface ClassBelief {
  /** Of each link to have failed; they sum to one. */
  readonly links: PerLink;
  /** The likeliest class where it is likely enough to act upon, else the one said, else unknown. */
  readonly class: FaultClass;
  /** Its probability; null where it is unknown. */
  readonly probability: number | null;
  /** What speaks for the class, the strongest first; empty where it is unknown. */
  readonly reasons: readonly BeliefReason[];
}

/** From this probability on a class stands on a ticket: a crew that trusts it is wrong at most one time in four. */
export const CLASS_STANDS = 0.75;

/**
 * What has failed, by Bayes' rule from the prior over the links; the signs count as independent once the link is given.
 * Where the signs leave it open, the class that the customer's words named stands.
 */
export function believeClass(evidence: Evidence, priors: PerLink = PRIORS): ClassBelief {
  const clues = cluesOf(evidence);
  const links = normalised(
    perLink((link) => clues.reduce((weight, { factor }) => weight * factor(link), priors[link])),
  );
  const likeliest = LINKS.map((link) => CLASS_OF_LINK[link]).reduce((best, one) =>
    probabilityOf(links, one) > probabilityOf(links, best) ? one : best,
  );
  const standing = probabilityOf(links, likeliest) >= CLASS_STANDS ? likeliest : evidence.facts.class;
  if (standing === 'unknown') return { links, class: standing, probability: null, reasons: [] };
  return {
    links,
    class: standing,
    probability: probabilityOf(links, standing),
    reasons: reasonsFor(standing, clues, priors),
  };
}

function probabilityOf(links: PerLink, named: NamedClass): number {
  return linksOf(named).reduce((sum, link) => sum + links[link], 0);
}

function linksOf(named: NamedClass): Link[] {
  return LINKS.filter((link) => CLASS_OF_LINK[link] === named);
}

interface Clue {
  /** Null for what is behind nearly every report. */
  readonly reason: BeliefReason | null;
  /** How likely it is where the link has failed, up to a constant. */
  readonly factor: (link: Link) => number;
}

function cluesOf({ facts, signs }: Evidence): Clue[] {
  const all = signsWith(signs, facts);
  const said = facts.class;
  return [
    { reason: null, factor: (link) => (facts.no_power ? NO_POWER[link] : 1) },
    ...SIGN_NAMES.flatMap((sign) => clueOf(sign, all[sign])),
    ...facts.hazards.flatMap((hazard): Clue[] => {
      const factors = HAZARD_FACTORS[hazard];
      return factors ? [{ reason: `hazard.${hazard}`, factor: (link) => factors[link] }] : [];
    }),
    ...(said === 'unknown'
      ? []
      : [
          { reason: `said.${said}` as const, factor: (link: Link) => (CLASS_OF_LINK[link] === said ? SAID_FACTOR : 1) },
        ]),
  ];
}

function clueOf(sign: Sign, shown: string | undefined): Clue[] {
  if (shown === undefined || shown === 'unknown') return [];
  const table: Readonly<Record<Link, Readonly<Record<string, number>>>> = LIKELIHOODS[sign];
  return [{ reason: `sign.${sign}.${shown}`, factor: (link) => table[link][shown] ?? 1 }];
}

/** The clues that are likelier with the class than with the others. */
function reasonsFor(standing: NamedClass, clues: readonly Clue[], priors: PerLink): BeliefReason[] {
  const own = linksOf(standing);
  const others = LINKS.filter((link) => !own.includes(link));
  return clues
    .map(({ reason, factor }) => ({ reason, weight: mean(own, factor, priors) / mean(others, factor, priors) }))
    .filter((clue): clue is { reason: BeliefReason; weight: number } => clue.reason !== null && clue.weight > 1)
    .sort((left, right) => right.weight - left.weight)
    .map(({ reason }) => reason);
}

function mean(links: readonly Link[], factor: (link: Link) => number, priors: PerLink): number {
  const weight = links.reduce((sum, link) => sum + priors[link], 0);
  return links.reduce((sum, link) => sum + priors[link] * factor(link), 0) / weight;
}

function normalised(weights: PerLink): PerLink {
  const sum = LINKS.reduce((total, link) => total + weights[link], 0);
  return perLink((link) => weights[link] / sum);
}
