import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DeskApp } from './desk-app.tsx';
import { createPreferences } from './preferences.ts';

/** Draws the desk into its place on the page. */
export function startDesk(): void {
  const place = document.getElementById('desk');
  if (place === null) throw new Error('the page has no place for the desk');

  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  const preferences = createPreferences({
    keeper: localStorage,
    languages: navigator.languages,
    darkSystem: matchMedia('(prefers-color-scheme: dark)'),
  });

  createRoot(place).render(
    <StrictMode>
      <DeskApp nonce={nonce} preferences={preferences} />
    </StrictMode>,
  );
}
