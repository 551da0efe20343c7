import { Tooltip } from 'antd';
import { useEffect, useRef } from 'react';
import { KeyCaps } from '../keys/key-caps.tsx';
import { useWords } from '../words/words-context.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionMark } from './connection-mark.tsx';
import { useSeat } from './desk-context.tsx';
import { DeskLogo } from './desk-logo.tsx';
import type { PageEntry } from './pages.tsx';
import { formatRoute, type Page } from './route.ts';
import { usePhone } from './use-phone.ts';

interface NavRailProps {
  readonly pages: readonly PageEntry[];
  readonly current: Page;
  readonly onHelp: () => void;
}

/** The pages, down the side; along the bottom on a phone. */
export function NavRail({ pages, current, onHelp }: NavRailProps) {
  const words = useWords();
  const phone = usePhone();
  const { me } = useSeat();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-page="${current}"]`)?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [current]);
  return (
    <nav className="rail" aria-label={words.nav.label}>
      <DeskLogo />
      {me.demo && (
        <Tooltip placement="right" title={words.app.demoNote}>
          <span className="demo-tag">{words.app.demo}</span>
        </Tooltip>
      )}
      <ul ref={list}>
        {pages
          .filter(({ aside }) => !aside)
          .map(({ page, word, icon, key, start }) => (
            <li key={page} data-page={page}>
              <Tooltip
                placement="right"
                {...(phone ? { open: false } : {})}
                title={
                  <>
                    {words.nav[word]} <KeyCaps action={key} />
                  </>
                }
              >
                <a href={formatRoute(start)} aria-current={page === current ? 'page' : undefined}>
                  {icon}
                  <span>{words.nav[word]}</span>
                </a>
              </Tooltip>
            </li>
          ))}
      </ul>
      <div className="rail-foot">
        <ConnectionMark />
        <AccountMenu onHelp={onHelp} />
      </div>
    </nav>
  );
}
