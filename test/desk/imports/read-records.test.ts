import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { readRecords } from '../../../desk/imports/read-records.ts';

const SHAPE = { id: z.string(), note: z.string().optional() };
const read = (name: string, text: string) => readRecords({ name, bytes: new TextEncoder().encode(text) }, SHAPE);

describe('records of a file', () => {
  it('are the same from CSV, columns in any order, and from JSON', () => {
    const fromCsv = read('a.csv', '\uFEFFnote,id\r\n"一，二",A\r\n,B\r\n');
    const fromJson = read('a.JSON', '[\n {"id": "A", "note": "一，二"},\n {"id": "B", "note": null}\n]');
    expect(fromCsv.problems).to.deep.equal([]);
    expect(fromCsv).to.deep.equal(fromJson);
    expect(fromCsv.records).to.deep.equal([
      { line: 2, fields: { note: '一，二', id: 'A' } },
      { line: 3, fields: { id: 'B' } },
    ]);
  });

  it('of JSON know their lines, however they are laid out', () => {
    const layout = fc.array(fc.record({ id: fc.string(), gap: fc.nat(3), inner: fc.nat(3) }), { minLength: 1 });
    fc.assert(
      fc.property(layout, (elements) => {
        let text = '[';
        const lines: number[] = [];
        elements.forEach(({ id, gap, inner }, at) => {
          text += `${at > 0 ? ',' : ''}${'\n'.repeat(gap)} `;
          lines.push(text.split('\n').length);
          text += `{"id":${'\n'.repeat(inner)}${JSON.stringify(id)}, "deep": [1, {"x": [",]}"]}]}`;
        });
        expect(read('a.json', `${text}\n]`).records.map(({ line }) => line)).to.deep.equal(lines);
      }),
    );
  });

  const wrong: readonly [string, string, string, object][] = [
    ['a file of another kind', 'a.xlsx', 'id\nA', { line: 1, code: 'file_type' }],
    ['a file without records', 'a.csv', '', { line: 1, code: 'no_records' }],
    ['a header without lines', 'a.csv', 'id,note\n', { line: 1, code: 'no_records' }],
    ['a column that is not known', 'a.csv', 'id,colour\nA,red', { line: 1, field: 'colour', code: 'column_unknown' }],
    ['a column that is missing', 'a.csv', '\nnote\nx', { line: 2, field: 'id', code: 'column_missing' }],
    ['a column that is there twice', 'a.csv', 'id,id\nA,B', { line: 1, field: 'id', code: 'column_twice' }],
    ['a line that is too short', 'a.csv', 'id,note\nA,x\nB', { line: 3, code: 'too_few_cells' }],
    ['a line that is too long', 'a.csv', 'id,note\nA,x\nB,x,y', { line: 3, code: 'too_many_cells' }],
    ['broken JSON', 'a.json', '[\n {"id": "A"},\n {"id" "B"}\n]', { line: 3, code: 'not_json' }],
    ['JSON that is no list', 'a.json', '{"id": "A"}', { line: 1, code: 'not_a_list' }],
    ['an element that is no object', 'a.json', '[\n{"id": "A"},\n"B"]', { line: 3, code: 'not_an_object' }],
  ];
  for (const [what, name, text, problem] of wrong) {
    it(`tell ${what}`, () => {
      const { problems } = read(name, text);
      expect(problems).to.have.length(1);
      expect(problems[0]).to.include(problem);
    });
  }

  it('tell a file that is not UTF-8', () => {
    const gbk = Uint8Array.from([0x69, 0x64, 0x0a, 0xcd, 0xa3, 0xb5, 0xe7]);
    const { problems } = readRecords({ name: 'a.csv', bytes: gbk }, SHAPE);
    expect(problems[0]).to.include({ line: 1, code: 'not_utf8' });
  });
});
