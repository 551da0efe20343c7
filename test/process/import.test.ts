import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../support/server-process.ts';

describe('npm run import', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  after(() => folder.remove());

  async function run(...args: readonly string[]): Promise<{ code: number | null; out: string; errors: string }> {
    const child = spawn(process.execPath, ['bot/cli/import.ts', ...args], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { PATH: process.env.PATH, DATA_DIR: folder.path },
    });
    const text = { out: '', errors: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      text.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      text.errors += chunk.toString();
    });
    await once(child, 'close');
    return { code: child.exitCode, ...text };
  }

  function write(name: string, text: string): string {
    const path = join(folder.path, name);
    writeFileSync(path, text);
    return path;
  }

  it('takes a network and then the work planned on it, the same again changing nothing', async () => {
    const network = write(
      'network.csv',
      'id,kind,parent_id,name,lat,lon\nS1,substation,,站,22.97,113.9\nF1,fuse,S1,熔断器,22.97,113.9\n',
    );
    const planned = write(
      'planned.json',
      JSON.stringify([
        {
          id: 'P1',
          device_id: 'F1',
          area_codes: ['441900003001'],
          area: '岗贝',
          reason: '检修',
          from: '2026-12-01 08:00',
          to: '2026-12-01 12:00',
        },
      ]),
    );
    expect(await run('network', network, '--language', 'en')).to.include({
      code: 0,
      out: '2 added, 0 changed, 0 as they were.\n',
    });
    expect(await run('planned-outages', planned, '--check', '--language', 'zh')).to.include({
      code: 0,
      out: '文件无误，没有写入。\n新增 1 条，更新 0 条，未变 0 条。\n',
    });
    expect(await run('planned-outages', planned, '--language', 'en')).to.include({
      code: 0,
      out: '1 added, 0 changed, 0 as they were.\n',
    });
    expect(await run('planned-outages', planned, '--language', 'en')).to.include({
      code: 0,
      out: '0 added, 0 changed, 1 as they were.\n',
    });
  });

  it('takes a roster, and nobody into it who does not work here', async () => {
    const roster = write(
      'roster.csv',
      'id,login,queue,from,to\nD1,nobody,fault,2026-12-01 08:00,2026-12-01 20:00\nD2,nobody,nothing,soon,later\n',
    );
    const refused = await run('roster', roster, '--language', 'en');
    expect(refused).to.include({ code: 1, out: '' });
    expect(refused.errors.trim().split('\n')).to.deep.equal([
      'line 2, login: nobody who works here signs in by that name (“nobody”)',
      'line 3, queue: there is no such duty; use fault, billing, complaint, general or supervision (“nothing”)',
      'line 3, from: must be a time, such as 2026-12-01 08:00 or 2026-12-01T08:00+08:00 (“soon”)',
      'line 3, to: must be a time, such as 2026-12-01 08:00 or 2026-12-01T08:00+08:00 (“later”)',
      '4 mistakes; nothing was imported.',
    ]);
  });

  it('names every mistake in the caller’s language, and imports nothing', async () => {
    const network = write(
      'wrong.csv',
      'id,kind,parent_id,name,lat,lon\nS2,substation,,站,22.97,113.9\nF2,valve,S9,熔断器,,113.9\n',
    );
    const english = await run('network', network, '--language', 'en');
    expect(english).to.include({ code: 1, out: '' });
    expect(english.errors.trim().split('\n')).to.deep.equal([
      'line 3, kind: there is no such kind of device (“valve”)',
      'line 3, lat: must be given',
      'line 3, parent_id: neither the file nor the network has this device upstream (“S9”)',
      '3 mistakes; nothing was imported.',
    ]);
    const chinese = await run('network', network, '--language', 'zh');
    expect(chinese.errors).to.include('第 3 行，lat：必填\n').and.include('没有导入任何内容');
    const good = write('good.csv', 'id,kind,parent_id,name,lat,lon\nS2,substation,,站,22.97,113.9\n');
    expect((await run('network', good, '--language', 'en')).out).to.equal('1 added, 0 changed, 0 as they were.\n');
  });

  it('says how it is used, and that a file is not there', async () => {
    expect(await run('network', '--language', 'en')).to.include({ code: 2 });
    expect((await run('stations', 'x.csv', '--language', 'en')).errors).to.include('npm run import -- network FILE');
    expect(await run('network', 'nowhere.csv', '--language', 'zh')).to.include({
      code: 2,
      errors: '无法读取文件 nowhere.csv。\n',
    });
    expect(await run('network', 'x.csv', '--language', 'fr')).to.include({ code: 2 });
  });
});
