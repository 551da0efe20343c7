import type { AccountTable, CustomerTable } from '../../store/tables/utility-tables.ts';
import { DEMO_CUSTOMER } from './demo-customer.ts';
import type { PlannedPremises } from './make-premises.ts';
import type { Random } from './random.ts';

export interface DemoCustomers {
  readonly customers: readonly CustomerTable[];
  /** One for each of the premises, in their order; all active yet. */
  readonly accounts: readonly AccountTable[];
}

const SURNAMES = '陈李黄张梁林刘吴罗叶何郑谢周邓卢钟麦袁王莫曾徐杨蔡方邱温' as const;
const FIRST = '志建伟国文家俊晓雅丽秀淑美玉金永嘉子思佳宇' as const;
const SECOND = '强华明辉平芳英珍玲敏霞红军斌杰欣怡琳轩豪仪' as const;
const LIFE_SUPPORT_SHARE = 0.003;
const FREE_KWH_SHARE = 0.02;
/** Some customers hold two accounts, for example a flat and a shop. */
const SECOND_ACCOUNT_SHARE = 0.03;
const YEAR = 365.25 * 86_400_000;

/** A customer for each of the premises, but where one customer holds two. Names are drawn, telephone numbers all 1990000xxxx. */
export function makeCustomers(random: Random, premises: readonly PlannedPremises[], now: number): DemoCustomers {
  const customers: CustomerTable[] = [];
  const benefits = random.branch('benefits');
  const accounts: AccountTable[] = [];
  const numbers = new Set<string>([DEMO_CUSTOMER.accountNumber]);
  const phones = phoneNumbers(random);
  let customerNumber = 2;
  let accountNumber = 2;
  /** Who may take the next account too: the person drawn last, never an organisation or the demo customer. */
  let person: CustomerTable | undefined;
  for (const planned of premises) {
    const isDemo = planned.row.id === DEMO_CUSTOMER.premisesId;
    const shared = !isDemo && planned.use !== 'site' && random.chance(SECOND_ACCOUNT_SHARE) ? person : undefined;
    const customer = shared ?? drawCustomer({ random, planned, phones, number: customerNumber });
    if (shared === undefined) customers.push(customer);
    if (shared === undefined && !isDemo) customerNumber += 1;
    person = isDemo || planned.use === 'site' ? undefined : customer;
    accounts.push({
      id: isDemo ? DEMO_CUSTOMER.accountId : `A${String(accountNumber++).padStart(4, '0')}`,
      number: isDemo ? DEMO_CUSTOMER.accountNumber : drawAccountNumber(random, numbers),
      customer_id: customer.id,
      premises_id: planned.row.id,
      tariff: isDemo ? 'residential_tiered' : drawTariff(random, planned.use),
      state: 'active',
      free_kwh: !isDemo && planned.use === 'home' && benefits.chance(FREE_KWH_SHARE) ? 1 : 0,
      opened_at: now - Math.round((2.2 + 18 * random.unit()) * YEAR),
    });
  }
  return { customers, accounts };
}

interface CustomerDraw {
  readonly random: Random;
  readonly planned: PlannedPremises;
  readonly phones: Iterator<string>;
  readonly number: number;
}

function drawCustomer({ random, planned, phones, number }: CustomerDraw): CustomerTable {
  if (planned.row.id === DEMO_CUSTOMER.premisesId) {
    const { id, name, phone } = DEMO_CUSTOMER;
    return { id, name, phone, special_need: null };
  }
  return {
    id: `C${String(number).padStart(4, '0')}`,
    name: planned.siteName ?? drawName(random),
    phone: phones.next().value,
    special_need: planned.use === 'home' && random.chance(LIFE_SUPPORT_SHARE) ? 'life_support' : null,
  };
}

function drawName(random: Random): string {
  const second = random.chance(0.8) ? letter(random, SECOND) : '';
  return `${letter(random, SURNAMES)}${letter(random, FIRST)}${second}`;
}

function letter(random: Random, letters: string): string {
  return letters[random.whole(0, letters.length - 1)] ?? '';
}

/** All of 1990000xxxx but the demo customer's, each once, in an order that looks like none. */
function* phoneNumbers(random: Random): Generator<string, never> {
  const start = random.whole(0, 9999);
  for (let index = 0; ; index += 1) {
    const phone = `1990000${String((start + index * 6_113) % 10_000).padStart(4, '0')}`;
    if (phone !== DEMO_CUSTOMER.phone) yield phone;
  }
}

function drawAccountNumber(random: Random, taken: Set<string>): string {
  for (;;) {
    const number = `0319${String(random.whole(0, 999_999)).padStart(6, '0')}${String(random.whole(0, 999_999)).padStart(6, '0')}`;
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

function drawTariff(random: Random, use: PlannedPremises['use']): AccountTable['tariff'] {
  if (use !== 'home') return 'commercial';
  return random.chance(0.12) ? 'residential_tou' : 'residential_tiered';
}
