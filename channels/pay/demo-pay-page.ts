import { masked } from '../../dialogs/masked.ts';
import { shortTime } from '../../dialogs/short-time.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import { botWords } from '../../strings/bot/bot-words.ts';
import type { BytesAnswer } from '../http/http-answer.ts';
import type { HttpServer } from '../http-server.ts';
import { noticePage } from '../pages/notice-page.ts';
import { type OpenedReference, openPayReference, type PayKey } from './pay-reference.ts';

export const DEMO_PAY_PATH = '/demo/pay';

export interface DemoPayParts {
  /** All that references may have been made with. */
  readonly keys: () => Promise<readonly PayKey[]>;
  readonly profile: UtilityProfile;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newNonce: () => string;
}

/** GET /demo/pay: stands for a utility's pay page. It reads the reference as a real one has to, shows what it says, and takes no money. */
export function mountDemoPayPage(server: HttpServer, parts: DemoPayParts): void {
  server.on('get', DEMO_PAY_PATH, async (request) => {
    const reference = request.query.get('reference') ?? '';
    return shown(parts, await openPayReference(await parts.keys(), reference, parts.now()));
  });
}

function shown({ profile, newNonce }: DemoPayParts, opened: OpenedReference): BytesAnswer {
  const wordsOf = (language: 'zh-Hans' | 'en') => {
    const words = botWords(language);
    const { title, lines } = words.documents.payPage[opened.kind];
    const facts = opened.kind === 'order' ? factsOf(opened.order, words, profile.timeZone) : [];
    return { title, lines, facts };
  };
  return noticePage(
    { zh: wordsOf('zh-Hans'), en: wordsOf('en') },
    {
      status: opened.kind === 'order' ? 200 : 404,
      nonce: newNonce(),
      brand: profile.brand.primary,
      utility: profile.name,
    },
  );
}

type Order = Extract<OpenedReference, { kind: 'order' }>['order'];

function factsOf({ accountNumber, amountFen, expiresAt }: Order, words: ReturnType<typeof botWords>, timeZone: string) {
  const { labels } = words.documents.pay;
  return [
    { label: labels.amount, value: words.common.sum(amountFen) },
    { label: labels.account, value: masked(accountNumber) },
    { label: labels.until, value: shortTime(expiresAt, timeZone) },
  ];
}
