import { quietUntil } from '../../domain/notices/quiet-hours.ts';
import type { SupplyQuestionAsked } from '../../web/protocol/notices.ts';
import { etaInWords } from '../faults/eta-in-words.ts';
import type { Heard } from '../heard.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';
import { type PowerAnswer, powerAnswerIn, saysDarkBeside } from './power-answer.ts';

/** Asks whether there is power, where that is still to be asked. False where it is not, and nothing was said. */
export async function askAboutPower(turn: Turn, { questionId, address }: SupplyQuestionAsked): Promise<boolean> {
  const { work, services, words, memory, now } = turn;
  const { asking, profile } = services;
  const question = await asking.question(questionId);
  if (question?.state !== 'asked') return false;
  const night = quietUntil(now, profile.notices.quietHours, profile.timeZone) !== null;
  if (!question.open || !question.agrees || now >= question.expires_at || night || isTaken(turn)) {
    work.add(asking.settle(questionId, 'over', now));
    return false;
  }
  const { account_id: accountId, incident_id: incidentId, feeder_id: feederId, expires_at: expiresAt } = question;
  memory.powerAsked = { questionId, accountId, incidentId, feederId, expiresAt };
  const offer = (says: 'on' | 'dark'): Offer => ({
    label: words.asking.answers[says],
    meaning: { kind: 'power', questionId, says },
  });
  const stop: Offer = { label: words.asking.answers.stop, meaning: { kind: 'asking', agrees: false } };
  await turn.say({ text: words.asking.question(address), offers: [offer('on'), offer('dark'), stop], notice: true });
  return true;
}

/** A person serves, or the customer has just said what is the matter. */
function isTaken({ work, memory }: Turn): boolean {
  return memory.lastFault?.ticket != null || (work.hasSession && ['assigned', 'queued'].includes(work.session.state));
}

/** What a message answers to it; null where the question does not stand, or it is about something else. */
export function powerIn(heard: Heard, { memory, now }: Pick<Turn, 'memory' | 'now'>): PowerAnswer | null {
  const { powerAsked } = memory;
  if (heard.chosen?.kind === 'power') return { says: heard.chosen.says, goesOn: false };
  // Once it has run out, free words are about what has come since.
  if (!powerAsked || heard.chosen !== null || now >= powerAsked.expiresAt) return null;
  return powerAnswerIn(heard);
}

/** Takes the answer: thanks, and what is known, once. */
export async function takePower(turn: Turn, { says }: Pick<PowerAnswer, 'says'>): Promise<void> {
  const { memory, words, heard } = turn;
  const { powerAsked } = memory;
  if (!powerAsked || isStale(heard, memory)) return turn.say({ text: words.asking.answered });
  notePower(turn, says);
  const known = says === 'other' ? [] : await whatIsKnown(turn, powerAsked);
  const text = [words.asking.thanks[says], ...known].join(words.common.space);
  const register: Offer = {
    label: words.asking.register,
    meaning: { kind: 'intent', intent: 'report_outage' },
  };
  await turn.say({ text, offers: says === 'dark' ? [register] : [] });
}

/**
 * The fault that is being worked on, and when supply is expected back where somebody has said so; nothing is promised.
 * Where what was asked about is over by now, nobody is looking for it any more.
 */
async function whatIsKnown(
  turn: Turn,
  { accountId, questionId }: NonNullable<Turn['memory']['powerAsked']>,
): Promise<string[]> {
  const { services, words, now } = turn;
  const { incidents } = await services.outages.here({ place: null, position: null, accountId }, now);
  const [incident] = incidents;
  if (!incident) return (await services.asking.question(questionId))?.open ? [words.asking.nothingKnown] : [];
  return [words.status.incident(incident.area), etaInWords(turn, incident.eta)].filter((said) => said !== null);
}

/** An answer was tapped to another question than the one that stands. */
function isStale({ chosen }: Heard, { powerAsked }: Turn['memory']): boolean {
  return chosen?.kind === 'power' && chosen.questionId !== powerAsked?.questionId;
}

/** While a person serves, an answer is entered and nothing is said of it. */
export function notePowerBeside(turn: Turn): void {
  const power = powerIn(turn.heard, turn);
  if (power && !isStale(turn.heard, turn.memory)) notePower(turn, power.says);
}

/** Enters an answer, and nothing is said of it. */
export function notePower(turn: Turn, says: PowerAnswer['says']): void {
  const { work, memory, services, now } = turn;
  const { powerAsked } = memory;
  if (!powerAsked) return;
  const { questionId, accountId, incidentId, feederId } = powerAsked;
  delete memory.powerAsked;
  work.add(services.asking.settle(questionId, says, now));
  if (says !== 'other') {
    const kind = says === 'on' ? ('has_power' as const) : ('no_power' as const);
    const word = { id: `q ${questionId}`, kind, asked: 1, conversation_id: work.conversation.id, at: now };
    work.add(services.reports.addWordOfAccount(accountId, word));
  }
  work.tellDesk({ type: 'incident', incidentId, feederId });
}

/** Somebody answers with danger: that is heard first, and what it says of the supply is entered beside it. */
export function noteDangerInAnswer(turn: Turn): void {
  const { memory, heard, now } = turn;
  if (!memory.powerAsked || now >= memory.powerAsked.expiresAt) return;
  notePower(turn, saysDarkBeside(heard) ? 'dark' : 'other');
}
