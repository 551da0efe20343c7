import { expect } from 'chai';
import fc from 'fast-check';
import { parseJson } from '../../../channels/http/parse-json.ts';

const parse = (text: string) => parseJson(Buffer.from(text));

describe('JSON from outside', () => {
  it('is what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        const clean = !/\\u00[01]|\\u007f|\\ud|\\b|\\f|\x7f|__proto__/i.test(text);
        if (clean) expect(parse(text)).to.deep.equal({ value: JSON.parse(text) });
      }),
    );
  });

  it('carries nothing that a database would choke on', () => {
    expect(parse('{"a\\u0000b":["x\\u0000\\u0007y","\\ud800","line\\nbreak\\ttab"]}')).to.deep.equal({
      value: { ab: ['xy', '\ufffd', 'line\nbreak\ttab'] },
    });
    expect(parse('"\\ud83d\\udca1"')).to.deep.equal({ value: '💡' });
  });

  it('cannot reach into prototypes', () => {
    expect(parse('{"__proto__":{"admin":true},"a":1}')).to.deep.equal({ value: { a: 1 } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const outcome = parseJson(Buffer.from(bytes));
        expect('value' in outcome || outcome.status === 400).to.equal(true);
      }),
    );
  });

  it('does not count brackets within strings as nesting', () => {
    expect(parse(JSON.stringify({ a: '[{"'.repeat(100), b: '\\' }))).to.have.property('value');
  });
});
