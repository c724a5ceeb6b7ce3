import { type Shape, type ShapeName, shapeStrokeWidth, shapes } from './shapes.ts';

/** One status shape in the current text colour; the word beside it speaks. */
export function ShapeMark({ shape, size = 16, className }: { shape: ShapeName; size?: number; className?: string | undefined }) {
  const { stroke, fill, knock, dash }: Shape = shapes[shape];
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {fill && <path d={fill} fill="currentColor" fillRule="evenodd" />}
      {stroke && (
        <path
          d={stroke}
          stroke="currentColor"
          strokeWidth={shapeStrokeWidth}
          strokeDasharray={dash?.join(' ')}
          strokeLinecap={dash ? 'butt' : 'round'}
        />
      )}
      {knock && <path d={knock} stroke="var(--shape-ground, var(--sheet))" strokeWidth={shapeStrokeWidth + 0.15} />}
    </svg>
  );
}
