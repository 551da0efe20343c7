import type { Mood } from '../../domain/desk/mood.ts';

interface MoodWords {
  readonly mood: Mood;
  readonly words: RegExp;
  /** Where these stand too, the words mean something else. */
  readonly unless?: RegExp;
}

const UPSET = [
  // Mandarin and Cantonese, both scripts.
  '气死|氣死|火大|气炸|氣炸|(?:很|好|太|真|非常|越想越)(?:生气|生氣|气愤|氣憤|愤怒|憤怒)|忍无可忍|忍無可忍|受够了|受夠了',
  '垃圾(?:公司|服务|服務|供电|供電|机器人|機器人|客服)|(?:什么|什麼|咩|乜)(?:破|烂|爛|狗屁|鬼)|骗子|騙子|骗钱|騙錢|抢钱|搶錢|吸血|坑人|坑我|霸王|不要脸|不要臉|无耻|無恥',
  '他妈|他媽|妈的|媽的|尼玛|卧槽|操你|滚蛋|狗屁|放屁|王八|混蛋|傻[逼比屄]|脑残|腦殘|扑街|仆街|冚家|屌|撚|痴线|黐線|痴綫|食屎',
  '(?:我要|马上|馬上|现在就|現在就|必须|必須)(?:去)?(?:投诉|投訴|举报|舉報|曝光|起诉|起訴|告)(?:你们|你們|你哋|供电|供電)?',
  '欺负人|欺負人|欺负老百姓|欺負老百姓|糊弄|敷衍|踢皮球|推来推去|推來推去|不把(?:我们|我們|人)当|态度(?:太|真|这么|這麼|好|很)?(?:差|恶劣|惡劣)|不负责任|不負責任',
  // English.
  '\\b(?:furious|outraged|outrageous|livid|disgusting|disgusted|disgraceful|pathetic|unacceptable|ridiculous|appalling)\\b|\\b(?:fed up|sick (?:and tired )?of|had enough of|pissed|fuck\\w*|bullshit|shit|damn|crap)\\b|\\bwhat a joke\\b',
  "\\b(?:you(?:'re| are| people are| lot are)? (?:useless|thieves|liars|crooks|robbing|ripping)|useless (?:bot|company|service)|rip[- ]?off|scam(?:mers?)?|daylight robbery)\\b|\\b(?:worst|terrible|awful|shocking) (?:service|company)\\b",
];

const IMPATIENT = [
  '到底(?:什么时候|什麼時候|几点|幾點|还要|還要|来不来|來不來|有没有|有沒有|管不管|几时|幾時)',
  '(?:等|打|报|報|说|說|讲|講|催|问|問)[了咗]?(?:很久|半天|好久|好耐|这么久|這麼久|咁耐|一(?:整)?天|一上午|一下午|一晚上|一早上|(?:[两兩三四五六七八九十几幾]|\\d+)(?:次|遍|回|天|日|个(?:多)?(?:小时|小時|钟头|鐘頭)|(?:小时|小時)))',
  '(?:怎么|怎麼|点解|點解|为什么|為什麼)(?:这么|這麼|那么|那麼|咁)(?:久|慢|耐)|(?:怎么|怎麼|点解|點解)?(?:还|還|仲)(?:没|沒|未)(?:有)?人(?:来|來|嚟|管|理|接|回)|(?:快|赶紧|趕緊|马上|馬上)(?:点|點|啲)?(?:派人|来人|來人|修|处理|處理)(?:！|!|啊|行不行|好不好|可不可以|可唔可以)',
  '没完没了|沒完沒了|第[二三四五六七八九十几幾\\d]+次(?:了|打|报|報|问|問|来|來)|又(?:来|來)了|老是这样|老是這樣|说了多少遍|說了多少遍|讲咗几多次|講咗幾多次',
  '\\bhow much longer\\b|\\bstill (?:nobody|no one|waiting|nothing|no sign|no answer)\\b|\\bwaiting (?:for |since )?(?:hours|ages|days|forever|all (?:day|morning|night)|\\d+ (?:hours|days)|this morning|yesterday)\\b|\\b(?:third|fourth|fifth|umpteenth|\\d+th) time\\b|\\b(?:hurry up|come on|for the last time|how many times|again and again|keeps? happening|already (?:told|said|called|reported))\\b',
];

const WORRIED = [
  '好怕|很怕|害怕|吓死|嚇死|吓人|嚇人|好惊|好驚|惊死|驚死|担心|擔心|心慌|不放心|急死|着急|著急|好急|怎么办(?:啊|呀|才好|好|！|!|？|\\?)|怎麼辦(?:啊|呀|才好|好|！|!|？|\\?)|点算(?:好)?|點算(?:好)?|救命|求求(?:你|您)|拜托(?:了|你|您)|拜託(?:了|你|您)',
  '\\b(?:scared|afraid (?:of|to|for)|frightened|terrified|worried|anxious|panicking|desperate|please help|help me please|what (?:am i|do i|should i) (?:supposed to )?do)\\b',
];

const CONTENT = [
  '太好了|太棒了|太感谢|太感謝|非常感谢|非常感謝|十分感谢|十分感謝|真(?:是)?(?:太)?(?:谢谢|謝謝|好|快|不错|不錯|方便|细心|細心|耐心)|(?:服务|服務|态度|態度|效率|速度)(?:很|真|好|非常|挺|幾)?(?:好|高|快|棒|赞|讚|到位|周到)|辛苦(?:了|你|您|你们|你們|晒|曬)|多[谢謝][晒曬]|好嘢|好正|点赞|點讚|满意|滿意',
  '\\b(?:thank you so much|thanks (?:so much|a lot|a million)|many thanks|much appreciated|brilliant|excellent|fantastic|wonderful|lovely|awesome|that was (?:quick|fast|easy)|very (?:helpful|kind|happy|pleased))\\b',
];

const oneOf = (patterns: readonly string[]) => new RegExp(patterns.join('|'), 'iu');

/** In the order in which they win. */
export const MOOD_WORDS: readonly MoodWords[] = [
  { mood: 'upset', words: oneOf(UPSET) },
  { mood: 'impatient', words: oneOf(IMPATIENT) },
  {
    mood: 'worried',
    words: oneOf(WORRIED),
    unless:
      /(?:不用|唔使|不必|别|別|唔好)(?:担心|擔心|害怕|着急|著急)|\b(?:not|no longer|don't be) (?:worried|scared|afraid)\b/iu,
  },
  {
    mood: 'content',
    words: oneOf(CONTENT),
    unless:
      /不满意|不滿意|唔满意|唔滿意|不太满意|不太滿意|不(?:是)?(?:很|太|怎么|怎麼)(?:好|满意|滿意)|\bnot (?:very |so )?(?:happy|pleased|helpful)\b/iu,
  },
];
