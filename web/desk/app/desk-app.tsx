import { App, ConfigProvider } from 'antd';
import enUs from 'antd/es/locale/en_US';
import zhCn from 'antd/es/locale/zh_CN';
import { useLayoutEffect, useMemo } from 'react';
import { KeysProvider } from '../keys/keys-context.tsx';
import { WordsProvider } from '../words/words-context.tsx';
import { ClockProvider } from './clock-context.tsx';
import { Gate } from './gate.tsx';
import { isDark, type Preferences } from './preferences.ts';
import { PreferencesProvider } from './preferences-context.tsx';
import { deskTheme } from './theme.ts';
import { useCell } from './use-cell.ts';

/** The whole desk, from preferences down to the page. */
export function DeskApp({ nonce, preferences }: { nonce: string; preferences: Preferences }) {
  const language = useCell(preferences.language);
  const dark = isDark(useCell(preferences.appearance), useCell(preferences.darkSystem));
  const theme = useMemo(() => {
    // The tokens must be in force before they are read.
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    return deskTheme(dark, document.documentElement);
  }, [dark]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <PreferencesProvider preferences={preferences}>
      <WordsProvider language={language}>
        <ConfigProvider
          csp={{ nonce }}
          locale={language === 'en' ? enUs : zhCn}
          theme={theme}
          button={{ autoInsertSpace: false }}
        >
          <App className="desk-app" message={{ top: 72, maxCount: 3 }}>
            <ClockProvider>
              <KeysProvider>
                <Gate />
              </KeysProvider>
            </ClockProvider>
          </App>
        </ConfigProvider>
      </WordsProvider>
    </PreferencesProvider>
  );
}
