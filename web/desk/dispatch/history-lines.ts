import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { IncidentDetail } from '../../protocol/desk/incident.ts';
import { codeWord } from '../words/code-words.ts';
import { likelihoodOf } from './reason-lines.ts';

type HistoryEvent = IncidentDetail['history'][number];

export interface HistoryNames {
  /** A device's name by its id; the id where it is not known. */
  readonly device: (id: string) => string;
  readonly moment: (at: number) => string;
}

/** What an event of an incident's history says, a line each. */
export function incidentHistoryLines(words: DeskWords, { type, data }: HistoryEvent, names: HistoryNames): string[] {
  const notes = [data.note, data.cause].filter((note): note is string => typeof note === 'string' && note !== '');
  const said = notes.map((note) => codeWord(words.dispatch.causes, note));
  return [...factLines(words, { type, data }, names), ...said];
}

type Given = Pick<HistoryEvent, 'type' | 'data'>;

function factLines(words: DeskWords, given: Given, names: HistoryNames): string[] {
  const { data } = given;
  const { dispatch } = words;
  const change = textOf(data.from) !== null && textOf(data.to) !== null;
  switch (given.type) {
    case 'opened':
    case 'confirmed':
    case 'rejected':
      return typeof data.device === 'string' ? [deviceText(words, data.device, data.probability, names)] : [];
    case 'device':
      return typeof data.to === 'string'
        ? [
            dispatch.changed(
              typeof data.from === 'string' ? names.device(data.from) : dispatch.noDevice,
              deviceText(words, data.to, data.probability, names),
            ),
          ]
        : [];
    case 'customers':
    case 'severity':
      return change ? [dispatch.changed(String(data.from), String(data.to))] : [];
    case 'eta':
      return [etaText(words, data, names)];
    case 'restored':
      return [...(typeof data.at === 'number' ? [names.moment(data.at)] : []), ...leftLines(words, data)];
    case 'crew':
      return typeof data.crew === 'string' ? [data.crew] : [];
    case 'asking':
      return [data.asks === true ? dispatch.asking.started : dispatch.asking.stopped];
    case 'responsible':
      return typeof data.to === 'string' ? [data.to] : [];
    default:
      return groupLines(words, given);
  }
}

function groupLines({ dispatch, common }: DeskWords, { type, data }: Given): string[] {
  const tickets = Array.isArray(data.tickets) ? data.tickets.filter((one) => typeof one === 'string') : [];
  const more = typeof data.count === 'number' && data.count > tickets.length ? [dispatch.inAll(data.count)] : [];
  const list = tickets.length === 0 ? [] : [common.list(tickets), ...more];
  if (type === 'split' && typeof data.into === 'string') return [dispatch.splitInto(data.into), ...list];
  if (type === 'merged' && typeof data.into === 'string') return [dispatch.mergedInto(data.into), ...list];
  if (type === 'merged' && typeof data.from === 'string') return [dispatch.mergedFrom(data.from), ...list];
  return list;
}

function leftLines({ dispatch, common }: DeskWords, { left }: Given['data']): string[] {
  const numbers = Array.isArray(left) ? left.filter((one) => typeof one === 'string') : [];
  return numbers.length === 0 ? [] : [dispatch.leftOpen(common.list(numbers))];
}

function etaText({ dispatch, common }: DeskWords, { at, source }: Given['data'], { moment }: HistoryNames): string {
  if (typeof at !== 'number') return dispatch.etaWithdrawn;
  if (typeof source !== 'string') return moment(at);
  return common.list([moment(at), codeWord(dispatch.etaSources, source)]);
}

function deviceText({ dispatch }: DeskWords, id: string, probability: unknown, { device }: HistoryNames): string {
  return typeof probability === 'number' && probability < 1
    ? dispatch.perhaps(device(id), likelihoodOf(probability))
    : device(id);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
