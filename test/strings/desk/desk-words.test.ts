import { expect } from 'chai';
import { FAULT_CLASSES, HAZARDS, PEOPLE_AT_RISK, SCOPES, SITES } from '../../../domain/faults/fault-facts.ts';
import { gradeFault, SEVERITIES } from '../../../domain/faults/severity.ts';
import { INTENTS } from '../../../domain/intent.ts';
import { LANGUAGES } from '../../../domain/language.ts';
import { en } from '../../../strings/desk/en.ts';
import { type DeskWords, zhHans } from '../../../strings/desk/zh-hans.ts';
import { reasonWord } from '../../../web/desk/words/code-words.ts';
import { DEVICE_STATES } from '../../../web/protocol/desk/feeder.ts';
import { DEVICE_KINDS, ETA_SOURCES, INCIDENT_MOVES, INCIDENT_STATES } from '../../../web/protocol/desk/incident.ts';
import { INCIDENT_CAUSES } from '../../../web/protocol/desk/incident-moves.ts';
import { CORRECTION_REASONS, LEARNING_REASONS } from '../../../web/protocol/desk/learning.ts';
import { DISPOSITIONS } from '../../../web/protocol/desk/session.ts';
import { ROLES } from '../../../web/protocol/desk/staff.ts';

const LANGUAGES_OF_THE_DESK: readonly [string, DeskWords][] = [
  ['zh-Hans', zhHans],
  ['en', en],
];

for (const [language, words] of LANGUAGES_OF_THE_DESK) {
  describe(`the desk's words in ${language}`, () => {
    const { codes } = words;

    it('name exactly the codes there are', () => {
      expect(Object.keys(codes.intent)).to.have.members([...INTENTS]);
      expect(Object.keys(codes.class)).to.have.members([...FAULT_CLASSES]);
      expect(Object.keys(codes.hazard)).to.have.members([...HAZARDS]);
      expect(Object.keys(codes.people)).to.have.members([...PEOPLE_AT_RISK]);
      expect(Object.keys(codes.site)).to.have.members([...SITES]);
      expect(Object.keys(codes.scope)).to.have.members([...SCOPES]);
      expect(Object.keys(codes.severity)).to.have.members([...SEVERITIES]);
      expect(Object.keys(codes.language)).to.have.members([...LANGUAGES]);
      expect(Object.keys(codes.disposition)).to.have.members([...DISPOSITIONS]);
      expect(Object.keys(codes.role)).to.have.members([...ROLES]);
      expect(Object.keys(codes.learningReason)).to.have.members([...LEARNING_REASONS]);
      expect(Object.keys(codes.correctionReason)).to.have.members([...CORRECTION_REASONS]);
    });

    it('name exactly the codes of the dispatch board', () => {
      const { state, move, causes, etaSources, picture } = words.dispatch;
      expect(Object.keys(state)).to.have.members([...INCIDENT_STATES]);
      expect(Object.keys(move)).to.have.members([...INCIDENT_MOVES]);
      expect(Object.keys(causes)).to.have.members([...INCIDENT_CAUSES]);
      expect(Object.keys(etaSources)).to.have.members([...ETA_SOURCES]);
      expect(Object.keys(picture.kind)).to.have.members([...DEVICE_KINDS]);
      expect(Object.keys(picture.state)).to.have.members([...DEVICE_STATES]);
      expect(Object.keys(picture.group)).to.have.members([...DEVICE_STATES]);
    });

    it('give every reason of every grade a word', () => {
      for (const reason of everyReason()) expect(reasonWord(words, reason), reason).not.to.equal(reason);
    });

    it('are never empty and never shout', () => {
      for (const text of textsOf(words)) {
        expect(text.trim(), 'an empty word').not.to.equal('');
        expect(text, 'an exclamation mark').not.to.match(/[!！]/);
      }
    });

    if (language === 'zh-Hans') {
      it('are punctuated as Chinese is', () => {
        for (const text of textsOf(words)) expect(text).not.to.match(/\p{Script=Han}[,:;?]|[,:;?]\p{Script=Han}/u);
      });
    }
  });
}

/** Every reason that the severity rule can give. */
function everyReason(): Set<string> {
  const quiet = { class: 'unknown', hazards: [], people: [], site: [], scope: 'unknown', no_power: false } as const;
  const facts = [
    quiet,
    { ...quiet, no_power: true },
    { ...quiet, no_power: true, site: SITES },
    ...SCOPES.map((scope) => ({ ...quiet, no_power: true, scope })),
    ...HAZARDS.map((hazard) => ({ ...quiet, hazards: [hazard] })),
    ...PEOPLE_AT_RISK.map((person) => ({ ...quiet, no_power: true, people: [person] })),
  ];
  return new Set(facts.flatMap((fact) => [...gradeFault(fact).reasons]));
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === zhHans.common.list || value === en.common.list) return [];
  if (typeof value === 'function') return [String(value(2, '3:00'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
