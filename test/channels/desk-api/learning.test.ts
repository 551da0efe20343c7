import { expect } from 'chai';
import { MASK } from '../../../domain/privacy/mask-personal.ts';
import { exampleSchema } from '../../../nlu/train/example.ts';
import { learningListSchema } from '../../../web/protocol/desk/learning.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

describe('learning from use over the API', () => {
  let rig: DeskApiRig;
  let agent: DeskCaller;
  let reviewer: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    agent = await rig.signedIn(['agent']);
    reviewer = await rig.signedIn(['quality']);
  });
  after(() => rig.close());

  async function correctedMessage(words: string): Promise<string> {
    const { sessionId } = await rig.desk.serve({ words });
    const correction = { seq: 1, intent: 'report_meter', why: 'other_matter' };
    expect((await agent.post(`/api/desk/sessions/${sessionId}/corrections`, correction)).status).to.equal(204);
    const { candidates } = learningListSchema.parse((await reviewer.get('/api/desk/learning?reason=corrected')).body);
    const found = candidates.find((candidate) => candidate.sessionId === sessionId);
    if (!found) throw new Error('not kept');
    return found.id;
  }
  const label = (slots: object = {}) => ({ language: 'zh-Hans', intent: 'report_meter', slots, fault: null });

  it('goes from a correction to a line of training data', async () => {
    const id = await correctedMessage('表上红灯闪，打13800138000');
    const address = `/api/desk/learning/${id}`;
    expect((await reviewer.get(address)).body).to.include({ text: `表上红灯闪，打${MASK.repeat(11)}`, state: 'open' });
    const labelled = await reviewer.post(`${address}/label`, label({ phone: MASK.repeat(11) }));
    expect(labelled.status).to.equal(204);
    const again = await reviewer.post(`${address}/discard`);
    expect([again.status, again.body.error.code]).to.deep.equal([409, 'already_decided']);
    const file = await reviewer.get('/api/desk/learning-export');
    expect(file.headers.get('content-type')).to.match(/^application\/x-ndjson/);
    expect(file.headers.get('content-disposition')).to.include('labelled.jsonl');
    const lines = String(file.body).trim().split('\n');
    expect(lines.map((line) => exampleSchema.parse(JSON.parse(line)).intent)).to.deep.equal(['report_meter']);
    expect(file.body).not.to.include('13800138000').and.not.to.include(MASK);
    expect(await rig.desk.audited('learning')).to.include(`${reviewer.actor.staffId} learning.exported`);
    expect((await reviewer.post(`${address}/reopen`)).status).to.equal(204);
  });

  it('refuses a label whose words are not in the text, and names the slot', async () => {
    const id = await correctedMessage('石步村的表不转');
    const refused = await reviewer.post(`/api/desk/learning/${id}/label`, label({ address: '东城' }));
    expect(refused.status).to.equal(422);
    expect(refused.body.error).to.include({ code: 'slot_not_in_text', field: 'body.slots.address' });
  });

  it('refuses labels of no taxonomy, and corrections that correct nothing or are of no message', async () => {
    const id = await correctedMessage('表壳热得很');
    const wrong = await reviewer.post(`/api/desk/learning/${id}/label`, { ...label(), intent: 'sing' });
    expect([wrong.status, wrong.body.error.field]).to.deep.equal([400, 'body.intent']);
    const { sessionId } = await rig.desk.serve();
    const correct = (body: object) => agent.post(`/api/desk/sessions/${sessionId}/corrections`, body);
    expect((await correct({ seq: 1, why: 'other' })).status).to.equal(400);
    const none = await correct({ seq: 7, severity: 'P1', why: 'danger_missed' });
    expect([none.status, none.body.error.code]).to.deep.equal([404, 'unknown_message']);
  });

  it('pages by a cursor, and takes no other', async () => {
    for (const words of ['甲表', '乙表', '丙表']) await correctedMessage(words);
    const first = learningListSchema.parse((await reviewer.get('/api/desk/learning?limit=2')).body);
    const next = await reviewer.get(`/api/desk/learning?limit=200&cursor=${first.next}`);
    const seen = [...first.candidates, ...learningListSchema.parse(next.body).candidates].map(({ id }) => id);
    expect(new Set(seen).size).to.equal(first.counts.open);
    for (const cursor of ['AAAA', Buffer.from('1e400.1.x').toString('base64url')]) {
      expect((await reviewer.get(`/api/desk/learning?cursor=${cursor}`)).status).to.equal(422);
    }
  });
});
