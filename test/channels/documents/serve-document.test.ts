import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { composeLinks } from '../../../bot/compose-links.ts';
import { mountDocuments } from '../../../channels/documents/serve-document.ts';
import { openTypeface } from '../../../channels/documents/typeface.ts';
import type { DocumentAsked, SketchAsked } from '../../../dialogs/links.ts';
import type { BillingLook } from '../../../domain/billing/billing-source.ts';
import { ConversationRig } from '../../support/conversation-rig.ts';
import { type SmallServer, startSmallServer } from '../support/small-server.ts';

const PNG_BYTES = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const ASKED: DocumentAsked = {
  kind: 'pdf',
  accountId: 'A0001',
  period: '2026-10',
  language: 'zh-Hans',
  conversationId: 'conversation-of-the-link',
};

const SKETCH: SketchAsked = {
  kind: 'places',
  points: [
    { north: 310, east: -420 },
    { north: -900, east: 1250 },
  ],
  isHere: true,
  language: 'zh-Hant',
  conversationId: 'conversation-of-the-sketch',
};

describe('documents behind links', () => {
  let rig: ConversationRig;
  let small: SmallServer;
  let linkToSketch: (asked: Partial<SketchAsked>) => Promise<string>;
  let linkTo: (asked: Partial<DocumentAsked>) => Promise<string>;
  let look: (accountId: string) => Promise<BillingLook>;

  before(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
    const { services, database, nerve } = rig;
    const now = () => rig.now;
    const { documents } = composeLinks({
      ...{ database, profile: services.profile, now, newId: randomUUID, payKey: undefined, local: true },
      newSecret: () => randomBytes(32).toString('base64url'),
      baseUrl: () => '',
    });
    look = (accountId) => services.billing.look(accountId, 'first');
    small = await startSmallServer((server) =>
      mountDocuments(server, {
        ...{ links: documents, database, nerve, now, newId: randomUUID, newNonce: () => 'nonce' },
        billing: { look: (accountId) => look(accountId) },
        audit: services.audit,
        profile: services.profile,
        toTraditional: services.toTraditional,
        typeface: openTypeface(),
      }),
    );
    linkToSketch = async (asked) => small.base + (await documents.path({ ...SKETCH, ...asked }));
    linkTo = async (asked) => small.base + (await documents.path({ ...ASKED, ...asked }));
  });

  after(async () => {
    await small.server.close();
    await rig.close();
  });

  it('are a bill as PDF: its fonts within it, tagged, in the language of the chat', async () => {
    const answer = await fetch(await linkTo({}));
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-type')).to.equal('application/pdf');
    expect(answer.headers.get('content-disposition')).to.equal('inline; filename="bill-2026-10.pdf"');
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).to.equal(true);
    expect(pdf).to.include('/StructTreeRoot').and.to.include('NotoSansSC-Regular').and.to.include('/Lang (zh-Hans)');
  });

  it('are pictures: the bill, and the year’s usage', async () => {
    for (const kind of ['image', 'usage'] as const) {
      const answer = await fetch(await linkTo({ kind, language: 'zh-Hant' }));
      expect(answer.headers.get('content-type')).to.equal('image/png');
      const png = Buffer.from(await answer.arrayBuffer());
      expect(png.subarray(0, 4)).to.deep.equal(PNG_BYTES);
      expect(png.readUInt32BE(16), 'pixels wide').to.equal(780);
    }
  }).timeout(10_000);

  it('are a sketch of places to pay, which asks no record and leaves nothing in the audit log', async () => {
    const known = look;
    look = async () => expect.fail('a sketch is nobody’s account');
    const answer = await fetch(await linkToSketch({})).finally(() => {
      look = known;
    });
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-type')).to.equal('image/png');
    expect(answer.headers.get('content-disposition')).to.equal('inline; filename="places.png"');
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    const png = Buffer.from(await answer.arrayBuffer());
    expect(png.subarray(0, 4)).to.deep.equal(PNG_BYTES);
    expect(png.readUInt32BE(16), 'pixels wide').to.equal(780);
    const about = `conversation:${SKETCH.conversationId}`;
    expect(await rig.services.audit.about(about, 'document.opened', 10)).to.deep.equal([]);
  }).timeout(10_000);

  it('draw no sketch but a signed one of a few places, for a while', async () => {
    const good = await linkToSketch({});
    const many = Array.from({ length: 11 }, (_, at) => ({ north: at, east: at }));
    for (const link of [
      `${good.slice(0, -4)}AAAA`,
      await linkToSketch({ points: many }),
      await linkToSketch({ points: [] }),
      await linkToSketch({ points: [{ north: 0.5, east: 1e12 }] }),
    ]) {
      expect((await fetch(link)).status, link).to.equal(404);
    }
    rig.pass(31 * 60_000);
    expect((await fetch(good)).status).to.equal(404);
  }).timeout(10_000);

  it('leave their opening in the audit log, without the account’s number', async () => {
    const before = (await rig.services.audit.about(`conversation:${ASKED.conversationId}`, 'document.opened', 100))
      .length;
    await fetch(await linkTo({ kind: 'usage' }));
    const entries = await rig.services.audit.about(`conversation:${ASKED.conversationId}`, 'document.opened', 100);
    expect(entries).to.have.length(before + 1);
    const [entry] = entries;
    expect(entry?.detail).to.deep.equal({ kind: 'usage', period: '2026-10', account: '03…5678' });
  });

  it('tell nothing once they are over, and the same whatever is wrong with them', async () => {
    const good = await linkTo({});
    const pages: string[] = [];
    rig.pass(31 * 60_000);
    for (const link of [
      good,
      `${good.slice(0, -4)}AAAA`,
      `${small.base}/documents/bill.pdf`,
      `${small.base}/documents/x?link=nonsense`,
      await linkTo({ period: '2019-01' }),
      await linkTo({ accountId: 'A9999999' }),
    ]) {
      const answer = await fetch(link);
      expect(answer.status, link).to.equal(404);
      expect(answer.headers.get('content-type')).to.equal('text/html; charset=utf-8');
      pages.push(await answer.text());
    }
    expect(new Set(pages).size).to.equal(1);
    expect(pages[0])
      .to.include('这个链接打不开')
      .and.to.include('This link does not open')
      .and.not.to.match(/A0001|5678|2026/);
  });

  it('ask for patience where the billing system does not answer, and are not opened by that', async () => {
    const known = look;
    look = async () => ({ kind: 'unreachable' });
    const conversationId = 'waits';
    const answer = await fetch(await linkTo({ conversationId }));
    look = known;
    expect(answer.status).to.equal(503);
    expect(await answer.text()).to.include('请过一会儿再打开');
    expect(await rig.services.audit.about(`conversation:${conversationId}`, 'document.opened', 10)).to.deep.equal([]);
  });

  it('are not to be had without end', async () => {
    const link = await linkTo({ conversationId: 'greedy', period: '2019-01' });
    const answers: number[] = [];
    for (let time = 0; time < 31; time += 1) answers.push((await fetch(link)).status);
    expect(answers.at(-2)).to.equal(404);
    expect(answers.at(-1)).to.equal(429);
  });
});
