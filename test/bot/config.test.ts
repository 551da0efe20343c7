import { readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect } from 'chai';
import { ConfigError, readConfig } from '../../bot/config.ts';
import { temporaryFolder } from '../support/server-process.ts';

const NOWHERE = '/nowhere';

describe('the settings', () => {
  it('have a default each, and .env.example lists them all with it', () => {
    const example = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));
    const defaults = readConfig({}, NOWHERE);
    expect(readConfig(example, NOWHERE)).to.deep.equal(defaults);
    const source = readFileSync(new URL('../../bot/config.ts', import.meta.url), 'utf8');
    const known = [...source.matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    expect(known.length).to.be.greaterThan(15);
    expect(Object.keys(example).sort()).to.deep.equal(known.sort());
  });

  it('come from the environment first and from .env second', () => {
    const folder = temporaryFolder();
    writeEnv(folder.path, 'PORT=4000\nHOST=127.0.0.2\n');
    expect(readConfig({ PORT: '5000' }, folder.path)).to.include({ PORT: 5000, HOST: '127.0.0.2' });
    folder.remove();
  });

  it('name every one that is wrong in one line', () => {
    const wrong = () => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'help.example.com' }, NOWHERE);
    expect(wrong).to.throw(ConfigError, /^PORT: .*; .*PUBLIC_URL: .*; .*LOG_LEVEL: [^\n]*$/);
  });

  it('take lists apart', () => {
    const config = readConfig(
      { WIDGET_ORIGINS: 'https://a.example, https://b.example:8443', TRUSTED_PROXIES: '10.0.0.0/8,::1' },
      NOWHERE,
    );
    expect(config.WIDGET_ORIGINS).to.deep.equal(['https://a.example', 'https://b.example:8443']);
    expect(config.TRUSTED_PROXIES).to.deep.equal(['10.0.0.0/8', '::1']);
  });
});

function writeEnv(folder: string, text: string): void {
  writeFileSync(`${folder}/.env`, text);
}
