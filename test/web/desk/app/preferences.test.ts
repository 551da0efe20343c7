import { expect } from 'chai';
import { createPreferences, isDark, preferredLanguage } from '../../../../web/desk/app/preferences.ts';

describe('preferences', () => {
  function sources(kept: Record<string, string> = {}) {
    let tell: (event: { matches: boolean }) => void = () => undefined;
    return {
      kept,
      turn: (matches: boolean) => tell({ matches }),
      keeper: {
        getItem: (name: string) => kept[name] ?? null,
        setItem: (name: string, value: string) => {
          kept[name] = value;
        },
      },
      languages: ['en-GB'],
      darkSystem: {
        matches: false,
        addEventListener: (_: 'change', listener: typeof tell) => {
          tell = listener;
        },
      },
    };
  }

  it('are kept', () => {
    const first = sources();
    const preferences = createPreferences(first);
    preferences.language.set('zh-Hans');
    preferences.appearance.set('dark');
    const again = createPreferences(sources(first.kept));
    expect([again.language.get(), again.appearance.get()]).to.deep.equal(['zh-Hans', 'dark']);
  });

  it('take no value that is none', () => {
    const preferences = createPreferences(
      sources({ 'switchboard.desk.language': 'tlh', 'switchboard.desk.appearance': 'pink' }),
    );
    expect([preferences.language.get(), preferences.appearance.get()]).to.deep.equal(['en', 'system']);
  });

  it('follow the system until it is overruled', () => {
    const outside = sources();
    const preferences = createPreferences(outside);
    outside.turn(true);
    expect(isDark('system', preferences.darkSystem.get())).to.equal(true);
    expect(isDark('light', preferences.darkSystem.get())).to.equal(false);
    expect(isDark('dark', false)).to.equal(true);
  });

  it('begin in English only where the browser prefers it', () => {
    expect(preferredLanguage(['en-US', 'zh-CN'])).to.equal('en');
    expect(preferredLanguage(['fr', 'en'])).to.equal('en');
    expect(preferredLanguage(['yue-HK', 'en'])).to.equal('zh-Hans');
    expect(preferredLanguage(['fr'])).to.equal('zh-Hans');
    expect(preferredLanguage([])).to.equal('zh-Hans');
  });
});
