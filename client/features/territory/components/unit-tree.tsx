import { useInfiniteQuery } from '@tanstack/react-query';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import { roleOfLevel } from '#shared/territory/post-roles.ts';
import { unitLevelLabels } from '#shared/territory/territory.i18n.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Button, classNames, Icon } from '../../../ui/index.ts';
import { Answer } from '../../admin-parts/index.ts';
import type { TreeNode } from '../territory-types.ts';
import styles from './territory.module.css';

const texts = defineTexts({
  tree: { zh: '辖区', en: 'Territory' },
  vacant: { zh: '空缺', en: 'vacant' },
  more: { zh: '再看 500 个', en: 'Show 500 more' },
  noBoundary: { zh: '没有边界', en: 'no boundary' },
});

type Branching = {
  depth: number;
  selected: string | null;
  opened: ReadonlySet<string>;
  onSelect: (id: string) => void;
  onFold: (id: string) => void;
};

/** The tree, branch by branch as it is opened. Arrows move, right opens, left closes, Enter chooses. */
export function UnitTree({
  selected,
  line,
  onSelect,
}: {
  selected: string | null;
  line: readonly string[];
  onSelect: (id: string) => void;
}) {
  const say = useLabel();
  const [folded, setFolded] = useState<ReadonlyMap<string, boolean>>(new Map());
  // what stands above the chosen unit is open until somebody closes it
  const opened = new Set([...line, ...folded.keys()].filter((id) => folded.get(id) ?? true));
  const fold = (id: string) => setFolded(new Map(folded).set(id, !opened.has(id)));
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const nodes = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
    const at = nodes.findIndex((each) => each.contains(event.target as HTMLElement));
    const node = nodes[at];
    if (!node) return;
    const open = node.getAttribute('aria-expanded');
    const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: nodes.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) nodes[to]?.focus();
    else if ((event.key === 'ArrowRight' && open === 'false') || (event.key === 'ArrowLeft' && open === 'true'))
      fold(node.dataset.unit ?? '');
    else if (event.key === 'Enter' || event.key === ' ') onSelect(node.dataset.unit ?? '');
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.tree} role="tree" aria-label={say(texts.tree)} tabIndex={-1} onKeyDown={press}>
      <Branch parentId={null} depth={0} selected={selected} opened={opened} onSelect={onSelect} onFold={fold} />
    </div>
  );
}

function Branch({ parentId, ...rest }: Branching & { parentId: string | null }) {
  const say = useLabel();
  const trpc = useTRPC();
  const branch = useInfiniteQuery(trpc.territory.tree.infiniteQueryOptions({ parentId }, { getNextPageParam: (page) => page.nextCursor }));
  return (
    <Answer query={branch} lines={rest.depth === 0 ? 8 : 2}>
      {({ pages }) => (
        <>
          {pages.flatMap(({ rows }) => rows.map((node) => <Node key={node.id} node={node} {...rest} />))}
          {branch.hasNextPage && (
            <Button variant="quiet" size="small" busy={branch.isFetchingNextPage} onClick={() => void branch.fetchNextPage()}>
              {say(texts.more)}
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}

function Node({ node, ...rest }: Branching & { node: TreeNode }) {
  const say = useLabel();
  const { depth, selected, opened, onSelect, onFold } = rest;
  const leaf = node.childCount === 0;
  const open = !leaf && opened.has(node.id);
  const vacant = roleOfLevel(node.level) !== null && node.holder === null;
  const first = depth === 0 && selected === null;
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it hears the keys */}
      <div
        role="treeitem"
        data-unit={node.id}
        className={styles.node}
        style={{ '--depth': depth } as CSSProperties}
        tabIndex={node.id === selected || first ? 0 : -1}
        aria-level={depth + 1}
        aria-selected={node.id === selected}
        {...(leaf ? {} : { 'aria-expanded': open })}
        onClick={() => onSelect(node.id)}
      >
        <span
          className={styles.fold}
          data-open={open}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            if (!leaf) onFold(node.id);
          }}
        >
          {!leaf && <Icon name="chevronRight" size={16} />}
        </span>
        <span className={styles.nodeName} title={say(unitLevelLabels[node.level])}>
          {node.name}
        </span>
        <span className={classNames(styles.nodeNote, vacant && styles.vacant)}>
          {vacant ? say(texts.vacant) : (node.holder?.name ?? (leaf ? '' : node.childCount))}
        </span>
      </div>
      {open && <Branch parentId={node.id} {...rest} depth={depth + 1} />}
    </>
  );
}
