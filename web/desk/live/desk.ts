import type { AnswerList, Banner, DeadLetterList } from '../../protocol/desk/content.ts';
import type { FeederDiagram, FeederList } from '../../protocol/desk/feeder.ts';
import type { Floor, FloorAlertList, StaffWordList } from '../../protocol/desk/floor.ts';
import type { IncidentDetail, IncidentItem, IncidentList, LooseTicketList } from '../../protocol/desk/incident.ts';
import type { Roster } from '../../protocol/desk/roster.ts';
import type { CallList, ColleagueList, DeskEvent, SessionDetail, SessionList } from '../../protocol/desk/session.ts';
import type { SessionBills, SessionReplies } from '../../protocol/desk/session-help.ts';
import type { TicketDetail, TicketNotice } from '../../protocol/desk/ticket.ts';
import type { IncidentFilter } from '../api/calls/incident-calls.ts';
import type { DeskApi } from '../api/desk-api.ts';
import { followEvents, type Source } from '../api/event-stream.ts';
import { type Cell, createCell } from './cell.ts';
import { keep } from './kept.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createReadMarks, type MarkKeeper, type ReadMarks } from './read-marks.ts';
import { createResource, type Resource } from './resource.ts';
import { createTranscript, type Transcript } from './transcript.ts';
import { createTyping, type Typing } from './typing.ts';

export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly since: number };

/** Everything that the desk knows and keeps up to date while somebody is signed in. */
export interface Desk {
  readonly api: DeskApi;
  readonly connection: Cell<Connection>;
  readonly sessions: Resource<SessionList>;
  /** Who is at the desk and may serve customers. */
  readonly colleagues: Resource<ColleagueList>;
  /** Customers who were promised a call. */
  readonly calls: Resource<CallList>;
  session(id: string): Resource<SessionDetail>;
  /** Bills of the account that a session's customer has verified. */
  sessionBills(id: string): Resource<SessionBills>;
  /** Canned replies for a session, and those to suggest just now. */
  sessionReplies(id: string): Resource<SessionReplies>;
  transcript(conversationId: string): Transcript;
  ticket(number: string): Resource<TicketDetail>;
  /** Rises with every ticket that is new or has changed. */
  readonly ticketNews: Cell<number>;
  /** Clocks that run out, until they have been seen. */
  readonly notices: Resource<{ notices: TicketNotice[] }>;
  /** The same filter is the same list. */
  incidents(filter: IncidentFilter): Resource<IncidentList>;
  incident(number: string): Resource<IncidentDetail>;
  readonly looseTickets: Resource<LooseTicketList>;
  readonly feeders: Resource<FeederList>;
  diagram(feederId: string): Resource<FeederDiagram>;
  /** Fetches anew whatever of incidents is looked at. */
  refreshBoard(): void;
  /** Puts an incident into the lists that hold it, until they are fetched anew. */
  showIncident(incident: IncidentItem): void;
  readonly answers: Resource<AnswerList>;
  readonly banners: Resource<{ banners: Banner[] }>;
  readonly roster: Resource<Roster>;
  readonly deadLetters: Resource<DeadLetterList>;
  readonly outbox: Outbox;
  readonly typing: Typing;
  /** Where whoever serves is writing; for those who listen. */
  readonly agentTyping: Typing;
  /** Who is on, what waits, and which clocks run out. */
  readonly floor: Resource<Floor>;
  /** Thresholds that were crossed, until somebody answers for them. */
  readonly floorAlerts: Resource<FloorAlertList>;
  /** What colleagues said to the reader, until they have seen it. */
  readonly words: Resource<StaffWordList>;
  readonly readMarks: ReadMarks;
  /** Words begun and not yet sent, by session. */
  readonly drafts: Map<string, string>;
  /** The session that was taken over a moment ago, until its field has the focus. */
  readonly justTaken: Cell<string | null>;
  /** Follows the server's news until the returned function is called. */
  start(): () => void;
  /** Fetches anew whatever is looked at. */
  refreshWatched(): void;
}

/** The outside, passed in. */
export interface DeskSurroundings {
  readonly openEvents: () => Source;
  readonly now: () => number;
  readonly newId: () => string;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly keeper: MarkKeeper;
}

/** Least time between two fetches of the same thing, ms. */
const GAP = 400;
/** The board is much at once, and in a storm it has news all the time. */
const BOARD_GAP = 1_000;
/** How often everything looked at is fetched without being told to, ms: a push may be lost. */
const POLL_LIVE = 30_000;
const POLL_LOST = 5_000;

export function createDesk(api: DeskApi, outside: DeskSurroundings): Desk {
  const wait = (ms: number) => new Promise<void>((resolve) => void outside.setTimer(resolve, ms));
  const pace = { gap: GAP, now: outside.now, wait };
  const boardPace = { ...pace, gap: BOARD_GAP };
  const connection = createCell<Connection>({ state: 'connecting' });
  const ticketNews = createCell(0);
  const typing = createTyping(outside);
  const agentTyping = createTyping(outside);

  const sessions = createResource(api.sessions, pace);
  const colleagues = createResource(api.colleagues, pace);
  const calls = createResource(api.calls, pace);
  const session = keep((id: string) => createResource(() => api.session(id), pace));
  const sessionBills = keep((id: string) => createResource(() => api.sessionBills(id), pace));
  const sessionReplies = keep((id: string) => createResource(() => api.sessionReplies(id), pace));
  const transcript = keep((id: string) => createTranscript((stretch) => api.transcript(id, stretch), pace));
  const ticket = keep((number: string) => createResource(() => api.ticket(number), pace));
  const notices = createResource(api.notices, pace);
  const incidents = keep((filter: string) =>
    createResource(() => api.incidents(Object.fromEntries(JSON.parse(filter)) as IncidentFilter), boardPace),
  );
  const incident = keep((number: string) => createResource(() => api.incident(number), pace));
  const looseTickets = createResource(api.looseTickets, boardPace);
  const feeders = createResource(api.feeders, boardPace);
  const diagram = keep((id: string) => createResource(() => api.diagram(id), boardPace));
  const answers = createResource(api.answers, pace);
  const banners = createResource(api.banners, pace);
  const roster = createResource(api.roster, pace);
  const deadLetters = createResource(api.deadLetters, pace);
  const floor = createResource(api.floor, boardPace);
  const floorAlerts = createResource(api.floorAlerts, boardPace);
  const words = createResource(api.words, pace);

  const board = () => [...incidents.all(), ...incident.all(), looseTickets, feeders];

  const refreshWatched = () => {
    const all = [
      sessions,
      colleagues,
      calls,
      notices,
      answers,
      banners,
      roster,
      deadLetters,
      floor,
      floorAlerts,
      words,
      ...session.all(),
      ...sessionBills.all(),
      ...sessionReplies.all(),
      ...transcript.all(),
      ...ticket.all(),
      ...board(),
      ...diagram.all(),
    ];
    for (const one of all) if (one.watched()) void one.refresh();
    ticketNews.set(ticketNews.get() + 1);
  };

  const onEvent = (event: DeskEvent) => {
    switch (event.type) {
      case 'queue':
        return refreshIfWatched([sessions, floor]);
      case 'session':
        return refreshIfWatched([sessions, ...session.known(event.sessionId), floor]);
      case 'conversation':
        return refreshIfWatched([...transcript.known(event.conversationId), sessions, ...session.all(), floor]);
      case 'typing':
        return (event.author === 'customer' ? typing : agentTyping).note(event.conversationId);
      case 'ticket':
        ticketNews.set(ticketNews.get() + 1);
        return refreshIfWatched([notices, ...ticket.all(), ...session.all(), ...board(), floor]);
      case 'incident':
        return refreshIfWatched([...board(), ...(event.feederId === null ? [] : diagram.known(event.feederId))]);
      case 'floor':
        return refreshIfWatched([floor, floorAlerts]);
      case 'word':
        return refreshIfWatched([words]);
      case 'listening':
        return refreshIfWatched(session.known(event.sessionId));
      case 'content':
        return refreshIfWatched([answers, banners, roster]);
    }
  };

  const outbox = createOutbox({
    say: api.say,
    newId: outside.newId,
    now: outside.now,
    wait,
    onSent: () => refreshIfWatched([sessions, ...transcript.all()]),
  });

  return {
    api,
    connection,
    sessions,
    colleagues,
    calls,
    session,
    sessionBills,
    sessionReplies,
    transcript,
    ticket,
    ticketNews,
    notices,
    incidents: (filter) => incidents(JSON.stringify(Object.entries(filter).sort())),
    incident,
    looseTickets,
    feeders,
    diagram,
    refreshBoard: () => refreshIfWatched([...board(), ...diagram.all()]),
    showIncident: (shown) => {
      for (const list of incidents.all()) putIncident(list, shown);
    },
    answers,
    banners,
    roster,
    deadLetters,
    outbox,
    typing,
    agentTyping,
    floor,
    floorAlerts,
    words,
    readMarks: createReadMarks(outside.keeper),
    drafts: new Map(),
    justTaken: createCell<string | null>(null),
    refreshWatched,
    start: () => follow({ outside, connection, onEvent, refreshWatched }),
  };
}

interface Following {
  readonly outside: DeskSurroundings;
  readonly connection: Cell<Connection>;
  readonly onEvent: (event: DeskEvent) => void;
  readonly refreshWatched: () => void;
}

function follow({ outside, connection, onEvent, refreshWatched }: Following): () => void {
  let timer: unknown;
  const poll = () => {
    refreshWatched();
    again();
  };
  const again = () => {
    outside.clearTimer(timer);
    timer = outside.setTimer(poll, connection.get().state === 'lost' ? POLL_LOST : POLL_LIVE);
  };
  const stop = followEvents({
    ...outside,
    open: outside.openEvents,
    onEvent,
    onOpen: () => {
      connection.set({ state: 'live' });
      poll();
    },
    onLost: () => {
      if (connection.get().state === 'lost') return;
      connection.set({ state: 'lost', since: outside.now() });
      again();
    },
  });
  again();
  return () => {
    stop();
    outside.clearTimer(timer);
  };
}

function refreshIfWatched(all: readonly { watched(): boolean; refresh(): Promise<void> }[]): void {
  for (const one of all) if (one.watched()) void one.refresh();
}

function putIncident(list: Resource<IncidentList>, shown: IncidentItem): void {
  const known = list.get();
  if (known.state !== 'ready' || !known.value.incidents.some(({ id }) => id === shown.id)) return;
  list.put({ ...known.value, incidents: known.value.incidents.map((one) => (one.id === shown.id ? shown : one)) });
}
