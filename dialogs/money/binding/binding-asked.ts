/** What is wanted of the memory of a chat account: to be remembered, to be told of it, to be forgotten. */
export type BindingAsked = 'bind' | 'list' | 'unbind';

/** By words that say nothing else; null where they do. */
export function bindingAsked(said: string): BindingAsked | null {
  const text = said.normalize('NFKC').toLowerCase();
  if (UNBIND.test(text)) return 'unbind';
  if (LIST.test(text)) return 'list';
  return BIND.test(text) && !ELSEWHERE.test(text) ? 'bind' : null;
}

const UNBIND =
  /解除(?:户号|戶號|账号|帳號|这个|這個)?的?(?:绑定|綁定)|解绑|解綁|取消(?:绑定|綁定)|(?:不要|别|別)再?(?:记住|記住)我|忘(?:记|記|掉|了)我|\bforget me\b|\bunbind\b|\bunlink (?:me|my account|this (?:chat|account))\b|\b(?:stop|don'?t) remember(?:ing)? me\b/u;
const LIST =
  /(?:我|这里|這裡|现在|現在|都).{0,6}(?:绑定|綁定)了?(?:什么|什麼|哪些|哪个|哪個|几个|幾個)|查看(?:绑定|綁定)|(?:绑定|綁定)(?:情况|情況|列表|记录|記錄)|\b(?:show|list|which|what)\b.{0,24}\b(?:bindings?|bound|linked|remembered)\b|\bdo you remember me\b/u;
const BIND =
  /(?:下次|以后|以後|下回|今后|今後).{0,6}(?:不用|不要|免|别|別)再?(?:要|发|發|输|輸|做|让我|讓我)?(?:验证|驗證|核实|核實|验证码|驗證碼)|(?:请|請)?(?:在这里|在這裡)?(?:记住|記住)我(?:的户号|的戶號)?$|^(?:我(?:想|要)|帮我|幫我|请|請)?(?:绑定|綁定)(?:我的)?(?:户号|戶號|账号|帳號|聊天|这里|這裡)|\bremember me\b|\b(?:bind|link) (?:my |this )?(?:account|chat)\b|\bdon'?t ask me (?:for )?(?:a |the )?codes? (?:again|next time|every time)\b/u;
/** Accounts are bound in other places too. */
const ELSEWHERE = /支付宝|支付寶|网上国网|網上國網|南网在线|公众号|公眾號|银行|銀行|\b(?:app|alipay|bank|website)\b/u;
