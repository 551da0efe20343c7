import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { TicketDetail } from '../../protocol/desk/ticket.ts';
import { codeWord, reasonWord } from '../words/code-words.ts';

type HistoryEvent = TicketDetail['history'][number];

/** What an event of a ticket's history says, a line each; what is not fit to read is left out. */
export function historyLines(words: DeskWords, { type, data }: HistoryEvent): string[] {
  if (type === 'state' && typeof data.from === 'string' && typeof data.to === 'string') {
    const { ticketState } = words.codes;
    const change = words.tickets.changed(codeWord(ticketState, data.from), codeWord(ticketState, data.to));
    return [change, ...readable(words, data, ['from', 'to'])];
  }
  return readable(words, data, []);
}

function readable(words: DeskWords, data: HistoryEvent['data'], without: readonly string[]): string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const text = without.includes(name) ? null : valueText(words, name, value);
    if (text === null) return [];
    return name === 'note' || name === 'text'
      ? [text]
      : [words.common.labelled(codeWord(words.codes.field, name), text)];
  });
}

function valueText(words: DeskWords, name: string, value: unknown): string | null {
  const { codes, common } = words;
  if (typeof value === 'boolean') return value ? common.on : common.off;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === 'string');
    return texts.length === 0 ? null : common.list(texts.map((text) => reasonWord(words, text)));
  }
  if (typeof value !== 'string' || value === '') return null;
  if (name === 'severity' && Object.hasOwn(codes.severity, value)) return `${value} ${codeWord(codes.severity, value)}`;
  if (name === 'state') return codeWord(codes.ticketState, value);
  if (name === 'kind') return codeWord(codes.ticketKind, value);
  return value;
}
