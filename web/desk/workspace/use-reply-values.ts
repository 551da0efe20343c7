import type { ReplyVariable } from '../../../strings/replies/canned-reply.ts';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk, useSeat } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';

/** What canned replies can be filled with: only what is known. */
export function useReplyValues(item: SessionItem): Partial<Record<ReplyVariable, string>> {
  const { me } = useSeat();
  const detail = useResource(useDesk().session(item.id));
  const tickets = detail.state === 'ready' ? detail.value.summary.ticketNumbers : [];
  const ticket = tickets.at(-1);
  return {
    agent: me.staff.deskName,
    utility: item.language === 'en' ? me.utility.nameEn : me.utility.name,
    ...(item.customerName === null ? {} : { customer: item.customerName }),
    ...(ticket === undefined ? {} : { ticket }),
  };
}
