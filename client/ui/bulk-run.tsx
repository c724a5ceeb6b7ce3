import { useState } from 'react';
import styles from './bulk-run.module.css';
import { ShapeMark } from './icons/shape-mark.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { ProgressBar } from './states.tsx';

/** One of many acts: `run` never throws, it answers in words. */
export type BulkJob = { id: string; name: string; run: () => Promise<{ text: string; ok: boolean }> };
export type BulkOutcome = { id: string; name: string; text: string; ok: boolean };

/** Runs acts one after the other; every one keeps its own answer, and a page can show how far it is. */
export function useBulkRun() {
  const [total, setTotal] = useState(0);
  const [outcomes, setOutcomes] = useState<readonly BulkOutcome[]>([]);
  const [busy, setBusy] = useState(false);
  const start = async (jobs: readonly BulkJob[]) => {
    if (busy || jobs.length === 0) return;
    setTotal(jobs.length);
    setOutcomes([]);
    setBusy(true);
    const results: BulkOutcome[] = [];
    for (const { id, name, run } of jobs) {
      results.push({ id, name, ...(await run()) });
      setOutcomes([...results]);
    }
    setBusy(false);
  };
  const reset = () => {
    setTotal(0);
    setOutcomes([]);
  };
  const good = outcomes.filter(({ ok }) => ok).length;
  return { start, reset, busy, total, outcomes, good, bad: outcomes.length - good, started: total > 0 };
}

/** How far a run is and the answer of each act; what failed stands first. */
export function BulkOutcomes({ run, sum, working }: { run: ReturnType<typeof useBulkRun>; sum: string; working: string }) {
  const ordered = run.outcomes.toSorted((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <>
      <p role="status">{run.busy ? '' : sum}</p>
      {run.busy && <ProgressBar done={run.outcomes.length} of={run.total} label={working} />}
      <ScrollRegion className={styles.outcomes} aria-label={sum}>
        <ul>
          {ordered.map((each) => (
            <li key={each.id} className={each.ok ? undefined : styles.bad}>
              <ShapeMark shape={each.ok ? 'tick' : 'triangleAlert'} size={16} />
              <b>{each.name}</b>
              <span>{each.text}</span>
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </>
  );
}
