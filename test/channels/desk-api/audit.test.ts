import { expect } from 'chai';
import { bulkInsert } from '../../../store/bulk-insert.ts';
import { auditListSchema, auditVerificationSchema } from '../../../web/protocol/desk/audit.ts';
import { RIG_NOW } from '../../desk/desk-rig.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

describe('the audit log over the desk’s API', () => {
  let rig: DeskApiRig;
  let admin: DeskCaller;
  let supervisor: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    admin = await rig.signedIn(['admin']);
    supervisor = await rig.signedIn(['supervisor']);
    const row = { at: RIG_NOW - 1000, actor: 'operator', action: 'session.closed', subject: 'session:s' };
    await bulkInsert(rig.desk.database, 'audit', [
      { id: 'e1', ...row, detail: JSON.stringify({ disposition: 'enquiry', note: '=cmd|calls' }) },
      { id: 'e2', ...row, at: RIG_NOW - 2000, action: 'looked', detail: 'not json' },
    ]);
  });
  after(() => rig.close());

  async function list(caller: DeskCaller, query: string) {
    const { status, body } = await caller.get(`/api/desk/audit?${query}`);
    expect(status).to.equal(200);
    return auditListSchema.parse(body).entries;
  }

  it('is without what colleagues wrote about customers to those who may not read conversations', async () => {
    const [forAdmin] = await list(admin, 'subject=session:s');
    const [forSupervisor] = await list(supervisor, 'subject=session:s');
    expect(forAdmin?.detail).to.deep.equal({ disposition: 'enquiry' });
    expect(forSupervisor?.detail).to.deep.equal({ disposition: 'enquiry', note: '=cmd|calls' });
  });

  it('shows the rest where an entry was tampered with', async () => {
    const entries = await list(admin, 'subject=session:s');
    expect(entries.map(({ id, detail }) => [id, detail])).to.deep.equal([
      ['e1', { disposition: 'enquiry' }],
      ['e2', { unreadable: true }],
    ]);
  });

  it('is given as files, in which no cell is a formula, and tells that they were taken', async () => {
    const csv = await supervisor.get('/api/desk/audit-export?subject=session:s');
    expect(csv.headers.get('content-disposition')).to.include('audit.csv');
    expect(String(csv.body))
      .to.include('operator')
      .and.not.to.match(/(^|,)"?=/m);
    const lines = await admin.get('/api/desk/audit-export?format=jsonl&action=looked&subject=session:s');
    expect(lines.headers.get('content-type')).to.include('application/x-ndjson');
    expect(JSON.parse(String(lines.body))).to.deep.include({ id: 'e2', seq: null });
    const taken = await list(admin, 'action=audit.exported');
    expect(taken.map(({ detail }) => detail.format)).to.have.members(['csv', 'jsonl']);
  });

  it('is verified whole, and once for all who ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => admin.get('/api/desk/audit/verification')));
    const [verdict] = answers.map(({ body }) => auditVerificationSchema.parse(body));
    expect(verdict).to.include({ links: 0, faults: 0 });
    expect(verdict?.unchained.count).to.be.at.least(2);
  });

  for (const query of ['limit=0', 'limit=201', 'from=yesterday', 'account=12', 'actor=a%20b', 'else=1']) {
    it(`refuses ${query}`, async () => {
      expect((await admin.get(`/api/desk/audit?${query}`)).status).to.equal(400);
    });
  }

  it('refuses an unknown account and a cursor that is none of ours', async () => {
    expect((await admin.get('/api/desk/audit?account=99999999')).status).to.equal(422);
    expect((await admin.get('/api/desk/audit?cursor=abc')).status).to.equal(422);
    expect((await admin.get('/api/desk/audit-export?account=99999999')).status).to.equal(422);
    expect((await admin.get('/api/desk/audit-export?format=xml')).status).to.equal(400);
  });
});
