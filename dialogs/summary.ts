import { moodAfter } from '../domain/desk/mood.ts';
import type { FaultFacts, PersonAtRisk } from '../domain/faults/fault-facts.ts';
import { mergeFacts, NO_FACTS } from '../domain/faults/merge-facts.ts';
import { gradeFault } from '../domain/faults/severity.ts';
import { afterWords } from '../domain/learning/corrections.ts';
import { readMood } from '../nlu/mood/read-mood.ts';
import type { SessionSummary } from '../web/protocol/desk/session.ts';
import { readCorrections, withCorrections, writeCorrections } from './learning/session-corrections.ts';
import type { Turn } from './turn.ts';

const MOST_EVIDENCE = 40;
const FIRST_WORDS = 500;
const SPECIAL_NEEDS: ReadonlySet<string> = new Set<PersonAtRisk>(['life_support', 'vulnerable']);

/** Brings the story for whoever takes over up to date: every turn, so that it is there when it is needed. */
export function keepSummary(turn: Turn, gathered: Readonly<Record<string, string>>): void {
  const { memory, work, heard, language } = turn;
  if (!work.hasSession) return;
  const { summary } = memory;
  const evidence = heard.understanding.evidence.map(({ fact, start, end }) => ({
    fact,
    start,
    end,
    seq: work.inboundSeq,
  }));
  memory.summary = {
    ...summary,
    ...(turn.factsKept ? {} : withFacts(summary.fault as FaultFacts | null, heard.understanding.fault)),
    firstWords: summary.firstWords ?? (heard.text.slice(0, FIRST_WORDS) || null),
    evidence: [...summary.evidence, ...evidence].slice(-MOST_EVIDENCE),
    gathered: { ...summary.gathered, ...gathered },
    account: memory.verified
      ? { id: memory.verified.accountId, number: memory.verified.number, verified: true }
      : summary.account,
    misunderstood: memory.misunderstood,
    mood: moodOf(turn),
  };
  const corrections = afterWords(readCorrections(work.session.corrections), heard.understanding.severity);
  const shown = withCorrections(memory.summary, corrections);
  work.changeSession({
    intent: shown.intent,
    language,
    severity: shown.severity ?? work.session.severity,
    special_need: shown.fault?.people.some((who) => SPECIAL_NEEDS.has(who)) ? 1 : work.session.special_need,
    summary: JSON.stringify(shown),
    corrections: writeCorrections(corrections),
  });
}

/** What a message shows of the customer's mood: in words, or by being a complaint. What is no message shows nothing. */
function moodOf({ memory, work, heard }: Turn): SessionSummary['mood'] {
  const before = memory.summary.mood ?? null;
  if (heard.text === '') return before;
  const complains = heard.understanding.intent === 'complain';
  const shown =
    readMood(heard.text) ?? (complains ? { mood: 'upset' as const, start: 0, end: heard.text.length } : null);
  return moodAfter(before, shown && { ...shown, seq: work.inboundSeq });
}

function withFacts(known: FaultFacts | null, said: FaultFacts | null) {
  if (!said) return {};
  const facts = mergeFacts(known ?? NO_FACTS, said);
  const { severity, reasons } = gradeFault(facts);
  const fault = { ...facts, hazards: [...facts.hazards], people: [...facts.people], site: [...facts.site] };
  return { fault, severity, reasons: [...reasons] };
}
