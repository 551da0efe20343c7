import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { LearningBook } from '../../dialogs/learning/learning-book.ts';
import { MASK } from '../../domain/privacy/mask-personal.ts';
import { openModel } from '../../nlu/artefact/load-model.ts';
import { readExampleFile } from '../../nlu/train/read-examples.ts';
import { migrate } from '../../store/migrate.ts';
import { CandidateRepository } from '../../store/repositories/candidate-repository.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { startInVain, startServer, temporaryFolder } from '../support/server-process.ts';

const CORRECTION = { intent: 'report_power_quality', class: 'low_voltage', why: 'other_matter' } as const;

describe('npm run learn', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
  before(async () => {
    const database = openSqlite({ folder: folder.path });
    await migrate(database);
    const candidates = new CandidateRepository(database);
    const book = new LearningBook({ candidates, model: '0123456789abcdef' });
    for (const [at, text] of ['表上那个红灯，电话13800138000', '哈哈哈哈嗯', '灯忽明忽暗'].entries()) {
      const candidate = book.candidateOf({
        understanding: {
          text,
          language: 'zh-Hans',
          intent: 'ask_bill',
          confidence: 0.2,
          alternatives: [],
          slots: at === 0 ? { phone: '13800138000' } : {},
          fault: null,
          severity: null,
          evidence: [],
        },
        reason: 'not_understood',
        userName: null,
        sessionId: null,
        seq: null,
        ...(at === 2 ? { suggestion: CORRECTION } : {}),
        at: at + 1,
        id: ids[at] ?? '',
      });
      if (candidate) await database.commit([candidates.keep(candidate)]);
    }
    await database.close();
  });
  after(() => folder.remove());

  async function run(program: string, ...args: readonly string[]) {
    const child = spawn(process.execPath, [program, ...args], {
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
  const learn = (...args: readonly string[]) => run('bot/cli/learn.ts', ...args);

  it('lists, labels, discards and exports lines that the trainer can read', async () => {
    const listed = await learn('list');
    expect(listed.out.split('\n')).to.include(
      `${ids[0]}\t1\tnot_understood\tzh-Hans\task_bill\t0.20\t表上那个红灯，电话${MASK.repeat(11)}`,
    );
    const fault = '{"class":"metering","hazards":[],"people":[],"site":[],"scope":"premises","no_power":false}';
    expect(await learn('label', ids[0], '--intent', 'report_meter', '--fault', fault)).to.include({
      code: 0,
      out: 'labelled report_meter\n',
    });
    expect(await learn('discard', ids[1])).to.include({ code: 0 });
    expect((await learn('label', ids[2])).out, 'as the desk has corrected it').to.equal(
      'labelled report_power_quality\n',
    );
    expect((await learn('list')).out).to.equal('');
    const file = join(folder.path, 'labelled.jsonl');
    expect((await learn('export', file)).out).to.equal(`2 labelled messages in ${file}\n`);
    const { examples, bad } = readExampleFile(file);
    expect(bad).to.deep.equal([]);
    expect(examples[0]).to.deep.include({ intent: 'report_meter', fault: JSON.parse(fault) });
    expect(examples[1]?.fault).to.include({ class: 'low_voltage', no_power: false });
    expect(examples[0]?.slots.phone).to.match(/^13\d{9}$/);
  });

  it('says what is wrong, in words', async () => {
    expect(await learn('discard', 'nothing')).to.include({ code: 1, errors: 'there is no such message\n' });
    expect(await learn('label', ids[0])).to.include({ code: 1 });
    expect((await learn('reopen', ids[0])).code).to.equal(0);
    const slots = await learn('label', ids[0], '--slots', '{"address":"东城"}');
    expect(slots.errors).to.match(/^address: /);
    expect(await learn('label', ids[0], '--intent', 'sing')).to.include({ code: 2 });
    expect((await learn()).errors).to.include('npm run learn');
  });

  it('is followed by a retraining that stops at lines which are wrong, before it takes any time', async () => {
    const file = join(folder.path, 'wrong.jsonl');
    writeFileSync(file, '{"text":"红灯"}\nnot JSON\n');
    const retrained = await run('nlu/cli/retrain.ts', '--with', file, '--to', join(folder.path, 'model'));
    expect(retrained.code).to.equal(2);
    expect(retrained.errors).to.match(/wrong\.jsonl:1 invalid: .*\n.*wrong\.jsonl:2 invalid: not JSON\n/);
  });

  it('ends in a model that the server starts with, and one that is worse does not take its place', async () => {
    const example = (text: string, intent: string, voice: string) =>
      JSON.stringify({ text, language: 'zh-Hans', intent, voice, slots: {}, fault: null });
    const lines = ['tenant', 'farmer', 'student', 'driver'].flatMap((voice, at) => [
      example(`上个月的账单${'啊'.repeat(at)}`, 'ask_bill', voice),
      example(`去哪里交电费${'呀'.repeat(at)}`, 'find_payment_location', voice),
    ]);
    const place = (name: string, line: readonly string[]): string => {
      mkdirSync(join(folder.path, name));
      writeFileSync(join(folder.path, name, 'data.jsonl'), line.join('\n'));
      return join(folder.path, name);
    };
    const train = place('train', lines);
    const to = join(folder.path, 'ours');
    writeFileSync(join(folder.path, 'labelled.jsonl'), example('红灯闪个不停', 'report_meter', 'customer-1'));
    const retrain = (development: string) =>
      run(
        'nlu/cli/retrain.ts',
        ...['--with', join(folder.path, 'labelled.jsonl'), '--to', to, '--train', train, '--development', development],
      );
    // The built-in model is sure of it, and right.
    const worse = await retrain(place('strict', [example('谢谢你们', 'thank', 'nurse')]));
    expect(worse.code, worse.errors).to.equal(1);
    expect(worse.errors).to.include('intentAccuracy is 0, and has to be');
    expect(existsSync(to), 'nothing is written').to.equal(false);
    // One of an older version is there: it cannot be measured, and is no obstacle.
    place('ours', []);
    writeFileSync(join(to, 'switchboard.model'), 'an older one');
    // Here it is wrong, so that nothing can be worse.
    const better = await retrain(place('easy', [example('谢谢你们', 'ask_promotion', 'nurse')]));
    expect(better.code, better.errors).to.equal(0);
    expect(better.errors).to.include('is no model for this version');
    expect(readFileSync(join(to, 'switchboard.model.before'), 'utf8')).to.equal('an older one');
    const card = JSON.parse(readFileSync(join(to, 'card.json'), 'utf8'));
    expect(card).to.include({ labelledMessages: 1, digest: openModel(join(to, 'switchboard.model')).digest });
    expect(card.data.messages).to.equal(9);
    const server = await startServer({ DATA_DIR: folder.path, DEMO_PREMISES: '60', LANGUAGE_MODEL: to });
    expect(await server.stop()).to.equal(0);
  });

  it('is in vain where the server is told of a model that is none, or none that fits', async () => {
    const settings = { DATA_DIR: folder.path, LANGUAGE_MODEL: join(folder.path, 'model') };
    expect((await startInVain(settings)).errors).to.match(/^[^\n]*LANGUAGE_MODEL: [^\n]*missing[^\n]*\n$/);
    mkdirSync(settings.LANGUAGE_MODEL, { recursive: true });
    writeFileSync(join(settings.LANGUAGE_MODEL, 'switchboard.model'), readFileSync(import.meta.filename));
    expect((await startInVain(settings)).errors).to.match(/^[^\n]*LANGUAGE_MODEL: [^\n]*damaged[^\n]*\n$/);
  });
});
