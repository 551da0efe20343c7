import { expect } from 'chai';
import type { DeskApi } from '../../../../web/desk/api/desk-api.ts';
import type { Source } from '../../../../web/desk/api/event-stream.ts';
import { createDesk, type Desk } from '../../../../web/desk/live/desk.ts';
import type { DeskEvent } from '../../../../web/protocol/desk/session.ts';
import { incidentItem } from '../dispatch/incident-items.ts';
import { type ManualTime, manualTime } from './manual-time.ts';

describe('the live desk', () => {
  let time: ManualTime;
  let calls: string[];
  let source: FakeSource;
  let desk: Desk;
  let stop: () => void;

  beforeEach(async () => {
    time = manualTime();
    calls = [];
    source = fakeSource();
    desk = createDesk(recordingApi(calls), {
      ...time,
      openEvents: () => source,
      newId: () => 'client-1',
      keeper: { getItem: () => null, setItem: () => undefined },
    });
    stop = desk.start();
  });

  afterEach(() => stop());

  const watch = (...watched: { subscribe(watcher: () => void): () => void }[]) => {
    for (const one of watched) one.subscribe(() => undefined);
  };
  const told = async (event: DeskEvent) => {
    calls.length = 0;
    source.emit('message', { data: JSON.stringify(event) });
    await time.pass(1_000);
    return [...calls].sort();
  };

  it('fetches the lists when the queue has news', async () => {
    watch(desk.sessions);
    expect(await told({ type: 'queue' })).to.deep.equal(['sessions']);
  });

  it('fetches nothing that nobody looks at', async () => {
    desk.session('s1');
    desk.transcript('c1');
    expect(await told({ type: 'session', sessionId: 's1' })).to.deep.equal([]);
  });

  it('fetches the conversation that has news, and no other', async () => {
    watch(desk.transcript('c1'), desk.transcript('c2'));
    expect(await told({ type: 'conversation', conversationId: 'c2', seq: 4 })).to.deep.equal(['transcript c2']);
  });

  it('fetches word of clocks when a ticket has news', async () => {
    watch(desk.notices, desk.ticket('7'));
    expect(await told({ type: 'ticket', ticketId: 't7' })).to.deep.equal(['notices', 'ticket 7']);
  });

  it('fetches the board and the one feeder when an incident has news', async () => {
    watch(
      desk.incidents({ state: 'open' }),
      desk.incident('IN1'),
      desk.looseTickets,
      desk.diagram('F1'),
      desk.diagram('F2'),
    );
    expect(await told({ type: 'incident', incidentId: 'i1', feederId: 'F2' })).to.deep.equal([
      'diagram F2',
      'incident IN1',
      'incidents',
      'looseTickets',
    ]);
  });

  it('keeps one list of incidents for a filter', () => {
    expect(desk.incidents({ state: 'open', mine: 'true' })).to.equal(desk.incidents({ mine: 'true', state: 'open' }));
    expect(desk.incidents({ state: 'open' })).not.to.equal(desk.incidents({ state: 'over' }));
  });

  it('shows a decision in the lists that hold its incident, and in no other', () => {
    const open = desk.incidents({ state: 'open' });
    const other = desk.incidents({ state: 'over' });
    open.put({ incidents: [incidentItem('1'), incidentItem('2')], more: false });
    other.put({ incidents: [], more: false });
    const before = other.get();
    desk.showIncident(incidentItem('2', { crew: 'Crew 2' }));
    const shown = open.get();
    expect(shown.state === 'ready' && shown.value.incidents.map(({ crew }) => crew)).to.deep.equal([null, 'Crew 2']);
    expect(other.get()).to.equal(before);
  });

  it('keeps the floor up to date by what happens anywhere on it', async () => {
    watch(desk.floor, desk.floorAlerts, desk.words);
    expect(await told({ type: 'floor' })).to.deep.equal(['floor', 'floorAlerts']);
    expect(await told({ type: 'queue' })).to.deep.equal(['floor']);
    expect(await told({ type: 'conversation', conversationId: 'c1', seq: 2 })).to.deep.equal(['floor']);
    expect(await told({ type: 'word', to: 's1' })).to.deep.equal(['words']);
  });

  it('fetches who listens where that has changed', async () => {
    watch(desk.session('s1'), desk.session('s2'));
    expect(await told({ type: 'listening', sessionId: 's2' })).to.deep.equal(['session s2']);
  });

  it('tells who listens that the agent is typing, apart from the customer', async () => {
    await told({ type: 'typing', conversationId: 'c1', author: 'agent' });
    expect([desk.agentTyping.get().has('c1'), desk.typing.get().has('c1')]).to.deep.equal([true, false]);
  });

  it('makes one fetch of a storm', async () => {
    watch(desk.sessions);
    for (let index = 0; index < 100; index += 1) source.emit('message', { data: '{"type":"queue"}' });
    await time.pass(2_000);
    expect(calls.length).to.be.within(1, 2);
  });

  it('shows typing for a moment', async () => {
    await told({ type: 'typing', conversationId: 'c1', author: 'customer' });
    expect(desk.typing.get().has('c1')).to.equal(true);
    await time.pass(6_000);
    expect(desk.typing.get().has('c1')).to.equal(false);
  });

  it('fetches everything in view when the line comes back, for news may have been missed', async () => {
    watch(desk.sessions, desk.transcript('c1'));
    source.emit('error', {});
    expect(desk.connection.get().state).to.equal('lost');
    await time.pass(1_000);
    calls.length = 0;
    source.emit('open', {});
    await time.pass(1_000);
    expect(desk.connection.get().state).to.equal('live');
    expect([...calls].sort()).to.deep.equal(['sessions', 'transcript c1']);
  });

  it('asks by itself, oftener while the line is down', async () => {
    watch(desk.sessions);
    source.emit('open', {});
    await time.pass(1_000);
    calls.length = 0;
    await time.pass(30_000);
    expect(calls).to.have.length(1);
    source.emit('error', {});
    calls.length = 0;
    await time.pass(20_000);
    expect(calls.length).to.be.within(3, 4);
  });

  it('falls over no event it does not know', async () => {
    watch(desk.sessions);
    source.emit('message', { data: '{"type":"from the future"}' });
    source.emit('message', { data: 'not JSON' });
    expect(await told({ type: 'queue' })).to.deep.equal(['sessions']);
  });
});

interface FakeSource extends Source {
  emit(type: string, event: object): void;
}

function fakeSource(): FakeSource {
  const listeners: [string, (event: object) => void][] = [];
  return {
    readyState: 1,
    addEventListener: (type, listener) => void listeners.push([type, listener]),
    close: () => undefined,
    emit: (type, event) => {
      for (const [known, listener] of listeners) if (known === type) listener(event);
    },
  };
}

/** An API that answers nothing of use and writes down what it was asked. */
function recordingApi(calls: string[]): DeskApi {
  const answer = (name: string) => async (first?: unknown) => {
    calls.push(typeof first === 'string' ? `${name} ${first}` : name);
    return { ok: false, failure: { kind: 'network' } } as const;
  };
  return {
    signIn: answer('signIn'),
    signOut: answer('signOut'),
    me: answer('me'),
    isProved: answer('isProved'),
    prove: answer('prove'),
    ownAccount: answer('ownAccount'),
    changePassword: answer('changePassword'),
    beginTotp: answer('beginTotp'),
    confirmTotp: answer('confirmTotp'),
    removeTotp: answer('removeTotp'),
    renewRecoveryCodes: answer('renewRecoveryCodes'),
    ownSignIns: answer('ownSignIns'),
    endOwnSignIn: answer('endOwnSignIn'),
    endOtherSignIns: answer('endOtherSignIns'),
    members: answer('members'),
    member: answer('member'),
    addMember: answer('addMember'),
    changeMember: answer('changeMember'),
    setMemberActive: answer('setMemberActive'),
    resetPassword: answer('resetPassword'),
    removeMemberTotp: answer('removeMemberTotp'),
    unlockMember: answer('unlockMember'),
    memberSignIns: answer('memberSignIns'),
    endMemberSignIn: answer('endMemberSignIn'),
    endMemberSignIns: answer('endMemberSignIns'),
    signInOptions: answer('signInOptions'),
    sessions: answer('sessions'),
    session: answer('session'),
    sessionBills: answer('sessionBills'),
    sessionReplies: answer('sessionReplies'),
    transcript: answer('transcript'),
    claim: answer('claim'),
    release: answer('release'),
    close: answer('close'),
    nextSession: answer('nextSession'),
    transfer: answer('transfer'),
    note: answer('note'),
    colleagues: answer('colleagues'),
    calls: answer('calls'),
    setAvailable: answer('setAvailable'),
    say: answer('say'),
    typing: answer('typing'),
    read: answer('read'),
    floor: answer('floor'),
    floorAlerts: answer('floorAlerts'),
    acknowledgeAlert: answer('acknowledgeAlert'),
    listen: answer('listen'),
    takeOver: answer('takeOver'),
    reassign: answer('reassign'),
    whisper: answer('whisper'),
    words: answer('words'),
    heard: answer('heard'),
    tickets: answer('tickets'),
    ticket: answer('ticket'),
    moveTicket: answer('moveTicket'),
    setResponsible: answer('setResponsible'),
    setZone: answer('setZone'),
    chaseTicket: answer('chaseTicket'),
    notices: answer('notices'),
    seeNotice: answer('seeNotice'),
    incidents: answer('incidents'),
    incident: answer('incident'),
    openIncident: answer('openIncident'),
    splitIncident: answer('splitIncident'),
    moveIncident: answer('moveIncident'),
    looseTickets: answer('looseTickets'),
    feeders: answer('feeders'),
    diagram: answer('diagram'),
    answers: answer('answers'),
    editAnswer: answer('editAnswer'),
    roster: answer('roster'),
    addDuty: answer('addDuty'),
    changeDuty: answer('changeDuty'),
    removeDuty: answer('removeDuty'),
    banners: answer('banners'),
    postBanner: answer('postBanner'),
    removeBanner: answer('removeBanner'),
    correct: answer('correct'),
    learning: answer('learning'),
    reliability: answer('reliability'),
    learningItem: answer('learningItem'),
    labelLearning: answer('labelLearning'),
    discardLearning: answer('discardLearning'),
    reopenLearning: answer('reopenLearning'),
    placeTowns: answer('placeTowns'),
    places: answer('places'),
    placeHistory: answer('placeHistory'),
    openingHours: answer('openingHours'),
    addPlace: answer('addPlace'),
    editPlace: answer('editPlace'),
    removePlace: answer('removePlace'),
    importPlaces: answer('importPlaces'),
    landmarks: answer('landmarks'),
    addLandmark: answer('addLandmark'),
    editLandmark: answer('editLandmark'),
    removeLandmark: answer('removeLandmark'),
    placeNeeds: answer('placeNeeds'),
    ratingReport: answer('ratingReport'),
    ownRatings: answer('ownRatings'),
    ratings: answer('ratings'),
    followUps: answer('followUps'),
    moveFollowUp: answer('moveFollowUp'),
    figures: answer('figures'),
    wallboard: answer('wallboard'),
    audit: answer('audit'),
    verifyAudit: answer('verifyAudit'),
    deadLetters: answer('deadLetters'),
    retryDeadLetter: answer('retryDeadLetter'),
  };
}
