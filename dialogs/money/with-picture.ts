import type { AccountFacts, BillFacts } from '../../domain/billing/billing-source.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import type { Turn } from '../turn.ts';

/** A card whose columns can be had as a picture too, by channels that do not draw them. */
export async function withPicture(
  { services, work, language }: Turn,
  card: CardOf<'bill'>,
  { account, bill }: { readonly account: AccountFacts; readonly bill: BillFacts },
): Promise<CardOf<'bill'>> {
  if (!card.chart) return card;
  const picture = await services.links.document({
    ...{ kind: 'usage', language, period: bill.period, accountId: account.id },
    conversationId: work.conversation.id,
  });
  return { ...card, chart: { ...card.chart, picture } };
}
