import { createContext, type ReactNode, useContext } from 'react';
import type { Preferences } from './preferences.ts';

const PreferencesContext = createContext<Preferences | null>(null);

export function PreferencesProvider({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('no preferences above this component');
  return preferences;
}
