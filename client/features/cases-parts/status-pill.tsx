import type { ReactNode } from 'react';
import type { CaseState } from '#shared/cases/cases-schema.ts';
import type { Light } from '#shared/clocks/light.ts';
import { useLabel } from '../../platform/i18n.tsx';
import { classNames, ShapeMark, type ShapeName } from '../../ui/index.ts';
import {
  type CaseFlag,
  caseFlagLooks,
  caseFlagWords,
  caseStateLooks,
  caseStateWords,
  lightWord,
  mapLookOf,
  type PillTone,
} from './case-state-look.ts';
import styles from './status-pill.module.css';

type PillShow = { bare?: boolean };

/** Shape, word and colour say the same; take the colour away and it still reads. */
export function Pill({ shape, tone, children, bare = false }: PillShow & { shape: ShapeName; tone: PillTone; children: ReactNode }) {
  return (
    <span className={classNames(styles.pill, styles[tone], bare && styles.bare)}>
      <ShapeMark shape={shape} />
      <span>{children}</span>
    </span>
  );
}

export function StatusPill({ state, bare = false }: PillShow & { state: CaseState }) {
  const say = useLabel();
  return (
    <Pill {...caseStateLooks[state]} bare={bare}>
      {say(caseStateWords[state])}
    </Pill>
  );
}

/** A mark beside the state; `detail` completes the word: 超期 `2 天`, 返工 `1`, 重复 `3 件`. */
export function FlagPill({ flag, detail, bare = false }: PillShow & { flag: CaseFlag; detail?: ReactNode }) {
  const say = useLabel();
  return (
    <Pill {...caseFlagLooks[flag]} bare={bare}>
      {say(caseFlagWords[flag])}
      {detail !== undefined && <> {detail}</>}
    </Pill>
  );
}

/** The shape alone, for a narrow list; its word is read aloud. */
export function StatusMark({ state, light = 'grey' }: { state: CaseState; light?: Light }) {
  const say = useLabel();
  const haste = lightWord(light);
  const words = haste ? `${say(caseStateWords[state])} ${say(haste)}` : say(caseStateWords[state]);
  return <PillMark {...mapLookOf({ state, light })} words={words} />;
}

/** A shape without its pill; `words` is its name. */
export function PillMark({ shape, tone, words }: { shape: ShapeName; tone: PillTone; words: string }) {
  return (
    <span className={classNames(styles.pill, styles[tone], styles.bare)} title={words}>
      <ShapeMark shape={shape} />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
