import { expect } from 'chai';
import answersJson from '../../data/profile/answers.json' with { type: 'json' };
import demoProfile from '../../data/profile/demo.json' with { type: 'json' };
import { loadAnswers } from '../../data/profile/load-answers.ts';
import { loadProfile, ProfileError } from '../../data/profile/profile-schema.ts';
import { ANSWER_LANGUAGES, CONTENT_INTENTS, fillPlaceholders } from '../../domain/answers.ts';

describe('the utility profile', () => {
  it('of the demo is valid and says that it is a demo', () => {
    expect(loadProfile(demoProfile).demo).to.equal(true);
  });

  const WRONG: readonly { what: string; change: (profile: Editable) => void; message: RegExp }[] = [
    {
      what: 'a missing field',
      change: (profile) => remove(profile, 'contact', 'hotline'),
      message: /contact\.hotline/,
    },
    {
      what: 'an unknown field',
      change: (profile) => put(profile, 'surprise', 1),
      message: /Unrecognized key: "surprise"/,
    },
    {
      what: 'a price that is a float',
      change: (profile) => put(profile, 'tariffs.commercial.rates.basePrice', 0.68),
      message: /tariffs\.commercial\.rates\.basePrice/,
    },
    {
      what: 'a month in no season',
      change: (profile) => put(profile, 'tariffs.residential_tiered.rates.tiers.seasons.0.months', [5, 6]),
      message: /residential_tiered\.rates\.tiers\.seasons: every month/,
    },
    {
      what: 'tier limits that fall',
      change: (profile) => put(profile, 'tariffs.residential_tiered.rates.tiers.seasons.0.limits', [600, 260]),
      message: /seasons\.0\.limits: must rise/,
    },
    {
      what: 'as many limits as surcharges',
      change: (profile) => put(profile, 'tariffs.residential_tiered.rates.tiers.surcharges', ['0', '0.05']),
      message: /seasons\.0\.limits: must be one fewer/,
    },
    {
      what: 'hours both peak and valley',
      change: (profile) => put(profile, 'tariffs.residential_tou.rates.timeOfUse.valley', [{ from: 0, to: 11 }]),
      message: /timeOfUse: peak and valley hours must not overlap/,
    },
    {
      what: 'a threshold that is cleared where it is raised',
      change: (profile) => put(profile, 'floor.thresholds.queueLength.fault', { raiseAt: 5, clearAt: 5 }),
      message: /floor\.thresholds\.queueLength\.fault: must be cleared at less/,
    },
    {
      what: 'a threshold that nobody has settled',
      change: (profile) => put(profile, 'floor.thresholds.agentsGone', undefined),
      message: /floor\.thresholds\.agentsGone/,
    },
    {
      what: 'an unknown time zone',
      change: (profile) => put(profile, 'timeZone', 'Asia/Nowhere'),
      message: /timeZone/,
    },
    {
      what: 'a date that is none',
      change: (profile) => put(profile, 'holidays.0.date', '2026-02-30'),
      message: /holidays\.0\.date/,
    },
  ];
  for (const { what, change, message } of WRONG) {
    it(`is refused for ${what}, named by its path`, () => {
      const profile = structuredClone(demoProfile) as Editable;
      change(profile);
      expect(() => loadProfile(profile)).to.throw(ProfileError, message);
    });
  }

  it('is refused where it is no object at all', () => {
    for (const nothing of [null, [], 'profile', 1]) expect(() => loadProfile(nothing)).to.throw(ProfileError, '(root)');
  });
});

describe('the answers', () => {
  const profile = loadProfile(demoProfile);
  const book = loadAnswers(answersJson, profile);

  for (const intent of CONTENT_INTENTS) {
    for (const language of ANSWER_LANGUAGES) {
      it(`have words for ${intent} in ${language}, calm and filled in`, () => {
        const text = book.answer(intent, language);
        expect(text).not.to.match(/[{}]/);
        expect(text).not.to.match(/[!！]|\p{Extended_Pictographic}/u);
        expect(text).not.to.match(/undefined|null|NaN/);
        if (language === 'en') expect(text).not.to.match(/\p{Script=Han}/u);
        else expect(text).to.match(/\p{Script=Han}/u);
      });
    }
  }

  it('take their figures from the profile', () => {
    const changed = structuredClone(demoProfile) as Editable;
    put(changed, 'contact.hotline', '12345');
    put(changed, 'tariffs.residential_tiered.rates.basePrice', '0.71');
    put(changed, 'billing.lateFees.residential.perDay', '0.0025');
    const other = loadAnswers(answersJson, loadProfile(changed));
    expect(other.answer('ask_safety_advice', 'en')).to.include('12345').and.not.include('95598');
    expect(other.answer('ask_tariff', 'zh-Hans'))
      .to.include('0–260 度每度 0.71 元')
      .and.include('261–600 度每度 0.76 元');
    expect(other.answer('ask_late_fee', 'en')).to.include('0.25%').and.include('cost 2.50 yuan more');
  });

  it('name the months of a season that goes over the turn of the year', () => {
    expect(book.answer('ask_tariff', 'zh-Hans')).to.include('11 月至次年 4 月：0–200 度每度 0.62 元');
    expect(book.answer('ask_tariff', 'en')).to.include('November to April: 0–200 kWh 0.62 yuan each');
  });

  it('are refused for an unknown placeholder, named with its intent and language', () => {
    const changed = structuredClone(answersJson);
    changed.praise.en = 'Call {hotlin}.';
    expect(() => loadAnswers(changed, profile)).to.throw(ProfileError, 'praise.en: unknown placeholder hotlin');
  });

  it('are refused for a missing intent, an unknown one and an empty text', () => {
    const { praise: _, ...missing } = answersJson;
    expect(() => loadAnswers(missing, profile)).to.throw(ProfileError, /praise/);
    expect(() => loadAnswers({ ...answersJson, report_hazard: answersJson.praise }, profile)).to.throw(
      ProfileError,
      /report_hazard/,
    );
    expect(() => loadAnswers({ ...answersJson, praise: { 'zh-Hans': ' ', en: 'x' } }, profile)).to.throw(
      ProfileError,
      /praise\.zh-Hans/,
    );
  });

  it('can be edited with placeholders, and a wrong one is told', () => {
    expect(book.fill('请拨打 {hotline}', 'zh-Hans')).to.deep.equal({ ok: true, text: '请拨打 95598' });
    expect(book.fill('{a} {b} {a} {hotline}', 'en')).to.deep.equal({ ok: false, unknown: ['a', 'b'] });
  });

  it('are not filled twice: a value with braces stays as it is', () => {
    expect(fillPlaceholders('{x}', new Map([['x', '{y}']]))).to.deep.equal({ ok: true, text: '{y}' });
  });
});

type Editable = { [key: string]: unknown };

/** Sets a field by its path; numbers are places in lists. */
function put(root: Editable, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Editable>((at, key) => at[key] as Editable, root);
  holder[last] = value;
}

function remove(root: Editable, holder: string, key: string): void {
  delete (root[holder] as Editable)[key];
}
