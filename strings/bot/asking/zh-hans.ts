/** What customers are told and asked when they are asked back whether they have power, in simplified Chinese. */
export const askingZhHans = {
  offer:
    '以后附近停电时，能不能在这里问您一句“家里有没有电”？这样能更快找到故障。只在白天问，同一次停电最多问一次，您随时可以叫停。',
  offers: { agree: '可以问我', decline: '不用问我' },
  agreed: '好的，谢谢。附近停电时可能会问您一句。不想再被问，说“别再问我”就行。',
  declined: '好的，不会问您。',
  refused: '好的，以后不再问您。',
  question: (address: string) => `附近可能停电，我们正在找故障在哪里。${address}现在有电吗？`,
  answers: { on: '有电', dark: '没电', stop: '别再问我' },
  thanks: {
    on: '谢谢，已经记下您家有电，这能帮我们缩小范围。',
    dark: '谢谢，已经记下您家没电，这能帮我们找到故障。',
    other: '好的，没关系，谢谢。',
  },
  nothingKnown: '具体原因还在查。',
  register: '家里没电，请登记',
  answered: '这个问题您已经回答过了，谢谢。',
};
