import { Fragment, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { Icon } from './icons/icon.tsx';
import { Checkbox } from './inputs.tsx';

export type Column<R> = {
  key: string;
  head: ReactNode;
  cell: (row: R) => ReactNode;
  /** numbers stand at the end of their cell */
  end?: boolean;
  sort?: 'ascending' | 'descending' | 'none';
};
export type RowGroup<R> = { key: string; title: ReactNode; rows: readonly R[] };

type DataTableProps<R> = {
  caption: string;
  columns: readonly Column<R>[];
  groups: readonly RowGroup<R>[];
  rowKey: (row: R) => string;
  /** words that name the row to the tick box */
  rowLabel: (row: R) => string;
  activeKey?: string | null;
  onActivate?: (row: R) => void;
  onSort?: (columnKey: string) => void;
  /** a row that nobody has taken yet is bold */
  isStrong?: (row: R) => boolean;
  selection?: { keys: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void; allLabel: string };
  tall?: boolean;
};

/**
 * A plain table with rows to walk: arrows, Home and End move, Enter opens, Space ticks, Shift+Space ticks up to here.
 * Keys pressed while an input method composes are left alone.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, columns, groups, rowKey, rowLabel, activeKey, onActivate, onSort, isStrong, selection, tall = false } = props;
  const body = useRef<HTMLTableElement>(null);
  const anchor = useRef<string | null>(null);
  const rows = groups.flatMap((group) => group.rows);
  const keys = rows.map(rowKey);
  const stop = activeKey && keys.includes(activeKey) ? activeKey : keys[0];

  const focusAt = (index: number) => {
    const key = keys[Math.max(0, Math.min(keys.length - 1, index))];
    if (key) body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus();
  };
  const toggle = (key: string, range: boolean) => {
    if (!selection) return;
    const next = new Set(selection.keys);
    const from = range && anchor.current ? keys.indexOf(anchor.current) : -1;
    const to = keys.indexOf(key);
    if (from >= 0) for (const each of keys.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
    else if (!next.delete(key)) next.add(key);
    anchor.current = key;
    selection.onChange(next);
  };
  const press = (event: KeyboardEvent<HTMLTableRowElement>, row: R) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return;
    const at = keys.indexOf(rowKey(row));
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: keys.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) focusAt(to);
    else if (event.key === 'Enter') onActivate?.(row);
    else if (event.key === ' ' && selection) toggle(rowKey(row), event.shiftKey);
    else return;
    event.preventDefault();
  };
  const chosen = selection ? keys.filter((key) => selection.keys.has(key)).length : 0;

  return (
    <div className={styles.scroll}>
      <table ref={body} className={classNames(styles.table, tall && styles.tall)}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className={styles.tick}>
                <Checkbox
                  aria-label={selection.allLabel}
                  checked={keys.length > 0 && chosen === keys.length}
                  mixed={chosen > 0 && chosen < keys.length}
                  onChange={(event) => selection.onChange(new Set(event.target.checked ? keys : []))}
                />
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classNames(column.end && styles.end)} aria-sort={column.sort}>
                <ColumnHead column={column} onSort={onSort} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.key}>
              {group.title && group.rows.length > 0 && (
                <tr className={styles.group}>
                  <th colSpan={columns.length + (selection ? 1 : 0)} scope="colgroup">
                    {group.title}
                  </th>
                </tr>
              )}
              {group.rows.map((row) => {
                const key = rowKey(row);
                return (
                  <tr
                    key={key}
                    data-row={key}
                    className={classNames(styles.row, selection?.keys.has(key) && styles.chosen, isStrong?.(row) && styles.strong)}
                    tabIndex={key === stop ? 0 : -1}
                    aria-current={key === activeKey ? 'true' : undefined}
                    onKeyDown={(event) => press(event, row)}
                    onClick={() => onActivate?.(row)}
                  >
                    {selection && (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on the box from opening the row
                      <td className={styles.tick} onClick={(event) => event.stopPropagation()}>
                        <Checkbox
                          tabIndex={-1}
                          aria-label={rowLabel(row)}
                          checked={selection.keys.has(key)}
                          onChange={(event) => toggle(key, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
                        />
                      </td>
                    )}
                    {columns.map((column) => (
                      <td key={column.key} className={classNames(column.end && styles.end)}>
                        {column.cell(row)}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead<R>({ column, onSort }: { column: Column<R>; onSort: ((key: string) => void) | undefined }) {
  if (!column.sort || !onSort) return column.head;
  return (
    <button type="button" className={styles.sort} onClick={() => onSort(column.key)}>
      {column.head}
      {column.sort !== 'none' && <Icon name={column.sort === 'ascending' ? 'chevronUp' : 'chevronDown'} size={16} />}
    </button>
  );
}
