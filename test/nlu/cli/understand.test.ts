import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';

describe('npm run understand', () => {
  const run = async (input: string): Promise<{ code: number; lines: Record<string, unknown>[] }> => {
    const child = spawn(process.execPath, ['nlu/cli/understand.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    return {
      code: Number(code),
      lines: output
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    };
  };

  it('answers line by line, in order', async () => {
    const { code, lines } = await run('{"id":"a","text":"电线杆冒火花"}\n\n{"id":2,"text":"how much do I owe"}\n');
    expect(code).to.equal(0);
    expect(lines.map((line) => line.id)).to.deep.equal(['a', 2]);
    expect(lines[0]).to.have.all.keys(
      'id',
      'language',
      'intent',
      'confidence',
      'alternatives',
      'slots',
      'fault',
      'severity',
    );
    expect(lines[0]?.severity).to.equal('P1');
    expect(lines[1]?.fault).to.equal(null);
  }).timeout(30_000);

  it('names what is wrong with a line and carries on', async () => {
    const { code, lines } = await run('nonsense\n{"id":7}\n{"id":8,"text":12}\n{"id":9,"text":"你好"}\n');
    expect(code).to.equal(1);
    expect(lines[0]).to.have.keys('id', 'error');
    expect(lines[1]).to.deep.include({ id: 7 });
    expect(String(lines[1]?.error)).to.match(/^text: /);
    expect(String(lines[2]?.error)).to.match(/^text: /);
    expect(lines[3]).to.deep.include({ id: 9, intent: 'greet' });
  }).timeout(30_000);
});
