import { expect } from 'chai';
import fc from 'fast-check';
import { parseCsv } from '../../../desk/imports/parse-csv.ts';

const cell = fc.string({ unit: fc.constantFrom('a', '停', '"', ',', '\n', '\r\n', ' ', ';') });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function asNeeded(text: string): string {
  return /[",\r\n]/.test(text) ? quoted(text) : text;
}

describe('comma-separated values', () => {
  it('read back as they were written, quoted everywhere or where they must be', () => {
    fc.assert(
      fc.property(table, lineEnd, fc.boolean(), fc.func(fc.boolean()), (rows, end, endsWithLine, choose) => {
        const lines = rows.map((cells) =>
          cells.map((text) => (choose(text) ? quoted(text) : asNeeded(text))).join(','),
        );
        const read = parseCsv(lines.join(end) + (endsWithLine ? end : ''));
        expect(read.problems).to.deep.equal([]);
        expect(read.rows.map(({ cells }) => cells)).to.deep.equal(rows);
      }),
    );
  });

  it('tell the line that each row begins on, over blank lines and line ends in cells', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }), (rows, blanks) => {
        const expected: number[] = [];
        let text = '';
        rows.forEach((cells, at) => {
          text += '\n'.repeat(blanks[at] ?? 0);
          expected.push(text.split('\n').length);
          text += `${cells.map(quoted).join(',')}\n`;
        });
        expect(parseCsv(text).rows.map(({ line }) => line)).to.deep.equal(expected);
      }),
    );
  });

  it('never throw and always end, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'x') }), (text) => {
        const { rows } = parseCsv(text);
        expect(rows.length).to.be.at.most(text.split(/\r\n|\r|\n/).length);
      }),
    );
  });

  it('tell a quotation mark astray and one that is never closed, by line', () => {
    expect(parseCsv('a,b\nx"y,1\n').problems).to.deep.equal([{ line: 2, field: null, code: 'quote_astray' }]);
    expect(parseCsv('a,b\n\n"x" y,1').problems).to.deep.equal([{ line: 3, field: null, code: 'quote_astray' }]);
    expect(parseCsv('a,b\n1,2\n3,"4\n5,6').problems).to.deep.equal([{ line: 3, field: null, code: 'quote_open' }]);
  });
});
