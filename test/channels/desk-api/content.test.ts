import { expect } from 'chai';
import { answerListSchema } from '../../../web/protocol/desk/content.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

describe('answers and banners over the API', () => {
  let rig: DeskApiRig;
  let supervisor: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    supervisor = await rig.signedIn(['supervisor']);
  });
  after(() => rig.close());

  const put = (path: string, text: string | null, language = 'en') =>
    supervisor.call('PUT', `/api/desk/answers/${path}`, { text }, { 'accept-language': language });

  it('refuses an answer with a name in braces that is none, and says which', async () => {
    const refused = await put('ask_tariff/en', 'Call {hotlin} or {hotline}, see {web}.');
    expect(refused.status).to.equal(422);
    expect(refused.body.error).to.include({ code: 'unknown_placeholder', field: 'body.text' });
    expect(refused.body.error.message).to.include('{hotlin}, {web}').and.not.to.include('{hotline}');
    const chinese = await put('ask_tariff/en', '{网站}', 'zh-CN');
    expect(chinese.body.error.message).to.match(/没有.*\{网站\}/);
    const list = answerListSchema.parse((await supervisor.get('/api/desk/answers')).body);
    expect(list.answers.filter(({ edited }) => edited !== null)).to.deep.equal([]);
  });

  it('takes one with names that are known, and gives back the profile’s', async () => {
    expect((await put('ask_tariff/en', 'Call {hotline}.')).status).to.equal(204);
    expect((await put('ask_tariff/en', null)).status).to.equal(204);
    expect((await put('ask_balance/en', 'x')).status, 'an answer that is worked out').to.equal(404);
  });

  it('posts a banner with 201 and refuses one that would have ended', async () => {
    const banner = { textZh: '停电', textEn: 'Out', untilAt: null };
    expect((await supervisor.post('/api/desk/banners', banner)).status).to.equal(201);
    const past = await supervisor.post('/api/desk/banners', { ...banner, untilAt: 1 });
    expect(past.status).to.equal(422);
    expect(past.body.error).to.deep.equal({
      code: 'in_the_past',
      field: 'body.untilAt',
      message: 'That time has already passed.',
    });
  });
});
