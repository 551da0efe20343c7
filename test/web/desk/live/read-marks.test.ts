import { expect } from 'chai';
import { createReadMarks } from '../../../../web/desk/live/read-marks.ts';

describe('read marks', () => {
  function keeper(kept: string | null = null) {
    const box = { kept };
    return {
      box,
      getItem: () => box.kept,
      setItem: (_: string, value: string) => {
        box.kept = value;
      },
    };
  }

  it('go forward only', () => {
    const marks = createReadMarks(keeper());
    expect(marks.mark('c', 5)).to.equal(true);
    expect(marks.mark('c', 5)).to.equal(false);
    expect(marks.mark('c', 3)).to.equal(false);
    expect(marks.get().get('c')).to.equal(5);
  });

  it('outlive a reload', () => {
    const kept = keeper();
    createReadMarks(kept).mark('c', 5);
    expect(createReadMarks(kept).get().get('c')).to.equal(5);
  });

  it('begin anew where something else was kept under their name', () => {
    for (const rubbish of ['not JSON', '{"a":1}', '[1,["c","x"],["d",2]]', 'null']) {
      const marks = createReadMarks(keeper(rubbish)).get();
      expect([...marks.keys()]).to.satisfy((ids: string[]) => ids.every((id) => id === 'd'));
    }
  });

  it('do not grow for ever', () => {
    const marks = createReadMarks(keeper());
    for (let index = 0; index < 700; index += 1) marks.mark(`c${index}`, 1);
    expect(marks.get().size).to.equal(500);
    expect(marks.get().has('c699')).to.equal(true);
  });
});
