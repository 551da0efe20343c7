import { expect } from 'chai';
import { fitText, shortNames } from '../../../../../web/desk/dispatch/picture/short-names.ts';
import { device } from './feeders.ts';

describe("devices' names in the picture", () => {
  it('leave out what stands above them', () => {
    const names = shortNames(
      [
        device('1', { name: '10kV甲线 701开关' }),
        device('2', { name: '10kV甲线 石步支线#7杆熔断器', parentId: '1' }),
        device('3', { name: '石步村1号台区', parentId: '2' }),
        device('4', { name: '石步村1号台区A线', parentId: '3' }),
        device('5', { name: '石步村1号台区A线', parentId: '4' }),
      ],
      '10kV甲线 701开关',
    );
    expect([...names.values()]).to.deep.equal([
      '701开关',
      '石步支线#7杆熔断器',
      '石步村1号台区',
      'A线',
      '石步村1号台区A线',
    ]);
  });

  it('are cut where there is no room, and nowhere else', () => {
    expect(fitText('石步村1号台区', 84, 12)).to.equal('石步村1号台区');
    expect(fitText('石步村1号台区', 50, 12)).to.equal('石步村…');
    expect(fitText('A', 2, 12)).to.equal('…');
  });
});
