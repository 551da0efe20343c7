import type { Script } from '../script.ts';

/** What a fault report asks and does not ask, the self-check, and what is said at once. */
export const intake: readonly Script[] = [
  {
    name: 'asks for danger once, even where the place comes as the answer',
    steps: [
      { say: '我要报修', expect: { contains: ['冒火花'], offers: ['没有危险'] } },
      {
        say: '虎门镇村头社区大兴路2号',
        expect: { contains: ['如果看到冒火花', '什么情况'], not: ['先确认一下', '没有的话回'] },
      },
      { say: '全屋没电', expect: { contains: ['邻居'], not: ['冒火花', '在哪里'] } },
    ],
  },
  {
    name: 'asks for danger once, in English',
    steps: [
      { say: 'I want to report a fault', expect: { contains: ['sparks'], offers: ['No danger'] } },
      {
        say: 'Humen, Cuntou village, lane 2',
        expect: { contains: ['If you see sparks', 'What is happening'], not: ['First of all', 'If not, answer'] },
      },
      { say: 'no power at all', expect: { contains: ['neighbours'], not: ['sparks', 'Where is it'] } },
    ],
  },
  {
    name: 'asks for danger again where the answer told nothing',
    steps: [
      { say: '我家停电了', expect: { contains: ['先确认一下'] } },
      { say: '666', expect: { contains: ['没有的话回'] } },
    ],
  },
  {
    name: 'hears that the neighbours have power, says so, and asks for the own switch next',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号', expect: { contains: ['邻居'] } },
      { say: '隔壁有电', expect: { contains: ['邻居有电', '总开关', '漏电保护'], offers: ['没有跳', '跳了'] } },
      { say: '没跳', expect: { contains: ['开关没有跳', '联系电话'] } },
      {
        choose: '跳过',
        expect: { cards: ['ticket'], ticket: { severity: 'P3' }, history: { opened: 'neighbours\\":\\"lit' } },
      },
    ],
  },
  {
    name: 'takes signs in any order, before they are asked for',
    steps: [
      { say: 'My power is out but next door has power', expect: { contains: ['the neighbours have power', 'sparks'] } },
      { say: 'no danger, and no switch has tripped', expect: { contains: ['no switch has tripped', 'Where is it?'] } },
      { say: 'Humen, Cuntou village, lane 2', expect: { not: ['neighbours', 'main switch'], contains: ['phone'] } },
      { say: '13800138000', expect: { cards: ['ticket'], ticket: { severity: 'P3' } } },
    ],
  },
  {
    name: 'corrects a sign while the report is going on',
    steps: [
      { say: '停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000', expect: { contains: ['邻居'] } },
      { choose: '只有我一家', expect: { contains: ['总开关'] } },
      { say: '看错了，邻居也停电了，整条街都黑', expect: { cards: ['ticket'], ticket: { severity: 'P2' } } },
    ],
  },
  {
    name: 'takes "not sure" for an answer, and asks what else may tell',
    steps: [
      { say: '停电了，没有危险，在虎门镇村头社区大兴路2号' },
      { choose: '只有我一家', expect: { contains: ['总开关'] } },
      { choose: '不清楚', expect: { contains: ['电表'], offers: ['有显示', '全黑'] } },
      { say: '黑的', expect: { contains: ['电表没有显示', '联系电话'] } },
    ],
  },
  {
    name: 'names what probably has failed, and why',
    steps: [
      { say: 'no power, no danger, Humen, Cuntou village, lane 2', expect: { contains: ['neighbours'] } },
      { choose: 'Only my home', expect: { contains: ['main switch'] } },
      { choose: 'Not sure', expect: { contains: ['meter'] } },
      { choose: 'It is black', expect: { contains: ['phone'] } },
      {
        say: '13800138000',
        expect: {
          contains: ['Low-voltage line or meter box', 'the meter shows nothing'],
          history: { opened: 'class.low_voltage' },
        },
      },
    ],
  },
  {
    name: 'asks nothing of switches where half the home is dark and the neighbours are too',
    steps: [
      { say: '家里一半有电一半没电，没有危险', expect: { contains: ['缺相', '在哪里'] } },
      { say: '塘厦镇林村二巷3号', expect: { contains: ['邻居'] } },
      { choose: '整栋楼', expect: { contains: ['联系电话'], not: ['总开关'] } },
      { choose: '跳过', expect: { cards: ['ticket'], history: { opened: 'class.low_voltage' } } },
    ],
  },
  {
    name: 'puts at most five questions',
    steps: [
      { say: '我要报修', expect: { contains: ['冒火花'] } },
      { choose: '没有危险', expect: { contains: ['什么情况'] } },
      { say: '没电了', expect: { contains: ['在哪里'] } },
      { say: '虎门镇村头社区大兴路2号', expect: { contains: ['邻居'] } },
      { choose: '不清楚', expect: { contains: ['联系电话'] } },
      { choose: '跳过', expect: { cards: ['ticket'] } },
    ],
  },
  {
    name: 'leaves a ticket where a person is asked for in the middle of a report',
    steps: [
      { say: '我家停电了，没有危险', expect: { contains: ['在哪里'], ticket: null } },
      {
        say: '转人工',
        expect: {
          cards: ['ticket'],
          contains: ['待确认', '已经为您转给同事'],
          session: 'queued',
          ticket: { severity: 'P3', place: null },
        },
      },
      { say: '虎门镇村头社区大兴路2号', expect: { ticket: { place: '虎门镇村头社区大兴路2号' } } },
    ],
  },
  {
    name: 'leaves a ticket where a person is asked for, in English',
    steps: [
      { say: 'no power, no danger, Humen, Cuntou village, lane 2' },
      {
        say: 'I want to talk to a person',
        expect: { cards: ['ticket'], contains: ['passed you on'], session: 'queued', ticket: { severity: 'P3' } },
      },
    ],
  },
  {
    name: 'leaves no ticket where nothing is known yet',
    steps: [
      { say: '我要报修', expect: { contains: ['冒火花'] } },
      { say: '转人工', expect: { session: 'queued', ticket: null } },
    ],
  },
  {
    name: 'leads through the self-check until supply is back, and registers nothing',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，邻居都有电', expect: { contains: ['总开关'] } },
      {
        say: '漏电保护跳了',
        expect: { contains: ['够得到', '干燥', '焦味'], offers: ['好，带我做', '不方便，直接报修'] },
      },
      { choose: '好，带我做', expect: { contains: ['小开关全部拉下', '只推一次'], offers: ['推住了', '马上又跳'] } },
      { say: '推上去了', expect: { contains: ['一路一路'] } },
      { choose: '都推上了', expect: { contains: ['来电了吗'] } },
      { say: '来电了', expect: { contains: ['不用登记'], ticket: null } },
      { say: '谢谢', expect: { not: ['来电了吗', '联系电话'] } },
    ],
  },
  {
    name: 'leads through the self-check in English, and registers what does not hold',
    steps: [
      {
        say: 'No power, no danger, Humen, Cuntou village, lane 2. Next door has power and my main switch has tripped',
        expect: { contains: ['Shall I take you through it'] },
      },
      { say: 'yes please', expect: { contains: ['Push it only once'] } },
      { say: 'it trips again', expect: { contains: ['leave it off', 'phone'] } },
      {
        say: '13800138000',
        expect: {
          cards: ['ticket'],
          contains: ['Your own switches or wiring', 'a switch trips again', 'Leave the switch'],
          ticket: { severity: 'P3' },
          history: { opened: 'check.trips_again' },
        },
      },
    ],
  },
  {
    name: 'leaves one circuit off, and says what to do about it',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，邻居都有电，总开关跳了' },
      { choose: '好，带我做' },
      { choose: '推住了' },
      { choose: '有一路会跳', expect: { contains: ['来电了吗'] } },
      { choose: '来电了', expect: { contains: ['保持拉下', '电工'], ticket: null } },
      { choose: '请派人上门', expect: { contains: ['联系电话'], not: ['在哪里', '总开关', '冒火花'] } },
      {
        choose: '跳过',
        expect: { cards: ['ticket'], contains: ['大兴路2号'], history: { opened: 'check.restored_but_one' } },
      },
    ],
  },
  {
    name: 'has a switch looked at that nobody has looked at yet',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，只有我一家', expect: { contains: ['总开关'] } },
      { choose: '不清楚', expect: { contains: ['电表'] } },
      { choose: '有显示', expect: { contains: ['电表有显示', '够得到'] } },
      { choose: '好，带我做', expect: { contains: ['手柄'], offers: ['有跳的', '都在上面'] } },
      { say: '都在上面', expect: { contains: ['开关没有跳，我来登记', '联系电话'] } },
      { choose: '跳过', expect: { cards: ['ticket'], history: { opened: 'check.breaker_on' } } },
    ],
  },
  {
    name: 'registers at once where the switch is out of reach',
    steps: [
      {
        say: 'my rcd tripped, power is out in my flat, no danger, Humen, Cuntou village, lane 2',
        expect: { contains: ['Shall I take you'] },
      },
      { say: "I can't reach it", expect: { contains: ['need not touch anything', 'phone'] } },
      { choose: 'Skip', expect: { cards: ['ticket'] } },
    ],
  },
  {
    name: 'breaks off the self-check at once where there is danger',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，邻居都有电，总开关跳了' },
      { choose: '好，带我做', expect: { contains: ['小开关'] } },
      {
        say: '糟了，开关冒火花了',
        expect: {
          first: 'safety',
          cards: ['safety', 'ticket'],
          contains: ['有没有人受伤'],
          not: ['小开关', '来电了吗'],
          ticket: { severity: 'P1' },
        },
      },
      { choose: '没有人受伤', expect: { contains: ['联系电话'], not: ['小开关'] } },
    ],
  },
  {
    name: 'breaks off the self-check at once where there is danger, in English',
    steps: [
      { say: 'No power, no danger, Humen, Cuntou village, lane 2. Next door has power and my main switch has tripped' },
      { choose: 'Yes, take me through it', expect: { contains: ['Push it only once'] } },
      {
        say: 'there is smoke coming from the box',
        expect: { first: 'safety', ticket: { severity: 'P1' }, not: ['one by one'] },
      },
    ],
  },
  {
    name: 'registers nothing once supply is back in the middle of a report',
    steps: [
      { say: '我家停电了，没有危险', expect: { contains: ['在哪里'] } },
      { say: '哦，来电了', expect: { contains: ['已经来电就不登记了'], ticket: null } },
    ],
  },
  {
    name: 'takes photos and a position at any question, and puts them on the ticket',
    steps: [
      { say: '停电了，没有危险', expect: { contains: ['在哪里'] } },
      { photo: '/box.jpg', expect: { contains: ['照片收到了', '在哪里'] } },
      { position: [22.998, 113.872], expect: { contains: ['位置收到了', '邻居'] } },
      { photo: '/meter.jpg', expect: { contains: ['照片收到了', '邻居'] } },
      { choose: '整栋楼', expect: { contains: ['联系电话'] } },
      {
        choose: '跳过',
        expect: {
          cards: ['ticket'],
          contains: ['2 张'],
          ticket: { lat: 22.998, lon: 113.872 },
          history: { opened: '/meter.jpg' },
        },
      },
      { photo: '/pole.jpg', expect: { contains: ['已经补充到工单'], history: { amended: '/pole.jpg' } } },
    ],
  },
  {
    name: 'takes a photo and a position in English, also in an emergency',
    steps: [
      { say: 'a power line is down', expect: { first: 'safety', contains: ['Where is it?'] } },
      { photo: '/wire.jpg', expect: { contains: ['Where is it?'] } },
      {
        position: [22.998, 113.872],
        expect: { cards: ['ticket'], ticket: { severity: 'P1', lat: 22.998 }, history: { opened: '/wire.jpg' } },
      },
    ],
  },
  {
    name: 'says at once that planned work is going on, and registers nothing where it is the cause',
    steps: [
      { say: '我家停电了，没有危险，在厚街镇河田社区', expect: { contains: ['计划停电检修', '就是因为这次检修吗'] } },
      { choose: '是的', expect: { contains: ['不用登记'], ticket: null } },
    ],
  },
  {
    name: 'goes on with the report where planned work is not the cause',
    steps: [
      { say: 'My power is out, no danger, in Houjie', expect: { contains: ['planned work', 'Is that why'] } },
      { choose: 'No, go on with the report', expect: { contains: ['neighbours'] } },
      { choose: 'The whole building', expect: { contains: ['phone'] } },
      { choose: 'Skip', expect: { cards: ['ticket'] } },
    ],
  },
  {
    name: 'says at once that a fault is being worked on, and joins it without asking what would tell its cause',
    steps: [
      {
        say: 'No power and no danger, in Changping, Shangkeng village',
        expect: { contains: ['being worked on', 'said by the crew', 'phone'], not: ['neighbours', 'main switch'] },
      },
      { say: '13800138000', expect: { contains: ['added to that fault'], incident: 'IN01' } },
    ],
  },
  {
    name: 'does not join where the own switch has tripped',
    steps: [
      { say: '我家停电了，没有危险，在常平镇上坑村，邻居都有电', expect: { contains: ['正在处理', '总开关'] } },
      { say: '没跳' },
      { choose: '跳过', expect: { not: ['已归到'], cards: ['ticket'], incident: null } },
    ],
  },
  {
    name: 'asks where only the town is known whether it is that fault',
    steps: [
      { say: '我家停电了，没有危险，在南城街道', expect: { contains: ['正在处理', '就在这个范围里吗'] } },
      { choose: '不是，继续报修', expect: { contains: ['邻居'] } },
    ],
  },
  {
    name: 'tells of arrears only whoever has shown who they are',
    steps: [
      { say: '查账单' },
      { account: 'disconnected' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: '我家停电了', expect: { contains: ['因欠费停了电', '24 小时', '冒火花'] } },
      { choose: '没有危险', expect: { contains: ['就是这个户号'], offers: ['是的', '不是，继续报修'] } },
      { choose: '是的', expect: { contains: ['不用派人'], offers: ['申请复电', '还欠多少'], ticket: null } },
    ],
  },
  {
    name: 'goes on with the report where it is another account',
    steps: [
      { say: 'show me my bill' },
      { account: 'disconnected' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: 'my power is out, no danger', expect: { contains: ['cut off for arrears', 'Is it this account'] } },
      { choose: 'No, go on with the report', expect: { not: ['arrears'], contains: ['Where is it?'] } },
      { say: 'Humen, Cuntou village, lane 2', expect: { not: ['arrears'], contains: ['neighbours'] } },
    ],
  },
  {
    name: 'tells nobody of arrears by the number of an account alone',
    steps: [
      { say: '我家停电了，没有危险', expect: { contains: ['在哪里'] } },
      { account: 'disconnected', expect: { not: ['欠费'] } },
    ],
  },
  {
    name: 'offers the place where the verified account is supplied',
    steps: [
      { say: '查账单' },
      { account: 'other' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: '我家停电了，没有危险', expect: { contains: ['在哪里'], not: ['欠费'] } },
      { say: '1', expect: { contains: ['邻居'] } },
    ],
  },
  {
    name: 'keeps a photo that comes before any word, for the report that follows',
    steps: [
      { photo: '/first.jpg', expect: { contains: ['照片收到了', '什么情况'], offers: ['停电报修'] } },
      { choose: '停电报修', expect: { contains: ['冒火花'] } },
      { choose: '没有危险' },
      { say: '整栋楼停电了', expect: { contains: ['请问在哪里'] } },
      { say: '虎门镇村头社区大兴路2号', expect: { contains: ['联系电话'] } },
      { choose: '跳过', expect: { contains: ['1 张'], history: { opened: '/first.jpg' } } },
    ],
  },
  {
    name: 'notes on the ticket that supply is back, and when it began',
    steps: [
      { say: '整栋楼停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000', expect: { cards: ['ticket'] } },
      { say: '昨晚九点开始的', expect: { contains: ['已经补充到工单'], ticket: { since: '昨晚九点' } } },
      {
        say: '来电了',
        expect: {
          contains: ['记下您那里来电了'],
          ticket: { state: 'received' },
          history: { supply_back: 'true' },
          tickets: 1,
        },
      },
    ],
  },
  {
    name: 'notes on the ticket that supply is back, in English',
    steps: [
      {
        say: 'The whole building has no power, no danger, Humen, Cuntou village, lane 2, call 13800138000',
        expect: { cards: ['ticket'] },
      },
      {
        say: 'the power is back',
        expect: { contains: ['your supply is back'], history: { supply_back: 'true' }, tickets: 1 },
      },
    ],
  },
  {
    name: 'asks for no ticket number where "when will you come" is asked in the middle of a report',
    steps: [
      { say: '我家停电了，没有危险', expect: { contains: ['在哪里'] } },
      { say: '什么时候能来人修', expect: { contains: ['登记好就派人', '在哪里'], not: ['工单号'] } },
    ],
  },
  {
    name: 'stops the self-check, and not the report, where the customer leaves it',
    steps: [
      {
        say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，邻居都有电，总开关跳了',
        expect: { contains: ['邻居有电', '是家里的开关跳了'] },
      },
      { choose: '好，带我做' },
      { say: '算了，不弄了', expect: { contains: ['不用动手，我来登记', '联系电话'] } },
      { choose: '跳过', expect: { cards: ['ticket'], history: { opened: 'check.declined' } } },
    ],
  },
  {
    name: 'answers a question in the middle of the self-check, and goes on with it',
    steps: [
      { say: 'No power, no danger, Humen, Cuntou village, lane 2. Next door has power and my main switch has tripped' },
      { choose: 'Yes, take me through it', expect: { contains: ['Push it only once'] } },
      { say: 'How much is the late fee?', expect: { contains: ['0.1%', 'Push it only once'] } },
      { choose: 'It holds', expect: { contains: ['one by one'] } },
      { say: "I can't do that", expect: { contains: ['I will register it'] } },
    ],
  },
  {
    name: 'takes a telephone number at any question, and does not take "nobody is hurt" for one',
    steps: [
      { say: '楼下变压器爆炸了，整个小区都没电', expect: { first: 'safety', contains: ['在哪里'] } },
      { say: '虎门镇村头社区', expect: { contains: ['联系电话'] } },
      { say: '没有人受伤', expect: { contains: ['没有人受伤就好', '请留一个联系电话'], ticket: null } },
      { say: '13800138000', expect: { cards: ['ticket'], ticket: { severity: 'P2', phone: '13800138000' } } },
    ],
  },
  {
    name: 'finds out which circuit it is where the switch trips again, and asks for nothing that was told',
    steps: [
      {
        say: 'my house has no power but the neighbours do',
        expect: { contains: ['the neighbours have power', 'sparks'] },
      },
      { say: 'no', expect: { contains: ['Where is it?'] } },
      { say: 'Humen, Cuntou village, lane 2', expect: { contains: ['main switch'], not: ['neighbours dark'] } },
      { say: 'I pushed it back up and it trips again', expect: { contains: ['it trips again', 'find out which'] } },
      { choose: 'No, just report it', expect: { contains: ['phone'] } },
      { say: '13800138000', expect: { cards: ['ticket'], contains: ['Your own switches or wiring'] } },
    ],
  },
  {
    name: 'calls the ticket off in the same breath, where the customer says so',
    steps: [
      { say: '整栋楼停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000', expect: { cards: ['ticket'] } },
      { say: '取消报修', expect: { contains: ['同一件事吗'], offers: ['取消这一单'] } },
      { choose: '取消这一单', expect: { contains: ['已取消'], ticket: { state: 'cancelled' }, tickets: 1 } },
      { say: '取消报修', expect: { contains: ['现在没有正在办理的事'] } },
    ],
  },
  {
    name: 'does not call an emergency off, and says so to people instead',
    steps: [
      { say: 'a pole in Humen, Cuntou village is sparking', expect: { first: 'safety', cards: ['safety', 'ticket'] } },
      { choose: 'Nobody is hurt' },
      { choose: 'Skip' },
      { say: 'cancel my report', expect: { offers: ['Cancel that ticket'] } },
      {
        choose: 'Cancel that ticket',
        expect: { contains: ['will confirm'], ticket: { state: 'received' }, history: { note: 'called_off' } },
      },
    ],
  },
  {
    name: 'hears that it is back in the middle of the self-check, however it is written',
    steps: [
      { say: 'My power is out, next door has power, no danger, my switch has tripped, number 13800138000' },
      { say: 'Humen, Cuntou village, lane 2', expect: { contains: ['Shall I take you through it'] } },
      { choose: 'Yes, take me through it', expect: { contains: ['Does it hold?'] } },
      { say: 'its back!', expect: { not: ['phone number', 'register it'], ticket: null } },
    ],
  },
  {
    name: 'takes a call wished for in an emergency for what it is: the report stands, and a person comes',
    steps: [
      { say: '有电线掉在路边', expect: { first: 'safety', contains: ['在哪里'] } },
      {
        say: '给我回个电话吧',
        expect: {
          cards: ['ticket'],
          ticket: { kind: 'fault', severity: 'P1' },
          session: 'queued',
          not: ['什么时候接电话'],
        },
      },
    ],
  },
  {
    name: 'leaves the report behind where a call is wished for in the middle of it',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号', expect: { contains: ['邻居'] } },
      { say: '你们给我回个电话吧', expect: { cards: ['ticket'], contains: ['什么时候接电话'], tickets: 1 } },
    ],
  },
  {
    name: 'leads nobody on to the switch where something bangs on the way there',
    steps: [
      { say: 'My power is out, next door has power, no danger, my switch has tripped, number 13800138000' },
      { say: 'Humen, Cuntou village, lane 2', expect: { contains: ['Shall I take you through it'] } },
      { choose: 'Yes, take me through it', expect: { contains: ['Does it hold?'] } },
      {
        say: 'there was a loud explosion in the meter box',
        expect: { first: 'safety', not: ['Does it hold?'] },
      },
    ],
  },
  {
    name: 'takes what is chosen for nothing else, and no question for a place',
    steps: [
      { say: 'My power is out' },
      { choose: 'There is danger' },
      { choose: 'Sparks', expect: { first: 'safety', contains: ['Where is it?'], ticket: null } },
      { say: 'when will you come?', expect: { ticket: null } },
      {
        say: 'Humen, Cuntou village',
        expect: { cards: ['ticket'], ticket: { severity: 'P1', place: 'Humen, Cuntou village' } },
      },
    ],
  },
  {
    name: 'brings a person where there is danger and nobody can say which',
    steps: [
      { say: '我家停电了', expect: { offers: ['有危险'] } },
      { choose: '有危险', expect: { contains: ['哪一种'] } },
      { say: '不知道', expect: { contains: ['在哪里'] } },
      { say: '大朗镇巷头村8号', expect: { contains: ['邻居'] } },
      { choose: '不清楚' },
      { say: '不知道', expect: { cards: ['ticket'], contains: ['请先离远一点'], session: 'queued' } },
    ],
  },
  {
    name: 'hurries the ticket that stands where "why is nobody here" is all that is said',
    steps: [
      { say: '全村停电了，没有危险，东坑镇井美村，13800138000', expect: { cards: ['ticket'] } },
      { say: '怎么还没来人', expect: { contains: ['登记催办'], ticket: { chases: 1 } } },
    ],
  },
];
