import type { Selectable } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { ActivityTable } from '../../store/tables/conversation-tables.ts';
import type { TicketTable } from '../../store/tables/work-tables.ts';
import type { Played } from './play-caller.ts';

/** What the server has kept of a storm, held against what its customers said and heard. */
export interface StormExamined {
  /** What should never be, by its name: conversations of which it is true. */
  readonly broken: Readonly<Record<Flaw, readonly string[]>>;
  readonly tickets: number;
  readonly turns: number;
  /** Milliseconds from a message's arrival to the start of its turn: in conversations with danger, and in others. */
  readonly ages: { readonly danger: readonly number[]; readonly others: readonly number[] };
  readonly emergencies: readonly Emergency[];
  /** Inferred from reports. */
  readonly incidents: { readonly count: number; readonly tickets: number; readonly devices: readonly string[] };
}

export interface Emergency {
  readonly hears: Played['caller']['hears'];
  readonly severity: string | null;
  /** From the arrival of the words to the ticket's own time; null where there is no ticket. */
  readonly standsMs: number | null;
  /** From the arrival of the words until the customer has heard the ticket's number. */
  readonly heardMs: number;
  /** The same from their POST, by the customer's clock. */
  readonly fromPostMs: number;
}

const FLAWS = [
  'message lost',
  'message doubled',
  'message not handled',
  'place in the transcript left out',
  'message without an answer',
  'heard twice, out of order or not at all',
  'no ticket, or more than one',
  'ticket where none was told',
  'danger graded below P1',
] as const;
type Flaw = (typeof FLAWS)[number];

type Row = Pick<
  Selectable<ActivityTable>,
  'conversation_id' | 'seq' | 'direction' | 'author' | 'message_id' | 'handling' | 'at'
>;
type Ticket = Pick<Selectable<TicketTable>, 'conversation_id' | 'number' | 'severity' | 'created_at'>;

/** Looks into the store as the server has left it. */
export async function examineStorm(database: Database, played: readonly Played[]): Promise<StormExamined> {
  const { query } = database;
  const rows = await query
    .selectFrom('activity')
    .select(['conversation_id', 'seq', 'direction', 'author', 'message_id', 'handling', 'at'])
    .orderBy('conversation_id')
    .orderBy('seq')
    .execute();
  const tickets = await query
    .selectFrom('ticket')
    .select(['conversation_id', 'number', 'severity', 'created_at'])
    .where('kind', '=', 'fault')
    .execute();
  const rowsOf = Map.groupBy(rows, ({ conversation_id }) => conversation_id);
  const ticketsOf = Map.groupBy(tickets, ({ conversation_id }) => conversation_id ?? '');
  const broken = Object.fromEntries(FLAWS.map((flaw) => [flaw, [] as string[]])) as Record<Flaw, string[]>;
  const ages = { danger: [] as number[], others: [] as number[] };
  const emergencies: Emergency[] = [];
  for (const one of played) {
    const own = rowsOf.get(one.conversationId) ?? [];
    const stand = ticketsOf.get(one.conversationId) ?? [];
    for (const flaw of [...flawsOfTranscript(one, own), ...flawsOfTickets(one, stand)]) {
      broken[flaw].push(one.conversationId);
    }
    (one.caller.danger ? ages.danger : ages.others).push(...agesIn(own));
    const emergency = emergencyOf(one, own, stand);
    if (emergency) emergencies.push(emergency);
  }
  return {
    broken,
    tickets: tickets.length,
    turns: rows.filter(({ handling }) => handling === 'done').length,
    ages,
    emergencies,
    incidents: await incidentsIn(database),
  };
}

function flawsOfTranscript({ said, heard, ending, conversationId }: Played, rows: readonly Row[]): Set<Flaw> {
  const flaws = new Set<Flaw>();
  if (rows.some(({ seq }, index) => seq !== index + 1)) flaws.add('place in the transcript left out');
  for (const { clientId, seq } of said) {
    const kept = rows.filter(({ message_id }) => message_id === clientId);
    if (!kept.some((row) => row.seq === seq)) flaws.add('message lost');
    if (kept.length > 1) flaws.add('message doubled');
    if (kept.some(({ handling }) => handling !== 'done')) flaws.add('message not handled');
    if (!rows.some((row) => row.seq > seq && row.author === 'bot')) flaws.add('message without an answer');
  }
  if (ending === 'unanswered') flaws.add('message without an answer');
  if (rows.filter(({ author }) => author === 'customer').length > said.length) flaws.add('message doubled');
  const heardSeqs = heard.map((id) => Number(id.split('|')[1]));
  const shown = rows.filter(({ direction, author }) => direction === 'out' || author === 'customer');
  const upTo = shown.filter(({ seq }) => seq <= (heardSeqs.at(-1) ?? 0)).map(({ seq }) => seq);
  if (heardSeqs.join() !== upTo.join() || heard.some((id) => !id.startsWith(conversationId))) {
    flaws.add('heard twice, out of order or not at all');
  }
  return flaws;
}

function flawsOfTickets({ caller, ending, ticket }: Played, stand: readonly Ticket[]): Flaw[] {
  const [first] = stand;
  if (ending === 'ticket' && (stand.length !== 1 || first?.number !== ticket)) return ['no ticket, or more than one'];
  if (ending === 'no_ticket' && stand.length > 0) return ['ticket where none was told'];
  if (stand.length > 1) return ['no ticket, or more than one'];
  return caller.danger && ending === 'ticket' && first?.severity !== 'P1' ? ['danger graded below P1'] : [];
}

/** The rows that a turn writes bear the time at which it began. */
function agesIn(rows: readonly Row[]): number[] {
  return rows.flatMap(({ author, handling, seq, at }) => {
    if (author !== 'customer' || handling !== 'done') return [];
    const answer = rows.find((row) => row.seq > seq && row.author === 'bot');
    return answer ? [answer.at - at] : [];
  });
}

function emergencyOf({ caller, emergency }: Played, rows: readonly Row[], [ticket]: readonly Ticket[]) {
  const arrived = emergency && rows.find(({ message_id }) => message_id === emergency.clientId)?.at;
  if (!emergency || arrived === undefined || arrived === null) return null;
  const { sentAt, heardAfter } = emergency;
  return {
    hears: caller.hears,
    severity: ticket?.severity ?? null,
    standsMs: ticket ? ticket.created_at - arrived : null,
    heardMs: sentAt + heardAfter - arrived,
    fromPostMs: heardAfter,
  };
}

async function incidentsIn({ query }: Database): Promise<StormExamined['incidents']> {
  const found = await query
    .selectFrom('incident')
    .select(['id', 'device_id'])
    .where('origin', '=', 'inferred')
    .where('merged_into', 'is', null)
    .where('closed_at', 'is', null)
    .where('id', 'in', (joined) => joined.selectFrom('incident_ticket').select('incident_id'))
    .execute();
  const { count } = await query
    .selectFrom('incident_ticket')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { count: found.length, tickets: Number(count), devices: found.flatMap(({ device_id }) => device_id ?? []) };
}
