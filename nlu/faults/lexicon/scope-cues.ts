/** Words that turn what follows or precedes them: denial, supposition, being over. */
export const CHINESE_SCOPE: Readonly<Record<string, string>> = {
  NOT: '没有 没 无 未 冇 不 唔 没见 没见到 没看到 没看见 没闻到 没听到 没发现 没发生 未见 未发现 未闻到 冇见 冇见到 冇闻到 冇睇到 唔见 不见 没什么 没啥 冇乜 并没 并无 并未 并不 都没 也没 不是 唔系 没人 没有人 冇人 无人 并没有 倒没 倒是没 不存在 排除 不会 唔会 不至于 从没 从来没 未曾 没在',
  NOT_VOID:
    '不停 不断 不知 不敢 不小心 不得了 不得不 不止 不仅 不但 不光 不只 不住 不一会 不久 不会是 不知道 不晓得 不清楚 不确定 不好意思 不行 不了 不及 不然 不太敢 不到 不管 不过 不是 不是没 受不了 忍不住 唔知 唔敢 唔好意思 唔小心 唔停 唔止 唔单止 唔得了 唔清楚 唔得 唔该 唔使 唔好 没人管 没人来 没人理 没人修 没人处理 没人接 没法 没办法 没想到 没准 没多久 没几 没过 没等 没停 没断 没注意 没敢 没处 没地方 没用 没关 没盖 没锁 没完 没完没了 没事就 没下雨 冇人理 冇人嚟 冇人修 冇停 冇几耐 冇几 冇办法 无缘无故 无端端 无故 无论 无法 未知 未来 没有人来 没有人管 没有人修 没有人理 没有人处理 没有办法 没有用 没有几 没有停 没有盖 没有关 没有锁 差点没 是不是 系唔系 会不会 会唔会 有没有 有冇 能不能 要不要 该不该 危不危险 停不停 好不好 行不行 对不起 对唔住 来不及 了不得 不亮 不着 不通 不走 不转 不动 不响 不稳 不够 不制冷 不来电 不能 不了了之 不要命 要不是 不已 不安全 唔安全 不放心 不对劲 不正常 唔正常 唔对路 不对 唔妥',
  IF: '如果 要是 万一 假如 假设 倘若 若 若是 预防 防止 避免 防范 怎么防 怎样防 怎么避免 如何避免 点样避免 点防 会不会 会唔会  有没有危险 危不危险 有冇危险 安不安全 安全吗 危险吗 有危险吗 怕不怕 科普 知识 常识 讲座 宣传 教我 注意什么 注意啲咩 注意哪些 应该怎么 该怎么 应该点 遇到 碰到这种 看到网上 新闻 电视上 听说 网上说 课本 容易 是否会 会引起 会导致 ',
  BREAK:
    '但 但是 不过 可是 只是 而且 还有 还 仲 又 却 结果 然后 后来 现在 而家 突然 忽然 就是 因为 所以 反而 倒是 同埋 仲有 只有 净系',
};

export const ENGLISH_SCOPE: Readonly<Record<string, string>> = {
  NOT: "no not don't dont doesn't doesnt didn't didnt isn't isnt aren't arent wasn't wasnt weren't never none nothing neither nor nobody no_one without haven't havent hasn't hasnt hadn't can't_{see|smell|hear} cant_{see|smell|hear} can_not_{see|smell|hear} free_of zero cannot_{see|smell|hear}",
  NOT_VOID:
    "not_only not_just not_sure not_long no_idea no_matter no_doubt no_one_{came|comes|has_come|is_coming|answers|cares|picks|here} nobody_{came|comes|is_coming|answers|cares|picks|here} no_wonder no_longer not_anymore don't_know dont_know do_not_know didn't_know don't_want dont_want do_not_want can't_stop cant_stop won't_stop wont_stop not_stopping not_safe no_joke not_joking why_not if_not or_not no_reply no_answer no_response no_warning no_cover no_lid not_normal no_news no_good not_good not_right no_use not_working no_earth no_neutral not_touch don't_touch dont_touch nothing_to_do not_a_joke not_to_mention no_more_than",
  IF: 'if what_if in_case is_it_safe is_it_dangerous is_it_ok is_it_okay could_it would_it can_it might how_to how_do_i how_do_you how_can_i how_can_we prevent preventing avoid avoiding protect_from protect_against safety_tips tips advice generally in_general suppose hypothetical what_should what_do_i_do_if during_a in_the_event risk_of chance_of danger_of causes_of for_a_school_project teach teaching learn i_read i_heard saw_on',
  BREAK:
    "but and_there and_the and_it and_then and_now there_is there_are there_'s there's because so however then now although though yet still only just except while since is_also and_i_see and_also it's",
};
