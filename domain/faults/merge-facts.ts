import { type FaultFacts, HAZARDS, PEOPLE_AT_RISK, SITES } from './fault-facts.ts';

export const NO_FACTS: FaultFacts = {
  class: 'unknown',
  hazards: [],
  people: [],
  site: [],
  scope: 'unknown',
  no_power: false,
};

/**
 * What is known once something more has been said. Dangers, people and sites only ever add up: a danger once named is
 * withdrawn by a person, not by the next sentence. Class and scope follow the latest word that says any.
 */
export function mergeFacts(known: FaultFacts, said: FaultFacts): FaultFacts {
  return {
    class: said.class === 'unknown' ? known.class : said.class,
    hazards: HAZARDS.filter((hazard) => known.hazards.includes(hazard) || said.hazards.includes(hazard)),
    people: PEOPLE_AT_RISK.filter((person) => known.people.includes(person) || said.people.includes(person)),
    site: SITES.filter((site) => known.site.includes(site) || said.site.includes(site)),
    scope: said.scope === 'unknown' ? known.scope : said.scope,
    no_power: known.no_power || said.no_power,
  };
}
