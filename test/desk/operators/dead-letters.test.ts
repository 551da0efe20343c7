import { expect } from 'chai';
import { listDeadLetters, retryDeadLetter } from '../../../desk/operators/dead-letters.ts';
import { OUTBOX_TOPIC } from '../../../store/topics.ts';
import { deadLetterListSchema } from '../../../web/protocol/desk/content.ts';
import { arrived, DeskRig } from '../desk-rig.ts';

describe('what could not be handled or delivered', () => {
  let rig: DeskRig;
  beforeEach(async () => {
    rig = await DeskRig.open();
  });
  afterEach(() => rig.close());

  it('is listed, and an inbound message is handled anew with all its tries', async () => {
    const admin = await rig.hire(['admin']);
    const { conversationId } = await rig.serve();
    await rig.database.query
      .updateTable('activity')
      .set({ handling: 'dead', tries: 4 })
      .where('conversation_id', '=', conversationId)
      .execute();
    const { inbound } = deadLetterListSchema.parse(await listDeadLetters(rig.parts));
    expect(inbound).to.deep.equal([{ conversationId, seq: 1, at: rig.now, tries: 4 }]);
    expect(await retryDeadLetter(rig.parts, admin, `${conversationId}.1`)).to.equal(true);
    expect((await rig.transcript(conversationId))[0]).to.include({ handling: 'pending', tries: 0 });
    expect(rig.woken).to.deep.equal([conversationId]);
    expect(await retryDeadLetter(rig.parts, admin, `${conversationId}.1`), 'it waits already').to.equal(false);
    expect(rig.woken).to.have.length(1);
  });

  it('goes out anew, but not what has been sent', async () => {
    const admin = await rig.hire(['admin']);
    const states = ['dead', 'unknown', 'sent', 'due'] as const;
    for (const [index, state] of states.entries()) {
      await rig.database.query
        .insertInto('outbox')
        .values({
          id: `out-${state}`,
          conversation_id: 'c',
          seq: index,
          answers: null,
          channel: 'telegram',
          kind: 'reply',
          state,
          tries: 5,
          due_at: 0,
          last_error: 'no answer',
          created_at: index,
          sent_at: null,
        })
        .execute();
    }
    const { outbound } = deadLetterListSchema.parse(await listDeadLetters(rig.parts));
    expect(outbound.map(({ id }) => id)).to.deep.equal(['out-unknown', 'out-dead']);
    const heard: string[] = [];
    rig.nerve.subscribe(OUTBOX_TOPIC, (id) => heard.push(id));
    const retried = await Promise.all(states.map((state) => retryDeadLetter(rig.parts, admin, `out-${state}`)));
    expect(retried).to.deep.equal([true, true, false, false]);
    await arrived();
    expect(heard).to.have.members(['out-dead', 'out-unknown']);
    const due = await rig.database.query.selectFrom('outbox').selectAll().where('id', '=', 'out-dead').execute();
    expect(due[0]).to.include({ state: 'due', tries: 0, due_at: rig.now, last_error: null });
  });
});
