import { findingLabels } from '#shared/territory/territory.i18n.ts';
import { defineTexts, type Say, useLabel } from '../../../platform/index.ts';
import { Icon } from '../../../ui/index.ts';
import type { Finding } from '../territory-types.ts';
import styles from './territory.module.css';

const texts = defineTexts({
  label: { zh: '检查发现的问题', en: 'What the check found' },
});

export function findingWords(finding: Finding, say: Say): string {
  const { areaM2, params } = finding;
  return say(findingLabels[finding.code], { areaM2: areaM2 < 10 ? areaM2.toFixed(1) : Math.round(areaM2), ...params });
}

/** Each finding as a button that shows its place on the map. */
export function FindingList({
  findings,
  chosen,
  onChoose,
}: {
  findings: readonly Finding[];
  chosen: Finding | null;
  onChoose: (finding: Finding) => void;
}) {
  const say = useLabel();
  return (
    <ul className={styles.findings} aria-label={say(texts.label)}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.unitIds.join()} ${JSON.stringify(finding.params)} ${finding.areaM2}`}>
          <button type="button" aria-pressed={finding === chosen} onClick={() => onChoose(finding)}>
            <Icon name={finding.severity === 'error' ? 'warning' : 'info'} size={16} />
            <span>{findingWords(finding, say)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
