import type { LandmarkKind, PlaceService } from '../../domain/places/place-kinds.ts';

/** What of a place to pay words ask for beside where it is. */
export interface PlaceWish {
  readonly services: readonly PlaceService[];
  /** A hospital, a station: near which they are, where no name is said. */
  readonly landmark: LandmarkKind | null;
  /** Near their own home. */
  readonly home: boolean;
}

export function placeWishIn(said: string): PlaceWish {
  const text = said.normalize('NFKC').toLowerCase();
  return {
    services: SERVICES.flatMap(([service, words]) => (words.test(text) ? [service] : [])),
    landmark: LANDMARKS.find(([, words]) => words.test(text))?.[0] ?? null,
    home: HOME.test(text),
  };
}

const SERVICES: readonly (readonly [PlaceService, RegExp])[] = [
  ['cash', /现金|現金|现钞|現鈔|\bcash\b/u],
  [
    'card',
    /刷卡|碌卡|拍卡|银行卡|銀行卡|信用卡|\b(?:bank|credit|debit) cards?\b|\b(?:by|with|take|takes|accept|accepts) (?:a )?cards?\b/u,
  ],
  ['qr', /扫码|掃碼|扫二维码|\bqr\b/u],
  ['machine', /自助(?:机|機|终端|終端|缴费|繳費|交费)|(?:缴费|繳費|交费)(?:机|機)|\bmachines?\b|\bkiosks?\b/u],
  [
    'new_service',
    /新装|新裝|报装|報裝|装表|裝錶|过户|過戶|(?:办|辦|办理|辦理)(?:业务|業務|手续|手續)|业务办理|業務辦理|\bnew (?:connections?|suppl(?:y|ies)|services?)\b|\btransfer (?:of )?(?:the )?account\b/u,
  ],
  ['invoice', /发票|發票|\binvoices?\b|\breceipts?\b/u],
];

const LANDMARKS: readonly (readonly [LandmarkKind, RegExp])[] = [
  ['hospital', /医院|醫院|\bhospitals?\b|\bclinic\b/u],
  [
    'station',
    /车站|車站|火车站|火車站|客运站|客運站|地铁站|地鐵站|高铁站|高鐵站|\b(?:bus|train|railway|metro|coach) station\b|\bstation\b/u,
  ],
  ['market', /市场|市場|街市|菜场|菜場|\bmarkets?\b/u],
  ['school', /学校|學校|小学|小學|中学|中學|大学|大學|\bschools?\b|\buniversity\b|\bcollege\b/u],
  ['mall', /商场|商場|购物中心|購物中心|广场|廣場|\bmalls?\b|\bshopping cent(?:er|re)\b/u],
  ['park', /公园|公園|\bparks?\b/u],
  ['government', /镇政府|鎮政府|政府|街道办|街道辦|\btown hall\b|\bgovernment\b/u],
];

const HOME =
  /我(?:家|屋企|住(?:的地方|处|處)|们家|們家)(?:附近|旁边|旁邊|周边|周邊|那边|那邊|那里|那裡|楼下|樓下|隔篱|隔籬)|屋企(?:附近|隔篱|隔籬|楼下|樓下)|离我家|離我家|\b(?:near|close to|closest to|nearest (?:to )?|around|by) (?:my|our) (?:home|house|place|flat|apartment)\b|\bfrom (?:my )?home\b/u;
