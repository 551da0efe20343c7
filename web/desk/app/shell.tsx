import { Suspense, useState } from 'react';
import { DeskAlerts } from '../alerts/desk-alerts.tsx';
import { FloorAlertBar } from '../floor/alert-bar.tsx';
import { WordBar } from '../floor/word-bar.tsx';
import { KeyHelp } from '../keys/key-help.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { PageBoundary } from '../states/page-boundary.tsx';
import { NoticeBar } from '../tickets/notice-bar.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { hasRole, mayServe, useSeat } from './desk-context.tsx';
import { NavRail } from './nav-rail.tsx';
import { PAGES, type PageEntry } from './pages.tsx';
import { isDark } from './preferences.ts';
import { usePreferences } from './preferences-context.tsx';
import { goTo, useRoute } from './use-route.ts';

/** What stands around every page: navigation, connection, keys that work everywhere. */
export function Shell() {
  const { me } = useSeat();
  const route = useRoute();
  const { appearance, darkSystem, language } = usePreferences();
  const [helping, setHelping] = useState(false);
  const pages = PAGES.filter(({ roles }) => hasRole(me, ...roles));
  const current = pages.find(({ page }) => page === route.page) ?? pages[0];

  useKey('help', () => setHelping(true));
  useKey('appearance', () => appearance.set(isDark(appearance.get(), darkSystem.get()) ? 'light' : 'dark'));
  useKey('language', () => language.set(language.get() === 'en' ? 'zh-Hans' : 'en'));
  useKey('leave', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });

  const deep = route.page === 'conversations' && route.sessionId !== null;
  return (
    <div className={deep ? 'shell shell-deep' : 'shell'}>
      <NavRail pages={pages} current={current?.page ?? route.page} onHelp={() => setHelping(true)} />
      {pages.map((entry) => (
        <PageKey key={entry.page} entry={entry} />
      ))}
      <ConnectionNotice />
      {hasRole(me, 'agent', 'dispatcher', 'supervisor', 'quality') && <DeskAlerts />}
      <main className="page">
        <div>
          {mayServe(me) && <WordBar />}
          {hasRole(me, 'supervisor', 'quality') && <FloorAlertBar />}
          {hasRole(me, 'agent', 'dispatcher', 'supervisor', 'quality') && <NoticeBar />}
        </div>
        {current !== undefined && (
          <PageBoundary key={current.page}>
            <Suspense fallback={<LoadingRows rows={8} />}>
              <current.View />
            </Suspense>
          </PageBoundary>
        )}
      </main>
      <KeyHelp open={helping} onClose={() => setHelping(false)} />
    </div>
  );
}

function PageKey({ entry }: { entry: PageEntry }) {
  useKey(entry.key, () => goTo(entry.start));
  return null;
}
