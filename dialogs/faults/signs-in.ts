import type { ShownBy, Sign, Signs } from '../../domain/faults/intake/signs.ts';
import { saysUnknown } from '../../nlu/says-unknown.ts';

/** The signs that a message tells of, whatever was asked; with `pending`, also what a short answer to that question says. */
export function signsIn(text: string, pending: string | null): Signs {
  const words = text.normalize('NFKC').toLowerCase();
  const told: Signs = compact({
    neighbours: neighboursIn(words),
    extent: extentIn(words),
    breaker: breakerIn(words),
    meter: meterIn(words),
  });
  if (!isSign(pending) || told[pending] !== undefined) return told;
  const answer = saysUnknown(text) ? 'unknown' : shortAnswer(words, pending);
  return answer === undefined ? told : { ...told, [pending]: answer };
}

/** Whether words tell that supply has come back; asking when it will does not. */
export function saysBack(text: string): boolean {
  const words = text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
  return BACK.test(words) && !NOT_BACK.test(words);
}

export function isSign(field: string | null): field is Sign {
  return field === 'neighbours' || field === 'extent' || field === 'breaker' || field === 'meter';
}

const OTHERS =
  '(?:隔壁|隔离|隔離|邻居|鄰居|左邻右舍|左鄰右里|对面|對面|对门|對門|别家|別家|别人家|別人家|其他人家|其他住户|其他住戶|楼上|楼下|樓上|樓下|楼道|樓道|上下楼)';
const HAS_POWER =
  '(?:(?<![没沒冇无無未唔不])有(?:电|電|灯|燈)|亮着|亮著|(?<!不)正常|(?:没|沒|冇|没有|沒有|未)(?:停|黑))';
const GAP = '[^,,。.!!;;]{0,8}?';

const NEIGHBOURS_LIT: readonly RegExp[] = [
  new RegExp(OTHERS + GAP + HAS_POWER, 'u'),
  /(?:只有|就|仅|僅|净係|淨係|只係|唯独|唯獨)(?:我|我们|我們|我哋|自己)(?:一)?(?:家|屋企|户|戶|一户|一戶|个|個)/u,
  /\b(?:next[- ]door|neighbou?rs?(?:'s?)?(?: (?:house|home|flat|place)s?)?|(?:the )?(?:other|rest of the) (?:flats?|homes?|houses?|apartments?|units?)|across the (?:street|road)|upstairs|downstairs|everyone else|everybody else|corridor|hallway|stairwell)\b(?: (?:all|still|do|does|is|are|they|have|has|got|lights?|all have)){0,4} (?:fine|ok|okay|lit|on|power|electricity|light|lights|normal)\b/u,
  /\b(?:next[- ]door|neighbou?rs?|everyone else|everybody else|upstairs|downstairs)(?:'s|'ve)? (?:still )?(?:have|has|got|have got)(?: (?:power|electric\w*|lights?|supply|it|theirs|current)\b|\s*(?:[,.;!]|$))/u,
  /\bbut (?:my |the |all )?(?:neighbou?rs?|next door|others?|everyone else) (?:do|does|are|is|have|has)\b/u,
  /\b(?:only|just) (?:me|us|my|our|mine|ours|this (?:house|flat|home))\b/u,
];
const NEIGHBOURS_NOT = /\b(?:no|not|don't|doesn't|haven't|hasn't|without|lost|out|dark|off)\b/u;

/** "Or is it just me?" asks. */
const ASKS_WHETHER =
  /还是(?:就|只有)|還是(?:就|只有)|是不是(?:就|只有)|係咪(?:净|淨)|系咪(?:净|淨)|\b(?:is|was) it (?:just|only)\b|\bor (?:just|only|is)\b|\bjust me or\b/u;

function neighboursIn(words: string): ShownBy<'neighbours'> | undefined {
  if (ASKS_WHETHER.test(words)) return undefined;
  const lit = NEIGHBOURS_LIT.map((pattern) => pattern.exec(words)?.[0]).find((hit) => hit !== undefined);
  return lit !== undefined && !NEIGHBOURS_NOT.test(lit) ? 'lit' : undefined;
}

const HALF =
  /(?:(?<!到)一半|半边|半邊|半间|半間)[^,。]{0,6}(?:没|沒|冇|停|黑|有(?:电|電)|不亮)|(?:没|沒|冇|停)(?:电|電)?的?(?:有)?一半|(?<!唔係|不是|唔系)缺(?:了)?一?相|少(?:了)?一相|一相(?:没|沒|冇|停)|\bhalf (?:of )?(?:the|my|our|this) (?:house|home|flat|apartment|place|rooms?|lights|sockets|outlets)\b|\bhalf (?:is|are|has|have|the power)\b|\b(?:lost|missing) (?:a|one) phase\b|\bone (?:phase|leg)\b/u;
const ROOMS =
  /(?:厨房|廚房|客厅|客廳|卧室|臥室|睡房|房间|房間|厕所|廁所|卫生间|衛生間|洗手间|阳台|陽台|书房|書房|插座|个别|個別|[某有那哪]一路)[^,。]{0,8}(?:没(?:有)?电|沒(?:有)?電|冇電|不亮|停电|停電|不能用|用不了)|^(?:只有|就|净係|淨係)?(?:是)?(?:厨房|廚房|客厅|客廳|卧室|臥室|睡房|厕所|廁所|卫生间|衛生間|阳台|陽台)$|\b(?:only|just) (?:in |for )?(?:(?:the|my|one|a|some|two|three) )?(?:kitchen|bedrooms?|bathroom|living room|lounge|garage|upstairs|downstairs|rooms?|sockets?|outlets?)\b|\b(?:kitchen|bedrooms?|bathroom|living room|one room|some rooms?|a few rooms|(?:one|a|some|several|the) (?:sockets?|outlets?|circuits?|plugs?))\b[^.,;]{0,24}\b(?:no power|dark|dead|out|off|not work\w*|don't work|doesn't work|stopped)/u;
const WHOLE =
  /(?:全屋|整屋|全家|整个家|整個家|家里全|家裡全|屋里全|屋企全|所有房间|所有房間|全部)[^,。]{0,6}(?:没|沒|冇|停|黑|不亮)|一点电都没|\b(?:whole|entire) (?:house|home|flat|apartment|place)\b|\beverything (?:is |has )?(?:off|out|dead|down|gone|dark)\b|\bno power at all\b|\bnothing works\b/u;

function extentIn(words: string): ShownBy<'extent'> | undefined {
  if (HALF.test(words)) return 'half';
  if (ROOMS.test(words)) return 'rooms';
  return WHOLE.test(words) ? 'whole' : undefined;
}

const SWITCH =
  '(?:总开关|總開關|总闸|總閘|总掣|總掣|电闸|電閘|电掣|電掣|空开|空開|空气开关|空氣開關|漏电保护器?|漏電保護器?|漏电开关|漏電開關|漏保|断路器|斷路器|保险|保險|开关|開關|闸|閘)';
const AGAIN =
  /(?:合|推|扳|压|壓)(?:唔|不)(?:上|到|回)|(?:又|再|马上|馬上|立刻|即刻|就)跳|反复跳|反覆跳|老是跳|一直跳|\bwon'?t (?:stay|reset|hold|go (?:back )?(?:on|up))|\bwill not (?:stay|reset|hold)|\b(?:trips?|tripped|tripping) (?:again|straight|right|immediately|every)|\bkeeps? (?:on )?tripping|\bcan'?t (?:reset|switch it|turn it|push it)/u;
const TRIPPED: readonly RegExp[] = [
  /跳(?:了)?(?:闸|閘|掣)|(?:落|掉)(?:了)?(?:闸|閘)/u,
  new RegExp(`${SWITCH}[^,。]{0,6}(?:跳|断开|斷開|掉下|掉了|落了|在下面|是下|往下|朝下|是断|係落)`, 'u'),
  /\b(?:breaker|main switch|main|rcd|rcbo|gfci|fuse|trip switch|residual[- ]current device|switch)\b[^.,;]{0,14}\b(?:trip\w*|(?:is|was|are|went|has gone) (?:off|down)|blew|blown)/u,
  /\btripped\b/u,
];
const NOT_TRIPPED =
  /(?:没|沒|没有|沒有|冇|未|不|唔|不是|唔係)(?:见|見)?(?:有)?(?:跳|掉闸|落闸)|\b(?:not|n't|never|hasn't|haven't|didn't|no|nothing|nowt|none)(?:'s)? (?:\w+ ){0,3}trip/u;
const SWITCH_ON: readonly RegExp[] = [
  new RegExp(
    `${SWITCH}[^,。]{0,6}(?:(?<!不)正常|没问题|沒問題|没事|沒事|冇事|是好的|都好|都在上|在上面|朝上|是合|合着|合著|开着|開著|没动|沒動|是开的)`,
    'u',
  ),
  /\b(?:breakers?|main switch|rcd|rcbo|fuse box|switch(?:es)?)\b[^.,;]{0,10}\b(?:fine|ok|okay|normal|in place|all right|good)\b|\b(?:breakers?|main switch|rcd|rcbo|switch(?:es)?)(?:'s| is| are| all| still)+ (?:on|up)\b/u,
];

/** Somebody else's switch, or one that is only supposed to have tripped. */
const NOT_OWN =
  /变电|變電|变压器|變壓器|线路|線路|馈线|饋線|\bkv\b|你们|你們|你哋|是不是|係咪|系咪|会不会|會不會|是否|\b(?:substation|transformer|feeder|line|grid|your (?:side|end)|might have|maybe)\b/u;
const OF_A_SWITCH = new RegExp(
  `${SWITCH}|跳(?:了)?[闸閘掣]|[合推扳](?:唔|不)[上到]|(?:推|合)上去?(?:就|又)跳|\\b(?:trip|reset|breaker|fuse|rcd|rcbo|switch|stay|keeps?)`,
  'u',
);

function breakerIn(words: string): ShownBy<'breaker'> | undefined {
  if (NOT_TRIPPED.test(words)) return 'on';
  if (AGAIN.test(words) && OF_A_SWITCH.test(words)) return 'trips_again';
  const clauses = words.split(/[,，。.!！;；?？\n]/u);
  if (clauses.some((clause) => TRIPPED.some((one) => one.test(clause)) && !NOT_OWN.test(clause))) return 'tripped';
  return SWITCH_ON.some((one) => one.test(words)) ? 'on' : undefined;
}

const METER = '(?:电表|電表|电錶|電錶|表箱|表)';
const ARREARS =
  /欠费(?:的)?(?:指示)?灯|欠費(?:的)?(?:指示)?燈|(?:显示|顯示|提示|写着)(?:着)?(?:欠费|欠費|拉闸|请购电|請購電)|\b(?:arrears|overdue|credit|payment) (?:lamp|light|led|indicator)/u;
const METER_DARK: readonly RegExp[] = [
  new RegExp(
    `${METER}[^,。]{0,5}(?:不亮|唔亮|没亮|沒亮|不显示|不顯示|没有?显示|沒有?顯示|没有?字|沒有?字|冇字|没有?数字|黑屏|黑的|灭|滅|熄)`,
    'u',
  ),
  /\bmeter\b[^.,;]{0,18}\b(?:blank|dark|dead|black|not lit|isn't showing|shows? nothing|showing nothing|no display)\b|\bmeter(?: display| screen)? (?:is|went|has gone) off\b/u,
];
const METER_LIT: readonly RegExp[] = [
  new RegExp(`${METER}[^,。]{0,5}(?:亮|有显示|有顯示|有数字|有數字|有字|(?<!不)正常|在闪|在閃)`, 'u'),
  /\bmeter(?:'s)?(?: display| screen)?(?: is| still| does| has)*(?: still)? (?:lit|on|up|working|glowing|showing (?:figures|numbers|digits|a number)|shows? (?:figures|numbers|digits|something))\b(?! (?:fire|my|the|a|its|it|our|this)\b)/u,
];

function meterIn(words: string): ShownBy<'meter'> | undefined {
  if (ARREARS.test(words)) return 'arrears';
  if (METER_DARK.some((one) => one.test(words))) return 'dark';
  return METER_LIT.some((one) => one.test(words)) ? 'lit' : undefined;
}

/** What a few words say to a question: the first pattern that fits. */
const SHORT: { readonly [S in Sign]: readonly (readonly [RegExp, ShownBy<S>])[] } = {
  neighbours: [
    [/^(?:他们|他們|佢哋)?(?:家)?(?:都|还|還|仲)?(?:有(?:电|電)?|亮着?|亮著|没停|沒停|冇停|正常)/u, 'lit'],
    [/^(?:就|只有|净係|淨係)?(?:我|我们|我們|一)(?:一)?(?:家|户|戶|屋企)$/u, 'lit'],
    [/^(?:yes,? )?(?:they (?:have|do|are fine|still)|just (?:me|us|mine)|only (?:me|us|mine))/u, 'lit'],
    [/^(?:都|也|一样|一樣|全)(?:是|係|都)?(?:停|没|沒|冇|黑)/u, 'street'],
    [
      /^(?:they(?:'re| are)? (?:all )?(?:dark|out|off|too)|(?:also |too|same|everyone|everybody|all of (?:us|them)))/u,
      'street',
    ],
  ],
  extent: [
    [/^(?:全|都|整)|^(?:all|everything|whole|entire)/u, 'whole'],
    [/一半|half/u, 'half'],
    [/^(?:只有|就|部分|几个|個別|个别|一(?:个|間|间|路))|^(?:some|only|just|part|one|a few)/u, 'rooms'],
  ],
  breaker: [
    [
      /^(?:没|沒|冇|未|不|都在|都好|正常|开着|開著|好的$)|^(?:no|nope|all (?:on|up|fine)|fine|everything is (?:on|up|fine)|(?:it'?s |they'?re )?(?:on|up))\b/u,
      'on',
    ],
    [/^(?:是|系|係|有(?![电電])|对|對|嗯|跳)|^(?:yes|yep|yeah|it (?:has|did)|down|off)\b/u, 'tripped'],
  ],
  meter: [
    [/^(?:没|沒|冇|不|唔|黑|灭|滅)|^(?:it'?s |it is )?(?:no|nope|not|blank|dark|dead|nothing|off)\b/u, 'dark'],
    [/^(?:是|系|係|有|亮|对|對|嗯|正常)|^(?:it'?s |it is )?(?:yes|yep|yeah|it (?:does|is)|lit|on)\b/u, 'lit'],
  ],
};
const LONGEST_SHORT = 40;

function shortAnswer(words: string, pending: Sign): string | undefined {
  const plain = words.trim();
  if (plain.length > LONGEST_SHORT) return undefined;
  return SHORT[pending].find(([pattern]) => pattern.test(plain))?.[1];
}

const BACK =
  /(?:来|來|嚟|返|复|復|有|通)(?:返)?(?:电|電)(?:了|喇|啦|咗)|(?:已经|已經|刚刚|剛剛|刚|剛|又)(?:来|來|有|恢复)(?:了)?(?:电|電|供电)|恢复(?:供电|了)|恢復(?:供電|了)|(?:电|電)(?:来|來|返嚟)(?:了|咗)|\b(?:(?:power|electricity|lights?|supply)(?:'s| is| are| has| have| came| come)?|(?:it|everything)(?:'?s| is| has| came)) (?:come |been |now |all )*(?:back|restored|on again|working again)\b/u;
const NOT_BACK =
  /(?:请|請|能否|可否|帮|幫|麻烦|麻煩|没|沒|冇|未|不|几|幾|何时|何時|什么时候|什麼時候|怎么|怎麼|多久|才|[吗嗎呢]\s*[??]?$|[??]$|隔壁|邻居|鄰居|对面|對面)|\b(?:not|n't|when|until|still|never|how (?:long|soon)|want|need|please|neighbou?rs?|next door)\b/u;

function compact(signs: { readonly [S in Sign]: ShownBy<S> | undefined }): Signs {
  return Object.fromEntries(Object.entries(signs).filter(([, shown]) => shown !== undefined));
}
