import { expect } from 'chai';
import type { OutgoingItem } from '../../../../web/widget/connection/outgoing.ts';
import { type Entry, entriesOf, openSuggestions } from '../../../../web/widget/transcript/entries.ts';
import type { Activity } from '../../../../web/widget/wire/activity.ts';

const ME = 'dl_me';

describe('the entries of a transcript', () => {
  it('group what one author says within five minutes', () => {
    const entries = entriesOf(
      [bot(1, '05:00'), bot(2, '05:01'), mine(3, '05:02'), bot(4, '05:10'), bot(5, '05:16')],
      [],
      ME,
    );
    expect(entries.map(sketch)).to.deep.equal(['day', 'bot <', 'bot >', 'you <>', 'bot <>', 'bot <>']);
  });

  it('part the days', () => {
    const late = bot(1, '05:00');
    const entries = entriesOf([{ ...late, timestamp: '2026-11-22T05:00:00' }, bot(2, '05:01')], [], ME);
    expect(entries.map(sketch)).to.deep.equal(['day', 'bot <>', 'day', 'bot <>']);
  });

  it('tell a person from the bot, and one person from another', () => {
    const entries = entriesOf([bot(1, '05:00'), agent(2, '陈静'), agent(3, '李工')], [], ME);
    expect(entries.filter(({ kind }) => kind === 'message').map(sketch)).to.deep.equal([
      'bot <>',
      '陈静 <>',
      '李工 <>',
    ]);
  });

  it('note who begins to speak, but not each place in the line', () => {
    const rows = [
      status(1, { speaker: 'bot' }),
      status(2, { speaker: 'waiting', place: 3 }),
      status(3, { speaker: 'waiting', place: 2 }),
      status(4, { speaker: 'agent', name: '陈静' }),
      status(5, { speaker: 'bot' }),
    ];
    expect(entriesOf(rows, [], ME).map(sketch)).to.deep.equal(['note waiting', 'note agent', 'note bot']);
  });

  it('say that the service has ended, and not that the bot is back as well', () => {
    const rows = [status(1, { speaker: 'agent', name: '陈静' }), status(2, { speaker: 'bot' }), event(3, 'closed')];
    expect(entriesOf(rows, [], ME).map(sketch)).to.deep.equal(['note agent', 'note closed']);
  });

  it('show nothing of other events, nor of a status that is none', () => {
    const rows = [event(1, 'join'), event(2, 'rating'), status(3, { speaker: 'nobody' })];
    expect(entriesOf(rows, [], ME)).to.deep.equal([]);
  });

  it('end with what is on its way, under the key that its echo will have', () => {
    const pending = entriesOf([bot(1, '05:00')], [outgoing('client-1', '没电了')], ME).at(-1);
    const arrived = entriesOf(
      [bot(1, '05:00'), { ...mine(2, '05:00'), channelData: { clientActivityID: 'client-1' } }],
      [],
      ME,
    ).at(-1);
    expect(pending?.key).to.equal('client-1');
    expect(arrived?.key).to.equal('client-1');
    expect(pending?.kind === 'message' && pending.delivery?.kind).to.equal('waiting');
  });

  it('leave events on their way out of sight', () => {
    const join: OutgoingItem = { ...outgoing('join-c', ''), activity: { type: 'event', name: 'join', locale: 'en' } };
    expect(entriesOf([], [join], ME)).to.deep.equal([]);
  });
});

describe('suggested replies', () => {
  const offering: Activity = {
    ...bot(2, '05:00'),
    suggestedActions: { actions: [{ type: 'imBack', title: '查电费', value: '查电费' }] },
  };
  const offered = (rows: Activity[], out: OutgoingItem[] = []) =>
    openSuggestions(rows, out, ME).map(({ title }) => title);

  it('stand under the last message', () => {
    expect(offered([bot(1, '04:59'), offering])).to.deep.equal(['查电费']);
    expect(offered([offering, status(3, { speaker: 'bot' })])).to.deep.equal(['查电费']);
  });

  it('are gone once something was said after them, or is on its way', () => {
    expect(offered([offering, mine(3, '05:01')])).to.deep.equal([]);
    expect(offered([offering, bot(3, '05:01')])).to.deep.equal([]);
    expect(offered([offering], [outgoing('x', '好')])).to.deep.equal([]);
  });

  it('are gone when the service has ended', () => {
    expect(offered([offering, event(3, 'closed')])).to.deep.equal([]);
  });

  it('stay where what was said could not be sent', () => {
    const refused: OutgoingItem = { ...outgoing('x', '好'), delivery: { kind: 'refused', reason: 'other' } };
    expect(offered([offering], [refused])).to.deep.equal(['查电费']);
  });
});

function bot(seq: number, time: string): Activity {
  return { id: `c|${seq}`, type: 'message', timestamp: `2026-11-24T${time}:00`, from: { id: 'bot' }, text: `${seq}` };
}

function mine(seq: number, time: string): Activity {
  return { ...bot(seq, time), from: { id: ME } };
}

function agent(seq: number, name: string): Activity {
  return { ...bot(seq, '05:00'), from: { id: 'agent', name, role: 'bot' }, channelData: { author: 'agent' } };
}

function event(seq: number, name: string): Activity {
  return { id: `c|${seq}`, type: 'event', name, from: { id: 'bot' } };
}

function status(seq: number, value: unknown): Activity {
  return { ...event(seq, 'status'), value };
}

function outgoing(clientId: string, text: string): OutgoingItem {
  return {
    clientId,
    at: Date.parse('2026-11-24T05:00:30'),
    activity: { type: 'message', locale: 'zh-Hans', text },
    delivery: { kind: 'waiting' },
  };
}

function sketch(entry: Entry): string {
  if (entry.kind === 'day') return 'day';
  if (entry.kind === 'note') return `note ${entry.note.kind === 'closed' ? 'closed' : entry.note.status.speaker}`;
  const who = entry.author.kind === 'agent' ? entry.author.name : entry.author.kind;
  return `${who} ${entry.startsGroup ? '<' : ''}${entry.endsGroup ? '>' : ''}`;
}
