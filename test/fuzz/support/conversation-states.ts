import { z } from 'zod';
import { DEMO_CUSTOMER } from '../../../data/demo/demo-customer.ts';
import type { ConversationRig } from '../../support/conversation-rig.ts';

/** A point of a conversation at which the next message may be anything. */
export interface ConversationState {
  readonly says: readonly (string | Readonly<Record<string, unknown>>)[];
  /** The dialog on top and the field it has asked for; null where no dialog is going on. */
  readonly pending: string | null;
}

const OUTAGE = ['我家停电了', '没有危险', '寮步镇石步村'] as const;
/** Stands for the code that the registered phone has got. */
export const CODE = '<code>';

const INVOICE = ['我要开电费发票', DEMO_CUSTOMER.accountNumber, CODE] as const;
const BILL = ['查一下这个月电费账单', '0319000000000000'] as const;

/** Every question that a dialog puts, and the moments between dialogs. */
export const STATES: readonly ConversationState[] = [
  { pending: null, says: [] },
  { pending: null, says: [{ type: 'event', name: 'join' }] },
  { pending: null, says: ['呜呜呜', '嘟嘟嘟'] },
  { pending: null, says: ['转人工'] },
  { pending: 'report_fault:danger', says: OUTAGE.slice(0, 1) },
  { pending: 'report_fault:dangerKind', says: ['我家停电了', '有危险'] },
  { pending: 'report_fault:place', says: OUTAGE.slice(0, 2) },
  { pending: 'report_fault:place', says: ['A power pole is sparking'] },
  { pending: 'report_fault:neighbours', says: OUTAGE },
  { pending: 'report_fault:breaker', says: [...OUTAGE, '邻居有电'] },
  { pending: 'report_fault:meter', says: ['停电了，没有危险', '寮步镇石步村', '邻居有电', '不清楚'] },
  { pending: 'report_fault:check.offer', says: [...OUTAGE, '邻居有电', '跳了'] },
  { pending: 'report_fault:check.reset', says: [...OUTAGE, '邻居有电', '跳了', '好，带我做'] },
  { pending: 'report_fault:check.back', says: [...OUTAGE, '邻居有电', '跳了', '好，带我做', '推住了', '都推上了'] },
  { pending: 'report_fault:phone', says: [...OUTAGE, '整栋楼'] },
  { pending: 'report_fault:hurt', says: ['电线杆在冒火花', '寮步镇石步村'] },
  { pending: 'report_fault:phone', says: ['电线杆在冒火花', '寮步镇石步村', '没有人受伤'] },
  { pending: 'ask_fault_status:ticket', says: ['我报修的进度怎么样了'] },
  { pending: 'ask_planned_outage:place', says: ['明天有计划停电吗'] },
  { pending: 'find_payment_location:place', says: ['在哪里可以交电费'] },
  { pending: 'verify_account:account_number', says: BILL.slice(0, 1) },
  { pending: 'verify_account:account_number', says: ['How much is my bill this month?'] },
  { pending: 'verify_account:code', says: BILL },
  { pending: 'verify_account:code_again', says: [...BILL, '100001'] },
  { pending: 'request.complaint:details', says: ['我要投诉'] },
  { pending: 'request.complaint:phone', says: ['我要投诉', '抢修人员迟到了三个小时'] },
  { pending: 'request.suggestion:details', says: ['我想提个建议'] },
  { pending: 'request.meter:details', says: ['电表坏了不走了'] },
  { pending: 'request.meter:account_number', says: ['电表坏了不走了', '屏幕不亮，箱子也是黑的'] },
  { pending: 'verify_account:account_number', says: ['我要开电费发票'] },
  { pending: 'request.invoice:title_kind', says: INVOICE },
  { pending: 'request.invoice:title', says: [...INVOICE, '单位'] },
  { pending: 'request.invoice:tax_number', says: [...INVOICE, '单位', '东莞市示范五金有限公司'] },
  { pending: 'request.invoice:email', says: [...INVOICE, '个人', '李晓明'] },
  { pending: 'request.contact_change:new_phone', says: ['换手机号', DEMO_CUSTOMER.accountNumber, CODE] },
  { pending: 'request.contact_change:new_address', says: ['改通讯地址', DEMO_CUSTOMER.accountNumber, CODE] },
  { pending: 'request.contact_change:confirm', says: ['换手机号', DEMO_CUSTOMER.accountNumber, CODE, '13800138000'] },
];

const storedSchema = z.object({
  dialogs: z.object({
    dialogStack: z.array(z.object({ id: z.string(), state: z.object({ pending: z.string().nullish() }) })),
  }),
});

/** What the dialog on top of a conversation's stored stack has asked for. */
export async function pendingOf({ database }: ConversationRig, conversationId: string): Promise<string | null> {
  const rows = await database.query
    .selectFrom('bot_state')
    .select('value')
    .where('conversation_id', '=', conversationId)
    .execute();
  const stacks = rows.flatMap(({ value }) => storedSchema.safeParse(JSON.parse(value)).data?.dialogs.dialogStack ?? []);
  const top = stacks.at(-1);
  return top ? `${top.id}:${top.state.pending}` : null;
}

/** The newest code that the demo customer's phone has got. */
export async function latestCode({ database }: ConversationRig): Promise<string> {
  const { text } = await database.query
    .selectFrom('sms')
    .select('text')
    .where('phone', '=', DEMO_CUSTOMER.phone)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return /\d{6}/.exec(text)?.[0] ?? '';
}
