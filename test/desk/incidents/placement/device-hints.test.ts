import { expect } from 'chai';
import { deviceHintsIn } from '../../../../desk/incidents/placement/device-hints.ts';

function fitting(text: string, names: readonly string[]): string[] {
  const hints = deviceHintsIn(text);
  return names.filter((name) => hints.some((hint) => hint.fits(name)));
}

describe('devices that an address names', () => {
  it('are poles by their number', () => {
    const names = [
      '10kv寮步甲线 塘唇支线#5杆熔断器',
      '10kv寮步甲线 塘唇支线#15杆熔断器',
      '10kv寮步甲线 #5杆开关',
      '塘唇村5号台区',
    ];
    expect(fitting('塘唇支线5号杆那里', names)).to.deep.equal([names[0], names[2]]);
    expect(fitting('#15杆', names)).to.deep.equal([names[1]]);
    expect(deviceHintsIn('5号电线杆').flatMap(({ kinds }) => kinds)).to.deep.equal(['fuse', 'recloser_or_switch']);
  });

  it('are transformers by theirs, and what bears a plate', () => {
    expect(fitting('石步2号公变', ['石步村2号台区', '石步#2公变', '石步村12号台区'])).to.deep.equal([
      '石步村2号台区',
      '石步#2公变',
    ]);
    expect(fitting('石步村2号台区', ['石步村2号台区', '石步村12号台区'])).to.deep.equal(['石步村2号台区']);
    expect(fitting('f12杆那里', ['10kv f12 开关', '10kv f121 开关'])).to.deep.equal(['10kv f12 开关']);
  });

  it('are none where only houses have numbers', () => {
    expect(deviceHintsIn('教育路17号3栋2单元1203房')).to.deep.equal([]);
  });
});
