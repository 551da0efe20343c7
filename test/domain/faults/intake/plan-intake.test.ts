import { expect } from 'chai';
import fc from 'fast-check';
import { HAZARDS } from '../../../../domain/faults/fault-facts.ts';
import {
  type IntakeField,
  type IntakeKnown,
  MOST_QUESTIONS,
  planIntake,
} from '../../../../domain/faults/intake/plan-intake.ts';
import { answerCheck, type CheckAnswer, NEW_CHECK } from '../../../../domain/faults/intake/self-check.ts';
import { SIGNS, type Sign } from '../../../../domain/faults/intake/signs.ts';
import { mergeFacts, NO_FACTS } from '../../../../domain/faults/merge-facts.ts';
import { gradeFault } from '../../../../domain/faults/severity.ts';
import { anyFacts, anySigns, NOTHING_KNOWN, OUT } from './support.ts';

const REPORT: IntakeKnown = { ...NOTHING_KNOWN, facts: OUT, danger: 'none', hasPlace: true };

describe('plan-intake: the order', () => {
  it('asks first whether there is danger, then what and where it is, before what tells causes apart', () => {
    expect(planIntake(NOTHING_KNOWN)).to.equal('danger');
    expect(planIntake({ ...NOTHING_KNOWN, danger: 'none' })).to.equal('what');
    expect(planIntake({ ...NOTHING_KNOWN, danger: 'none', facts: OUT })).to.equal('place');
    expect(planIntake(REPORT)).to.equal('neighbours');
  });

  it('asks whether what is known is the cause before anything that it would answer', () => {
    expect(planIntake({ ...REPORT, explained: 'asks' })).to.equal('explained');
    expect(planIntake({ ...REPORT, explained: 'joins' })).to.equal('phone');
  });

  it('asks first whether an open ticket is meant', () => {
    expect(planIntake({ ...NOTHING_KNOWN, facts: OUT, ownOpen: true })).to.equal('own');
  });

  it('keeps a question for the telephone number', () => {
    expect(planIntake({ ...REPORT, put: MOST_QUESTIONS - 1 })).to.equal('phone');
    expect(planIntake({ ...REPORT, put: MOST_QUESTIONS })).to.equal(null);
  });

  it('offers a self-check where the own switch has probably tripped, and not beside danger', () => {
    const tripped: IntakeKnown = { ...REPORT, signs: { neighbours: 'lit', breaker: 'tripped' } };
    expect(planIntake(tripped)).to.equal('check.offer');
    expect(planIntake({ ...tripped, put: MOST_QUESTIONS })).to.equal('check.offer');
    expect(planIntake({ ...tripped, facts: { ...OUT, hazards: ['tree_contact'] } })).to.not.equal('check.offer');
  });

  it('leads nobody on along a self-check where danger was told of meanwhile', () => {
    const check = { ...NEW_CHECK, step: 'reset' as const };
    expect(planIntake({ ...REPORT, check })).to.equal('check.reset');
    expect(planIntake({ ...REPORT, check, danger: 'some', hasPhone: true })).to.not.match(/^check/);
    fc.assert(
      fc.property(fc.constantFrom(...HAZARDS), (hazard) => {
        expect(planIntake({ ...REPORT, check, facts: { ...OUT, hazards: [hazard] } }) ?? '').to.not.match(/^check/);
      }),
    );
  });

  it('takes a self-check that is over for what it showed', () => {
    const tripped: IntakeKnown = { ...REPORT, signs: { breaker: 'tripped', neighbours: 'lit' } };
    expect(planIntake({ ...tripped, danger: 'some', facts: { ...OUT, hazards: ['fire'] } })).to.equal('hurt');
    expect(planIntake({ ...tripped, explained: 'joins' })).to.equal('phone');
    expect(planIntake({ ...tripped, check: { ...NEW_CHECK, step: null, outcome: 'declined' } })).to.equal('phone');
    expect(planIntake({ ...REPORT, signs: { neighbours: 'lit', breaker: 'on' } })).to.equal('phone');
  });

  it('asks nothing about causes where supply is there', () => {
    expect(planIntake({ ...REPORT, facts: { ...NO_FACTS, class: 'power_quality' } })).to.equal('phone');
    expect(planIntake({ ...REPORT, facts: { ...NO_FACTS, class: 'non_utility', scope: 'street' } })).to.equal('phone');
  });

  it('asks nothing about causes once a ticket stands', () => {
    expect(planIntake({ ...REPORT, ticketStands: true })).to.equal('phone');
    expect(planIntake({ ...REPORT, ticketStands: true, hasPhone: true })).to.equal(null);
  });
});

/** A customer as chance has it: answers, can't tell, passes over, does not answer, tells of a danger. */
interface Reply {
  readonly does: 'answers' | 'unknown' | 'passes' | 'mumbles' | 'danger';
  readonly pick: number;
}
const anyReply: fc.Arbitrary<Reply> = fc.record({
  does: fc.constantFrom('answers', 'answers', 'answers', 'unknown', 'passes', 'mumbles', 'danger'),
  pick: fc.nat(1000),
});
const anyStart = fc
  .record({
    facts: anyFacts({ calm: true }),
    signs: anySigns,
    ownOpen: fc.boolean(),
    hasPlace: fc.boolean(),
    hasPhone: fc.boolean(),
  })
  .map((start): IntakeKnown => ({ ...NOTHING_KNOWN, ...start }));

function after(known: IntakeKnown, field: IntakeField, { does, pick }: Reply): IntakeKnown {
  const next = field.startsWith('check.') ? known : { ...known, put: known.put + 1 };
  if (does === 'danger')
    return { ...next, facts: mergeFacts(next.facts, { ...NO_FACTS, hazards: [oneOf(HAZARDS, pick)] }) };
  if (does === 'mumbles') return next;
  if (field.startsWith('check.')) {
    const answers: readonly CheckAnswer[] = does === 'answers' ? ['yes', 'no', 'back'] : ['stop'];
    const check = answerCheck(next.check ?? NEW_CHECK, oneOf(answers, pick), next.signs.breaker);
    return { ...next, check };
  }
  if (does === 'passes') return { ...next, skipped: [...next.skipped, field] };
  return answered(next, field, { does, pick });
}

function answered(known: IntakeKnown, field: IntakeField, { does, pick }: Reply): IntakeKnown {
  switch (field) {
    case 'own':
      return { ...known, ownOpen: false };
    case 'danger':
      return { ...known, danger: does === 'unknown' ? 'passed' : oneOf(['none', 'none', 'some'] as const, pick) };
    case 'dangerKind':
      return { ...known, facts: { ...known.facts, hazards: [oneOf(HAZARDS, pick)] } };
    case 'what':
      return { ...known, facts: { ...known.facts, no_power: true } };
    case 'place':
      return { ...known, hasPlace: true };
    case 'explained':
      return { ...known, explained: 'no' };
    case 'hurt':
      return { ...known, hurt: 'no' };
    case 'phone':
      return { ...known, hasPhone: true };
    default:
      return {
        ...known,
        signs: { ...known.signs, [field]: does === 'unknown' ? 'unknown' : shown(field as Sign, pick) },
      };
  }
}

function shown(sign: Sign, pick: number): string {
  return oneOf<string>(SIGNS[sign], pick);
}

function oneOf<T>(values: readonly T[], pick: number): T {
  const value = values[pick % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

/** The questions of one report, each with what was known when it was put. */
function interview(start: IntakeKnown, replies: readonly Reply[]): { field: IntakeField; known: IntakeKnown }[] {
  const asked: { field: IntakeField; known: IntakeKnown }[] = [];
  let known = start;
  for (const reply of replies) {
    const field = planIntake(known);
    if (field === null) break;
    asked.push({ field, known });
    known = after(known, field, reply);
  }
  return asked;
}

const isEmergency = ({ facts }: IntakeKnown) => gradeFault(facts).severity === 'P1';
const anyReport = fc.tuple(anyStart, fc.array(anyReply, { minLength: 30, maxLength: 30 }));

describe('plan-intake: whatever a customer says', () => {
  it('puts never more than five questions, steps of an agreed self-check apart, unless there is an emergency', () => {
    fc.assert(
      fc.property(anyReport, ([start, replies]) => {
        const calm = interview(start, replies).filter(
          ({ field, known }) => !field.startsWith('check.') && !isEmergency(known),
        );
        expect(calm.length).to.be.at.most(MOST_QUESTIONS);
      }),
      { numRuns: 1000 },
    );
  });

  it('asks never for what is known', () => {
    fc.assert(
      fc.property(anyReport, ([start, replies]) => {
        for (const { field, known } of interview(start, replies)) {
          expect(known.skipped).to.not.include(field);
          if (field in SIGNS) expect(known.signs[field as Sign], field).to.equal(undefined);
          if (field === 'place') expect(known.hasPlace).to.equal(false);
          if (field === 'phone') expect(known.hasPhone).to.equal(false);
          if (field === 'danger') expect(known.danger).to.equal('unknown');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('puts an emergency first: nothing but where, whether anybody is hurt, and the telephone', () => {
    fc.assert(
      fc.property(anyReport, ([start, replies]) => {
        for (const { field, known } of interview(start, replies)) {
          if (isEmergency(known)) expect(['place', 'hurt', 'phone']).to.include(field);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('asks for danger before anything else that is not already open', () => {
    fc.assert(
      fc.property(anyStart, (start) => {
        if (isEmergency(start) || start.ownOpen) return;
        expect(planIntake(start)).to.equal('danger');
      }),
    );
  });

  it('comes to an end', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyReply, { minLength: 60, maxLength: 60 }), (start, replies) => {
        const helpful = replies.map((reply) =>
          reply.does === 'mumbles' ? { ...reply, does: 'passes' as const } : reply,
        );
        expect(interview(start, helpful).length).to.be.below(60);
      }),
    );
  });
});
