import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { ProofProvider } from '../accounts/proof-context.tsx';
import { Unfinished } from '../accounts/unfinished.tsx';
import { SignIn } from '../sign-in/sign-in.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { useWords } from '../words/words-context.tsx';
import { createAccess } from './access.ts';
import { DeskProvider } from './desk-context.tsx';
import { usePreferences } from './preferences-context.tsx';
import { Shell } from './shell.tsx';
import { useCell } from './use-cell.ts';

/** Lets in whoever is signed in, and shows the sign-in page to everybody else. */
export function Gate() {
  const preferences = usePreferences();
  const words = useWords();
  const [access] = useState(() =>
    createAccess({
      base: new URL('../api/desk/', document.baseURI).href,
      fetch: (input, init) => window.fetch(input, init),
      language: () => (preferences.language.get() === 'en' ? 'en' : 'zh-CN'),
      goTo: (address) => window.location.assign(address),
    }),
  );
  useEffect(() => {
    void access.check();
  }, [access]);

  const state = useCell(access.state);
  switch (state.state) {
    case 'asking':
      return (
        <div className="full-page" role="status">
          <Spin />
          <p className="soft">{words.app.loading}</p>
        </div>
      );
    case 'unreachable':
      return (
        <div className="full-page">
          <FailureState failure={state.failure} onRetry={() => void access.check()} />
        </div>
      );
    case 'out':
      return <SignIn access={access} ended={state.ended} />;
    case 'in':
      if (state.me.session.pending.length > 0) return <Unfinished access={access} me={state.me} />;
      return (
        <ProofProvider api={access.api} method={state.me.session.method}>
          <DeskProvider
            key={state.me.staff.id}
            api={access.api}
            me={state.me}
            leave={access.leave}
            enter={access.enter}
          >
            <Shell />
          </DeskProvider>
        </ProofProvider>
      );
  }
}
