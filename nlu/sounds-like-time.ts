const TIME =
  /\d[:：]\d\d|\d ?[ap]\.?m\b|^\D?\d{1,2}\D?$|[点點时時分秒天夜晚早午昨今前刚剛久周週月日年后後朝昼晝]|[一二两兩三四五六七八九十几幾半]个?(?:钟|鐘)|\b(?:ago|since|when|after|before|while|just|now|morning|noon|afternoon|evening|night|midnight|dawn|today|yesterday|hours?|minutes?|o'clock|days?|weeks?|dinner|lunch|breakfast|storm|typhoon|mon|tues|wednes|thurs|fri|satur|sun)/iu;

/** Whether words may tell when something began. */
export function soundsLikeTime(text: string): boolean {
  return TIME.test(text);
}
