import type { Town } from '../../protocol/desk/place.ts';
import type { DeskLanguage } from '../app/preferences.ts';

/** What a town is called; its code where it is none of those served. */
export function townName(towns: readonly Town[], code: string | null, language: DeskLanguage): string {
  const town = towns.find((one) => one.code === code);
  return town ? (language === 'en' ? town.en : town.zh) : (code ?? '');
}
