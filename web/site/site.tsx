import { useEffect, useState } from 'preact/hooks';
import { en } from '../../strings/site/en.ts';
import { zhHans } from '../../strings/site/zh-hans.ts';
import { tellWidgetLanguage } from './ask-widget.ts';
import { DemoAids } from './demo-aids.tsx';
import { Hero } from './hero.tsx';
import { PageHeader } from './page-header.tsx';
import { Promises } from './promises.tsx';
import { Safety } from './safety.tsx';
import { Services } from './services.tsx';

const STRINGS = { 'zh-Hans': zhHans, en } as const;
type SiteLanguage = keyof typeof STRINGS;
const KEY = 'site language';

/** The page of the demo utility: what a utility's own site with the widget on it looks like. */
export function Site() {
  const [language, setLanguage] = useState(firstLanguage);
  const strings = STRINGS[language];

  useEffect(() => {
    document.documentElement.lang = strings.locale;
    document.title = strings.title;
  }, [strings]);

  function toggle() {
    const next = language === 'en' ? 'zh-Hans' : 'en';
    setLanguage(next);
    localStorage.setItem(KEY, next);
    tellWidgetLanguage(next);
  }

  return (
    <>
      <a class="skip" href="#content">
        {strings.skip}
      </a>
      <PageHeader strings={strings} onToggle={toggle} />
      <main id="content">
        <Hero strings={strings} />
        <Services strings={strings} />
        <Promises strings={strings} />
        <Safety strings={strings} />
      </main>
      <footer class="footer">
        <p>{strings.footer.text}</p>
        <a href="/desk/">{strings.footer.desk}</a>
      </footer>
      <DemoAids strings={strings} />
    </>
  );
}

function firstLanguage(): SiteLanguage {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'zh-Hans') return kept;
  const first = navigator.languages.find((tag) => /^(zh|yue|en)\b/i.test(tag)) ?? 'zh';
  return first.startsWith('en') ? 'en' : 'zh-Hans';
}
