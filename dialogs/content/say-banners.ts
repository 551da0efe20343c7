import type { Turn } from '../turn.ts';

/** Says what stands on the banners ("fault known in X"), each once in a service session. */
export async function sayBanners(turn: Turn): Promise<void> {
  const { memory, services, now, language } = turn;
  for (const { id, zh, en } of await services.content.banners(now)) {
    if (memory.bannersTold.includes(id)) continue;
    memory.bannersTold.push(id);
    await turn.say({ text: language === 'en' ? en : zh });
  }
}
