import { useState } from 'react';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Button } from '../../../ui/index.ts';
import { layout, useDayText } from '../../admin-parts/index.ts';
import type { UnitPage } from '../territory-types.ts';

const texts = defineTexts({
  edit: { zh: '改画边界', en: 'Redraw the boundary' },
  draw: { zh: '画边界', en: 'Draw the boundary' },
  none: { zh: '还没有画过边界', en: 'No boundary was ever drawn' },
  version: { zh: '第 {n} 版', en: 'Version {n}' },
  span: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  open: { zh: '今', en: 'now' },
  future: { zh: '{from} 起生效', en: 'from {from} on' },
  area: { zh: '{n} 公顷', en: '{n} ha' },
  show: { zh: '在图上看', en: 'Show on the map' },
  hide: { zh: '收起', en: 'Hide' },
  keeps: { zh: '案件留在当时所在的辖区，改边界不会移动它们。', en: 'Cases stay where they were placed; a new boundary moves none.' },
});

/** Every boundary with its time; an older one can be laid over the map. */
export function BoundaryVersions({
  page,
  onEdit,
  onShow,
}: {
  page: UnitPage;
  onEdit: () => void;
  onShow: (version: number | null) => void;
}) {
  const say = useLabel();
  const day = useDayText();
  const { writing } = useTimeWords();
  const [shown, setShown] = useState<number | null>(null);
  const { boundaries, mayEdit, unit } = page;
  const toggle = (version: number) => {
    const next = shown === version ? null : version;
    setShown(next);
    onShow(next);
  };
  return (
    <section className={layout.section}>
      <p className={layout.note}>{boundaries.length === 0 ? say(texts.none) : say(texts.keeps)}</p>
      <ol className={layout.lines}>
        {boundaries.map(({ version, areaM2, validFrom, validTo, drawnBy }) => (
          <li key={version}>
            <b>{say(texts.version, { n: version })}</b>
            <span>
              {validFrom > writing.now
                ? say(texts.future, { from: day(validFrom) })
                : say(texts.span, { from: day(validFrom), to: day(validTo, say(texts.open)) })}
            </span>
            <span className={layout.note}>
              {say(texts.area, { n: (areaM2 / 10_000).toFixed(2) })} {drawnBy ?? ''}
            </span>
            <Button size="small" variant="quiet" aria-pressed={shown === version} onClick={() => toggle(version)}>
              {say(shown === version ? texts.hide : texts.show)}
            </Button>
          </li>
        ))}
      </ol>
      {mayEdit && unit.validTo === null && unit.level !== 'household' && (
        <div>
          <Button variant="primary" icon="edit" onClick={onEdit}>
            {say(boundaries.length > 0 ? texts.edit : texts.draw)}
          </Button>
        </div>
      )}
    </section>
  );
}
