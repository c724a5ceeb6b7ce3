import { Fragment, useMemo, useState } from 'react';
import { defineTexts, useLabel } from '../../platform/index.ts';
import { Button } from '../../ui/index.ts';
import { CategoryTile } from '../cases-parts/category-tile.tsx';
import styles from './category-grid.module.css';
import { categoryKey, categoryLook, type ReportCategory } from './category-look.ts';

const texts = defineTexts({
  label: { zh: '是什么事', en: 'What is it' },
  more: { zh: '其他类别', en: 'Other kinds' },
  fewer: { zh: '只看常见的', en: 'Only the usual ones' },
});

/** Large tiles, the usual matters first; one press chooses. All others are one press further, under their group. */
export function CategoryGrid({
  categories,
  audience,
  chosen,
  onChoose,
}: {
  categories: readonly ReportCategory[];
  audience: 'resident' | 'field';
  chosen: { scheme: string; code: string } | null;
  onChoose: (category: ReportCategory) => void;
}) {
  const say = useLabel();
  const chosenKey = chosen && categoryKey(chosen);
  const { first, groups } = useMemo(() => arrange(categories, audience), [categories, audience]);
  const hidden = chosenKey !== null && !first.some((each) => categoryKey(each) === chosenKey);
  const [all, setAll] = useState(hidden);
  const tile = (category: ReportCategory) => {
    const look = categoryLook(category.code);
    return (
      <CategoryTile
        key={categoryKey(category)}
        icon={look.icon}
        name={say(category.name)}
        {...(look.examples ? { examples: say(look.examples) } : {})}
        chosen={categoryKey(category) === chosenKey}
        onChoose={() => onChoose(category)}
      />
    );
  };
  return (
    <section aria-label={say(texts.label)}>
      <div className={styles.grid}>{first.map(tile)}</div>
      {all &&
        groups.map((group) => (
          <Fragment key={group.name.zh}>
            <h3 className={styles.group}>{say(group.name)}</h3>
            <div className={styles.grid}>{group.rows.map(tile)}</div>
          </Fragment>
        ))}
      {groups.length > 0 && (
        <div className={styles.more}>
          <Button icon={all ? 'chevronUp' : 'search'} aria-expanded={all} onClick={() => setAll(!all)}>
            {say(all ? texts.fewer : texts.more)}
          </Button>
        </div>
      )}
    </section>
  );
}

type Group = { name: ReportCategory['group']; rows: ReportCategory[] };

function arrange(categories: readonly ReportCategory[], audience: 'resident' | 'field'): { first: ReportCategory[]; groups: Group[] } {
  const rank = (category: ReportCategory) => categoryLook(category.code).first?.[audience];
  const known = categories.filter((each) => rank(each) !== undefined).sort((a, b) => (rank(a) ?? 0) - (rank(b) ?? 0));
  // a district with classes of its own only: its first eight stand in front
  const first = known.length > 0 ? known : categories.slice(0, 8);
  const groups: Group[] = [];
  for (const category of categories) {
    if (first.includes(category)) continue;
    const group = groups.find((each) => each.name.zh === category.group.zh);
    if (group) group.rows.push(category);
    else groups.push({ name: category.group, rows: [category] });
  }
  return { first, groups };
}
