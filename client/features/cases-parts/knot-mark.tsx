export type KnotState = 'passed' | 'now' | 'missed' | 'next';

const diamond = 'M14.6 7.8a2 2 0 0 1 2.8 0L24.2 14.6a2 2 0 0 1 0 2.8L17.4 24.2a2 2 0 0 1-2.8 0L7.8 17.4a2 2 0 0 1 0-2.8Z';

/** A woven knot or a bead on a 32 grid; the ground shows through so that the line seems tied. */
export function KnotMark({ kind, state, lying = false }: { kind: 'knot' | 'bead'; state: KnotState; lying?: boolean }) {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.1"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {state === 'missed' ? <Missed /> : kind === 'bead' ? <Bead state={state} /> : <Knot state={state} lying={lying} />}
    </svg>
  );
}

function Missed() {
  return (
    <>
      <path d="M8 7.5h11.5L24 12v12.5H8Z" fill="currentColor" stroke="none" />
      <path d="M16 11.5v5.5M16 20.6v.1" stroke="var(--sheet)" strokeWidth="2.3" />
    </>
  );
}

function Bead({ state }: { state: KnotState }) {
  return (
    <>
      <circle cx="16" cy="16" r="7" fill="var(--thread-ground, var(--paper))" stroke="none" />
      {state === 'next' ? (
        <circle cx="16" cy="16" r="4" strokeDasharray="2.5 2.5" />
      ) : (
        <circle cx="16" cy="16" r="4.4" fill="currentColor" stroke="none" />
      )}
    </>
  );
}

function Knot({ state, lying }: { state: KnotState; lying: boolean }) {
  const ground = 'var(--thread-ground, var(--paper))';
  if (state === 'next') return <path d={diamond} fill={ground} strokeDasharray="4 3.2" strokeLinecap="butt" />;
  if (state === 'now') {
    return (
      <>
        <path d={diamond} fill={ground} strokeWidth="2.4" />
        <path d={lying ? 'M10 16 16 10 22 16Z' : 'M16 10 22 16 16 22Z'} fill="currentColor" stroke="none" />
      </>
    );
  }
  return (
    <>
      <path d={diamond} fill={ground} />
      <path d="M11.2 11.2 20.8 20.8M20.8 11.2 11.2 20.8" strokeWidth="1.9" />
    </>
  );
}
