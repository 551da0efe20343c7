import { expect } from 'chai';
import { type Answered, begin, type Conversation, call, post } from '../support/direct-line-caller.ts';
import { type EchoService, startEchoService } from '../support/echo-service.ts';
import { EXE, GIF, HEIC, HTML, JPEG, PDF, PNG, SVG } from '../support/files.ts';

const MB = 1024 * 1024;

interface Sent {
  readonly bytes: Buffer;
  readonly type?: string;
  readonly name?: string;
}

describe('files sent by Direct Line', () => {
  let service: EchoService;
  let conversation: Conversation;
  before(async () => {
    service = await startEchoService();
  });
  after(() => service.close());
  beforeEach(async () => {
    conversation = await begin(service.base);
  });

  const url = () => `${service.base}/v3/directline/conversations/${conversation.id}/upload?userId=dl_test`;

  function upload(files: readonly Sent[], activity: unknown = { type: 'message', from: { id: 'dl_test' } }) {
    const form = new FormData();
    if (activity !== undefined) {
      const text = typeof activity === 'string' ? activity : JSON.stringify(activity);
      form.append('activity', new Blob([text], { type: 'application/vnd.microsoft.activity' }));
    }
    for (const { bytes, type = '', name = 'a.bin' } of files) {
      form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    }
    return call(url(), { method: 'POST', token: conversation.token, body: form });
  }

  async function attachments() {
    const { body } = await call(`${service.base}/v3/directline/conversations/${conversation.id}/activities`, {
      token: conversation.token,
    });
    return body.activities[0]?.attachments ?? [];
  }

  it('stand in the conversation by an address that cannot be guessed', async () => {
    const { status, body } = await upload([{ bytes: PNG, type: 'image/png', name: '电杆.png' }]);
    expect(status).to.equal(200);
    expect(body.id).to.equal(`${conversation.id}|0000001`);
    const [attachment] = await attachments();
    expect(attachment).to.include({ contentType: 'image/png', name: '电杆.png' });
    expect(attachment?.contentUrl).to.match(/^http:\/\/127\.0\.0\.1:\d+\/v3\/directline\/attachments\/[\w-]{43}$/);
  });

  it('are stored without the base they are fetched from', async () => {
    await upload([{ bytes: PNG, type: 'image/png' }]);
    const [row] = await service.conversations.transcriptAfter(conversation.id, 0, 1);
    expect(JSON.parse(row?.body ?? '').attachments[0].contentUrl).to.match(/^\/v3\/directline\/attachments\//);
  });

  it('are shown as pictures or offered for saving, and nothing in them runs', async () => {
    await upload([
      { bytes: JPEG, type: 'image/jpeg', name: 'a.jpg' },
      { bytes: PDF, type: 'application/pdf', name: '发票 (1).pdf' },
    ]);
    const [picture, paper] = await Promise.all((await attachments()).map(({ contentUrl }) => fetch(contentUrl)));
    expect(picture?.headers.get('content-type')).to.equal('image/jpeg');
    expect(picture?.headers.get('content-disposition')).to.match(/^inline/);
    expect(paper?.headers.get('content-disposition')).to.equal(
      "attachment; filename*=UTF-8''%E5%8F%91%E7%A5%A8%20%281%29.pdf",
    );
    for (const answer of [picture, paper]) {
      expect(answer?.headers.get('content-security-policy')).to.include('sandbox');
      expect(answer?.headers.get('x-content-type-options')).to.equal('nosniff');
    }
    expect(Buffer.from(await (paper ?? expect.fail('no paper')).arrayBuffer()).equals(PDF)).to.equal(true);
  });

  it('are not sent again to a browser that has them', async () => {
    await upload([{ bytes: PNG, type: 'image/png' }]);
    const [attachment] = await attachments();
    const first = await fetch(attachment?.contentUrl ?? '');
    const etag = first.headers.get('etag') ?? '';
    expect(await call(attachment?.contentUrl ?? '', { headers: { 'if-none-match': etag } })).to.include({
      status: 304,
    });
  });

  it('keep the order in which the activity names them', async () => {
    const activity = { type: 'message', attachments: [{ name: 'b.gif' }, { name: 'a.png' }] };
    await upload(
      [
        { bytes: PNG, type: 'image/png', name: 'a.png' },
        { bytes: GIF, type: 'image/gif', name: 'b.gif' },
      ],
      activity,
    );
    expect((await attachments()).map(({ name }) => name)).to.deep.equal(['b.gif', 'a.png']);
  });

  it('are known by their content where nothing is said of it, and under the other names of a type', async () => {
    const unsaid = [
      { bytes: HEIC },
      { bytes: PNG, type: 'application/octet-stream' },
      { bytes: JPEG, type: 'image/jpg' },
    ];
    expect(await upload(unsaid)).to.have.property('status', 200);
    expect((await attachments()).map(({ contentType }) => contentType)).to.deep.equal([
      'image/heic',
      'image/png',
      'image/jpeg',
    ]);
  });

  it('may come without an activity', async () => {
    expect(await upload([{ bytes: PNG }], undefined)).to.have.property('status', 200);
    expect(await attachments()).to.have.length(1);
  });

  it('lose every path that their names held', async () => {
    await upload([{ bytes: PNG, name: '../../etc/passwd.png' }]);
    expect((await attachments())[0]?.name).to.equal('passwd.png');
  });

  it('are taken once where a client sends them twice', async () => {
    const activity = { type: 'message', channelData: { clientActivityID: 'upload-1' } };
    const [first, second] = [await upload([{ bytes: PNG }], activity), await upload([{ bytes: PNG }], activity)];
    expect(second.body.id).to.equal(first.body.id);
    const stored = await service.database.query
      .selectFrom('attachment')
      .select('id')
      .where('conversation_id', '=', conversation.id)
      .execute();
    expect(stored).to.have.length(1);
  });

  it('can be pointed to again in the same conversation, not in another', async () => {
    await upload([{ bytes: PNG, type: 'image/png', name: 'a.png' }]);
    const [attachment] = await attachments();
    const again = { type: 'message', attachments: [attachment] };
    const other = await begin(service.base, 'dl_other');
    expect(await post(service.base, conversation, again)).to.have.property('status', 200);
    expect(await post(service.base, other, again)).to.have.property('status', 400);
  });

  const refused: [what: string, ask: () => Promise<Answered>, status: number, code: string, field: string][] = [
    [
      'a page that says it is a picture',
      () => upload([{ bytes: HTML, type: 'image/png' }]),
      415,
      'attachment_type_unsupported',
      'file',
    ],
    [
      'a program that says it is a paper',
      () => upload([{ bytes: EXE, type: 'application/pdf' }]),
      415,
      'attachment_type_unsupported',
      'file',
    ],
    [
      'a drawing with a script',
      () => upload([{ bytes: SVG, type: 'image/svg+xml' }]),
      415,
      'attachment_type_unsupported',
      'file',
    ],
    [
      'a paper that says it is a picture',
      () => upload([{ bytes: PDF, type: 'image/jpeg' }]),
      415,
      'attachment_type_mismatch',
      'file',
    ],
    [
      'a picture that says it is another kind',
      () => upload([{ bytes: GIF, type: 'image/png' }]),
      415,
      'attachment_type_mismatch',
      'file',
    ],
    [
      'a file of nothing',
      () => upload([{ bytes: Buffer.alloc(0), type: 'image/png' }]),
      415,
      'attachment_type_unsupported',
      'file',
    ],
    [
      'a file above the limit',
      () => upload([{ bytes: Buffer.concat([PNG, Buffer.alloc(8 * MB)]) }]),
      413,
      'attachment_too_large',
      'file',
    ],
    [
      'files too large together',
      () => upload(Array(3).fill({ bytes: Buffer.concat([PNG, Buffer.alloc(7 * MB)]) })),
      413,
      'attachment_too_large',
      'file',
    ],
    ['six files', () => upload(Array(6).fill({ bytes: PNG })), 413, 'attachments_too_many', 'file'],
    ['no file', () => upload([]), 400, 'attachment_missing', 'file'],
    ['an activity that is no JSON', () => upload([{ bytes: PNG }], '{"type"'), 400, 'body_not_json', 'activity'],
    [
      'an activity of 100 kB',
      () => upload([{ bytes: PNG }], { type: 'message', text: 'x'.repeat(100_000) }),
      413,
      'body_too_large',
      'activity',
    ],
    [
      'an event with a file',
      () => upload([{ bytes: PNG }], { type: 'event', name: 'x' }),
      400,
      'activity_type_unsupported',
      'type',
    ],
    [
      'a multipart without end',
      () => cutShort('--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc'),
      400,
      'multipart_invalid',
      'body',
    ],
    [
      'a multipart without a boundary',
      () => cutShort('hello', 'multipart/form-data'),
      415,
      'multipart_invalid',
      'content-type',
    ],
    ['a multipart of nonsense', () => cutShort('nonsense\r\n--b--'), 400, 'attachment_missing', 'file'],
  ];
  for (const [what, ask, status, code, field] of refused) {
    it(`are refused: ${what} (${status} ${code})`, async () => {
      const answer = await ask();
      expect(answer.body).to.have.nested.property('error.code', code);
      expect(answer).to.have.property('status', status);
      expect(answer.body.error.field).to.equal(field);
      expect(await attachments()).to.deep.equal([]);
    });
  }

  function cutShort(body: string, type = 'multipart/form-data; boundary=b'): Promise<Answered> {
    return call(url(), { method: 'POST', token: conversation.token, body, headers: { 'content-type': type } });
  }
});

describe('files sent too often', () => {
  it('are refused for a while', async () => {
    const service = await startEchoService({ limits: { uploadsPerMinute: 1 } });
    const conversation = await begin(service.base);
    const send = () => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(PNG)]), 'a.png');
      return call(`${service.base}/v3/directline/conversations/${conversation.id}/upload`, {
        method: 'POST',
        token: conversation.token,
        body: form,
      });
    };
    const [first, second] = [await send(), await send()];
    await service.close();
    expect([first.status, second.status]).to.deep.equal([200, 429]);
  });
});
