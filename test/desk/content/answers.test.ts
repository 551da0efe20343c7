import { expect } from 'chai';
import { type AnswerEdit, editAnswer, listAnswers } from '../../../desk/content/answers.ts';
import { UtilityContent } from '../../../dialogs/content/utility-content.ts';
import { CONTENT_INTENTS } from '../../../domain/answers.ts';
import { DESK_TOPIC } from '../../../store/topics.ts';
import { answerListSchema } from '../../../web/protocol/desk/content.ts';
import { arrived, DeskRig } from '../desk-rig.ts';
import { SMALL_BOOK } from '../small-answer-book.ts';

const TARIFF = { intent: 'ask_tariff', language: 'zh-Hans' } as const;

describe('answers edited at the desk', () => {
  let rig: DeskRig;
  beforeEach(async () => {
    rig = await DeskRig.open();
  });
  afterEach(() => rig.close());

  async function edit(change: AnswerEdit, roles: Parameters<DeskRig['hire']>[0] = ['supervisor']) {
    return editAnswer(rig.parts, await rig.hire(roles), { book: SMALL_BOOK, edit: change });
  }

  async function listed(intent: string, language: string) {
    const { answers } = answerListSchema.parse(await listAnswers(rig.parts, SMALL_BOOK));
    return answers.find((one) => one.intent === intent && one.language === language);
  }

  it('are all there, each language for itself, with the figures that they may name', async () => {
    const { answers, placeholders } = answerListSchema.parse(await listAnswers(rig.parts, SMALL_BOOK));
    expect(answers).to.have.length(CONTENT_INTENTS.length * 2);
    expect(placeholders['zh-Hans']).to.deep.equal({ hotline: '95598', officeHours: '周一至周日' });
    expect(placeholders.en.officeHours).to.equal('every day');
  });

  it('stand beside the profile’s until they are taken back', async () => {
    const supervisor = await rig.hire(['supervisor']);
    const names = await rig.parts.repositories.staff.namesOf([supervisor.staffId]);
    const change = (text: string | null) =>
      editAnswer(rig.parts, supervisor, { book: SMALL_BOOK, edit: { ...TARIFF, text } });
    const original = 'ask_tariff zh-Hans {hotline}';
    expect(await listed('ask_tariff', 'zh-Hans')).to.include({ original, edited: null, updatedBy: null });
    await change('新电价');
    await change('最新电价');
    const updatedBy = names.get(supervisor.staffId)?.name;
    expect(await listed('ask_tariff', 'zh-Hans')).to.include({ original, edited: '最新电价', updatedBy });
    expect(await listed('ask_tariff', 'en')).to.include({ edited: null });
    await change(null);
    expect(await listed('ask_tariff', 'zh-Hans')).to.include({ original, edited: null });
    expect(await rig.audited('answer:ask_tariff/zh-Hans')).to.have.length(3);
  });

  it('are what the bot says, filled in, with the next question', async () => {
    const { answers, banners } = rig.parts.repositories;
    const content = new UtilityContent(SMALL_BOOK, answers, banners);
    expect(await edit({ ...TARIFF, text: '电价请拨 {hotline} 查询' })).to.deep.equal({ kind: 'edited' });
    expect(await content.answer('ask_tariff', 'zh-Hans')).to.equal('电价请拨 95598 查询');
  });

  it('are not taken where they name what nobody knows, and nothing changes', async () => {
    await edit({ ...TARIFF, text: '旧的 {hotline}' });
    await arrived();
    const heard = rig.listen(DESK_TOPIC);
    const text = '请拨 {hotlin}，{hotline}，{网站}，再拨 {hotlin}，{}';
    expect(await edit({ ...TARIFF, text })).to.deep.equal({
      kind: 'unknown_placeholder',
      names: ['hotlin', '网站', ''],
    });
    await arrived();
    expect(await listed('ask_tariff', 'zh-Hans')).to.include({ edited: '旧的 {hotline}' });
    expect(await rig.audited('answer:ask_tariff/zh-Hans')).to.have.length(1);
    expect(heard).to.deep.equal([]);
  });

  it('are told to every desk', async () => {
    const heard = rig.listen(DESK_TOPIC);
    await edit({ intent: 'ask_tariff', language: 'en', text: 'New' }, ['admin']);
    await arrived();
    expect(heard).to.deep.equal([{ type: 'content' }]);
  });
});
