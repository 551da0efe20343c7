import { expect } from 'chai';
import fc from 'fast-check';
import { SigningKeys } from '../../../channels/directline/signing-keys.ts';
import { Tokens } from '../../../channels/directline/tokens.ts';
import { DOCUMENT_PATH, DocumentLinks } from '../../../channels/documents/document-links.ts';
import type { SigningKeyRow } from '../../../store/repositories/signing-key-repository.ts';

const ASKED = {
  kind: 'pdf',
  accountId: 'A0001',
  period: '2026-10',
  language: 'zh-Hant',
  conversationId: 'c1',
} as const;
const MINUTES = 30;

function rig() {
  const clock = { now: Date.parse('2026-11-24T02:00:00Z') };
  const rows: SigningKeyRow[] = [];
  let count = 0;
  const newId = () => {
    count += 1;
    return `id${count}`;
  };
  const keysFor = (purpose: string) =>
    new SigningKeys({
      keys: {
        add: async (row) => {
          rows.push(row);
        },
        forPurpose: async (wanted) => rows.filter((row) => row.purpose === wanted),
      },
      purpose,
      now: () => clock.now,
      newId,
      newSecret: () => Buffer.alloc(32, rows.length + 1).toString('base64url'),
    });
  const now = () => clock.now;
  const links = new DocumentLinks({ keys: keysFor('document'), now, newId, minutes: MINUTES });
  const tokens = new Tokens({ keys: keysFor('document'), now, newId });
  return { clock, links, tokens };
}

const tokenOf = (path: string) => path.split('?link=')[1] ?? '';

describe('links to documents', () => {
  it('say what they are for, and no two are alike', async () => {
    const { links } = rig();
    const path = await links.path(ASKED);
    expect(path.startsWith(`${DOCUMENT_PATH}bill.pdf?link=`)).to.equal(true);
    expect(await links.read(tokenOf(path))).to.deep.equal(ASKED);
    expect(await links.path(ASKED)).to.not.equal(path);
  });

  it('hold a sketch of places whole', async () => {
    const { links } = rig();
    const points = [
      { north: 120, east: -80 },
      { north: -4200, east: 33 },
    ];
    const asked = { kind: 'places', points, isHere: false, language: 'en', conversationId: 'c1' } as const;
    const path = await links.path(asked);
    expect(path.startsWith(`${DOCUMENT_PATH}places.png?link=`)).to.equal(true);
    expect(await links.read(tokenOf(path))).to.deep.equal(asked);
  });

  it('are good for as long as the profile says, and not a second longer', async () => {
    const { links, clock } = rig();
    const token = tokenOf(await links.path(ASKED));
    clock.now += MINUTES * 60_000 - 1000;
    expect(await links.read(token)).to.not.equal(null);
    clock.now += 1000;
    expect(await links.read(token)).to.equal(null);
  });

  it('are worth nothing once a single character is changed', async () => {
    const { links } = rig();
    const token = tokenOf(await links.path(ASKED));
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 2), fc.constantFrom(...'ABCxyz019_-'), async (at, sign) => {
        fc.pre(token[at] !== sign && token[at] !== '.');
        expect(await links.read(token.slice(0, at) + sign + token.slice(at + 1))).to.equal(null);
      }),
      { numRuns: 60 },
    );
  });

  it('are no tokens of another kind, though the same key had signed them, nor any other text', async () => {
    const { links, tokens } = rig();
    await links.path(ASKED);
    expect(await links.read(await tokens.issue({ conversation: 'c1' }))).to.equal(null);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ ...ASKED, aud: 'document', exp: 9e9 })).toString('base64url')}.`;
    for (const text of ['', '..', 'x'.repeat(5000), unsigned]) expect(await links.read(text)).to.equal(null);
  });
});
