import { type AnswerBook, type AnswerLanguage, CONTENT_INTENTS, type ContentIntent } from '../../domain/answers.ts';
import type { Intent } from '../../domain/intent.ts';
import type { ReplyLanguage } from '../../domain/language.ts';
import type { AnswerRepository } from '../../store/repositories/answer-repository.ts';
import type { BannerRepository } from '../../store/repositories/banner-repository.ts';
import type { Content } from '../services.ts';

/** Banners are looked up anew after so long: every message asks for them. */
const BANNERS_KEPT_MS = 2000;

/** The profile's answers, and before them what supervisors have written at the desk. */
export class UtilityContent implements Content {
  readonly #book: AnswerBook;
  readonly #edited: AnswerRepository;
  readonly #banners: BannerRepository;
  #known: { until: number; banners: Awaited<ReturnType<Content['banners']>> } = { until: 0, banners: [] };

  constructor(book: AnswerBook, edited: AnswerRepository, banners: BannerRepository) {
    this.#book = book;
    this.#edited = edited;
    this.#banners = banners;
  }

  async answer(intent: Intent, language: ReplyLanguage): Promise<string | null> {
    if (!isContent(intent)) return null;
    const written: AnswerLanguage = language === 'en' ? 'en' : 'zh-Hans';
    const edited = await this.#edited.text(intent, written);
    const filled = edited === undefined ? null : this.#book.fill(edited, written);
    // An edited answer was checked when it was written; should the profile have lost a figure since, its own words stand.
    return filled?.ok ? filled.text : this.#book.answer(intent, written);
  }

  async banners(now: number): Promise<readonly { readonly id: string; readonly zh: string; readonly en: string }[]> {
    if (now >= this.#known.until || now < this.#known.until - BANNERS_KEPT_MS) {
      const standing = await this.#banners.standing(now);
      const banners = standing.map(({ id, text_zh, text_en }) => ({ id, zh: text_zh, en: text_en }));
      this.#known = { until: now + BANNERS_KEPT_MS, banners };
    }
    return this.#known.banners;
  }
}

function isContent(intent: Intent): intent is ContentIntent {
  return (CONTENT_INTENTS as readonly Intent[]).includes(intent);
}
