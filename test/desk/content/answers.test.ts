import { expect } from 'chai';
import { editAnswer, listAnswers } from '../../../desk/content/answers.ts';
import { DESK_TOPIC } from '../../../store/topics.ts';
import { answerListSchema } from '../../../web/protocol/desk/content.ts';
import { arrived, DeskRig } from '../desk-rig.ts';

const ORIGINALS = [
  { intent: 'ask_tariff', language: 'zh-Hans', text: '电价如下' },
  { intent: 'ask_tariff', language: 'en', text: 'Prices' },
] as const;

describe('answers edited at the desk', () => {
  let rig: DeskRig;
  before(async () => {
    rig = await DeskRig.open();
  });
  after(() => rig.close());

  it('stand beside the profile’s until they are taken back', async () => {
    const supervisor = await rig.hire(['supervisor']);
    const names = await rig.parts.repositories.staff.namesOf([supervisor.staffId]);
    const texts = async () =>
      answerListSchema
        .parse(await listAnswers(rig.parts, ORIGINALS))
        .answers.map(({ original, edited, updatedBy }) => [original, edited, updatedBy]);
    const { answers } = rig.parts.repositories;
    expect(await texts()).to.deep.equal([
      ['电价如下', null, null],
      ['Prices', null, null],
    ]);
    const edit = { intent: 'ask_tariff', language: 'zh-Hans' };
    await editAnswer(rig.parts, supervisor, { ...edit, text: '新电价' });
    await editAnswer(rig.parts, supervisor, { ...edit, text: '最新电价' });
    expect(await texts()).to.deep.equal([
      ['电价如下', '最新电价', names.get(supervisor.staffId)?.name],
      ['Prices', null, null],
    ]);
    expect(await answers.text('ask_tariff', 'zh-Hans')).to.equal('最新电价');
    await editAnswer(rig.parts, supervisor, { ...edit, text: null });
    expect(await answers.text('ask_tariff', 'zh-Hans')).to.equal(undefined);
    expect(await rig.audited('answer:ask_tariff/zh-Hans')).to.have.length(3);
  });

  it('are told to every desk', async () => {
    await arrived();
    const heard = rig.listen(DESK_TOPIC);
    await editAnswer(rig.parts, await rig.hire(['admin']), { intent: 'ask_tariff', language: 'en', text: 'New' });
    await arrived();
    expect(heard).to.deep.equal([{ type: 'content' }]);
  });
});
