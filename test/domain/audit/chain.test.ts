import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalLink, START, type StoredEntry } from '../../../domain/audit/canonical-link.ts';
import {
  type ChainHead,
  type Examined,
  endOfChain,
  examineLink,
  type FoundLink,
  NOTHING_EXAMINED,
} from '../../../domain/audit/examine-chain.ts';
import { linkEntries } from '../../../domain/audit/link-entries.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const TIMES = { max: 2_000_000_000_000 };

const entry = fc.record({
  id: fc.uuid(),
  at: fc.nat(TIMES),
  actor: fc.string({ maxLength: 8 }),
  action: fc.string({ maxLength: 8 }),
  subject: fc.string({ unit: 'grapheme', maxLength: 8 }),
  detail: fc
    .dictionary(fc.string({ maxLength: 3 }), fc.string({ maxLength: 5 }))
    .map((detail) => JSON.stringify(detail)),
});
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, minLength: 1, maxLength: 12 });
const FIELDS = ['at', 'actor', 'action', 'subject', 'detail'] as const;

function chained(log: readonly StoredEntry[]): FoundLink[] {
  const links = linkEntries(NOTHING_EXAMINED.head, log, { sha256, chainedAt: 7 });
  return links.map((link, index) => ({ ...link, entry: log[index] ?? null }));
}

function examine(links: readonly FoundLink[], heads: readonly ChainHead[] = []): Examined {
  return endOfChain(
    links.reduce((examined, link) => examineLink(examined, link, { sha256, heads }), NOTHING_EXAMINED),
    heads,
  );
}

describe('the chain of the audit log', () => {
  it('is whole as it was made, however many times it was gone on with', () => {
    fc.assert(
      fc.property(entries, fc.nat(12), (log, cut) => {
        const first = chained(log.slice(0, cut));
        const head = first.at(-1) ?? NOTHING_EXAMINED.head;
        const rest = log.slice(cut);
        const more = linkEntries(head, rest, { sha256, chainedAt: 7 }).map((link, index) => ({
          ...link,
          entry: rest[index] ?? null,
        }));
        const links = [...first, ...more];
        expect(links).to.deep.equal(chained(log));
        expect(examine(links, links)).to.include({ faults: 0, links: log.length });
      }),
    );
  });

  it('shows where any field of any entry was changed, and nowhere else', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.constantFrom(...FIELDS), entry, (log, where, field, other) => {
        const links = chained(log);
        const at = where % links.length;
        const [link] = links.slice(at);
        if (!link?.entry) return;
        fc.pre(link.entry[field] !== other[field]);
        const tampered = links.toSpliced(at, 1, { ...link, entry: { ...link.entry, [field]: other[field] } });
        expect(examine(tampered).firstFaults).to.deep.equal([{ kind: 'altered', seq: at + 1, entryId: link.entryId }]);
      }),
    );
  });

  it('shows entries taken out, links taken out and entries that changed places', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (log, where) => {
        const links = chained(log);
        const at = where % links.length;
        const gone = links.map((link, index) => (index === at ? { ...link, entry: null } : link));
        expect(examine(gone).firstFaults[0]).to.include({ kind: 'entry_missing', seq: at + 1 });
        const cut = examine(links.toSpliced(at, 1), at === links.length - 1 ? links.slice(-1) : []);
        expect(cut.firstFaults[0]?.seq).to.equal(at + 1);
        if (at + 1 === links.length) return;
        const [one, two] = links.slice(at, at + 2);
        const swapped = links.map((link, index) => {
          if (index === at) return { ...link, entry: two?.entry ?? null };
          return index === at + 1 ? { ...link, entry: one?.entry ?? null } : link;
        });
        expect(examine(swapped)).to.include({ faults: 2 });
      }),
    );
  });

  it('shows a hash made anew at the next link, and a chain made anew by a head that was kept', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (log, where) => {
        const links = chained(log);
        const at = where % links.length;
        const changed = log.map((one, index) => (index === at ? { ...one, actor: `${one.actor}!` } : one));
        const forged = chained(changed);
        expect(examine(forged).faults, 'a chain made anew is sound in itself').to.equal(0);
        expect(examine(forged, links.slice(-1)).firstFaults).to.deep.equal([{ kind: 'head_lost', seq: links.length }]);
        const [one] = forged.slice(at);
        if (!one || at + 1 === links.length) return;
        expect(examine(links.toSpliced(at, 1, one)).firstFaults[0]).to.include({ kind: 'altered', seq: at + 2 });
      }),
    );
  });

  it('hashes no two entries from the same text', () => {
    const place = { seq: 1, previous: START, chainedAt: 0 };
    fc.assert(
      fc.property(entry, entry, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(canonicalLink(place, a)).not.to.equal(canonicalLink(place, b));
      }),
    );
  });

  it('is made over the form that the documentation states', () => {
    const place = { seq: 1, previous: START, chainedAt: 1_795_000_000_500 };
    const one = {
      id: 'e1',
      at: 1_795_000_000_000,
      actor: 'staff-1',
      action: 'looked',
      subject: 'session:s1',
      detail: '{"note":"灯\\n"}',
    };
    const text = canonicalLink(place, one);
    expect(text).to.equal(
      `["switchboard-audit-1",1,"${START}",1795000000500,"e1",1795000000000,"staff-1","looked","session:s1","{\\"note\\":\\"灯\\\\n\\"}"]`,
    );
    expect(linkEntries(NOTHING_EXAMINED.head, [one], { sha256, chainedAt: place.chainedAt })[0]?.hash).to.equal(
      sha256(text),
    );
  });
});
