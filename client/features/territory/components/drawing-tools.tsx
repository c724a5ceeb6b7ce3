import { useState } from 'react';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Banner, Button, Field, Select, TextArea } from '../../../ui/index.ts';
import { layout } from '../../admin-parts/index.ts';
import { cornersText, readCorners } from '../boundary-draft.ts';
import type { DrawingState } from '../hooks/use-drawing.ts';
import type { Finding } from '../territory-types.ts';
import { FindingList } from './finding-list.tsx';
import styles from './territory.module.css';

const texts = defineTexts({
  how: {
    zh: '拖动实心点移动角，拖动空心点加一个角，选中后按 Delete 删掉。点太密就放大。不到三个角时，点地图加下一个。',
    en: 'Drag a full mark to move a corner, a hollow one to add one, Delete removes the chosen one. Zoom in where they are dense. With fewer than three, press the map.',
  },
  part: { zh: '改哪一圈', en: 'Which line' },
  outer: { zh: '第 {n} 块外边', en: 'Part {n}, outer line' },
  hole: { zh: '第 {n} 块里的洞 {hole}', en: 'Part {n}, hole {hole}' },
  list: { zh: '用坐标改（{n} 个角）', en: 'Edit as coordinates ({n} corners)' },
  listHint: { zh: '一行一个角：经度, 纬度（WGS-84）', en: 'One corner a line: longitude, latitude (WGS-84)' },
  badLine: { zh: '第 {line} 行不是经度和纬度', en: 'Line {line} is no longitude and latitude' },
  apply: { zh: '按坐标画', en: 'Draw from the list' },
  checking: { zh: '正在检查', en: 'Checking' },
  sound: { zh: '不重叠、不越界，可以保存', en: 'No overlap, nothing beyond the parent; it can be saved' },
  wrong: { zh: '有 {n} 处要改，地图上已标出', en: '{n} places to change, marked on the map' },
  crossed: { zh: '边界自己相交了，先把它拉开', en: 'The line crosses itself; pull it apart first' },
});

/** The ring being edited: on the map with the pointer, here with the keyboard; and what the check says meanwhile. */
export function DrawingTools({
  state,
  chosen,
  onFinding,
}: {
  state: DrawingState;
  chosen: Finding | null;
  onFinding: (finding: Finding) => void;
}) {
  const say = useLabel();
  const { drawing, address, corners, findings } = state;
  const rings = drawing.flatMap((polygon, part) =>
    polygon.map((_, ring) => ({
      value: `${part}-${ring}`,
      label: ring === 0 ? say(texts.outer, { n: part + 1 }) : say(texts.hole, { n: part + 1, hole: ring }),
    })),
  );
  return (
    <>
      <p className={layout.note}>{say(texts.how)}</p>
      {rings.length > 1 && (
        <Field label={say(texts.part)}>
          {(control) => (
            <Select
              {...control}
              compact
              options={rings}
              value={`${address.polygon}-${address.ring}`}
              onChange={(value) => {
                const [polygon = 0, ring = 0] = value.split('-').map(Number);
                state.setAddress({ polygon, ring });
              }}
            />
          )}
        </Field>
      )}
      <CoordinateList key={`${address.polygon}-${address.ring} ${cornersText(corners)}`} state={state} />
      <div aria-live="polite">
        {state.crossed && <Banner tone="care">{say(texts.crossed)}</Banner>}
        {!state.crossed && state.geometry && state.checking && <p className={layout.note}>{say(texts.checking)}</p>}
        {!state.crossed && state.geometry && !state.checking && (
          <Banner tone={findings.length > 0 ? 'care' : 'good'}>
            {findings.length > 0 ? say(texts.wrong, { n: findings.length }) : say(texts.sound)}
          </Banner>
        )}
      </div>
      {findings.length > 0 && <FindingList findings={findings} chosen={chosen} onChoose={onFinding} />}
    </>
  );
}

function CoordinateList({ state }: { state: DrawingState }) {
  const say = useLabel();
  const [text, setText] = useState(() => cornersText(state.corners));
  const read = readCorners(text);
  const changed = text !== cornersText(state.corners);
  return (
    <details>
      <summary>{say(texts.list, { n: state.corners.length })}</summary>
      <Field label={say(texts.listHint)} error={read.ok ? undefined : say(texts.badLine, { line: read.line })}>
        {(control) => (
          <TextArea
            {...control}
            className={styles.coordinates}
            rows={8}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {changed && read.ok && (
        <Button size="small" onClick={() => state.setCorners(read.corners)}>
          {say(texts.apply)}
        </Button>
      )}
    </details>
  );
}
