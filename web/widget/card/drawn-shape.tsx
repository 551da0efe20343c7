import type { Shape } from '../../protocol/pictures/shape.ts';

/** A shape of a drawing; the style sheet gives its tone a colour. */
export function DrawnShape({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      return <rect class={classOf(shape)} {...{ x, y, width, height }} rx={radius} />;
    }
    case 'line': {
      const { x1, y1, x2, y2 } = shape;
      return <line class={classOf(shape)} {...{ x1, y1, x2, y2 }} />;
    }
    case 'ring':
    case 'disc': {
      const { x, y, radius } = shape;
      return <circle class={`${shape.kind} ${classOf(shape)}`} cx={x} cy={y} r={radius} />;
    }
    case 'text':
      return (
        <text class={classOf(shape)} x={shape.x} y={shape.y} text-anchor={shape.anchor}>
          {shape.text}
        </text>
      );
  }
}

function classOf({ tone }: Shape): string {
  return tone === 'last' ? 'now last' : tone;
}
