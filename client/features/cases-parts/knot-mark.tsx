export type KnotState = 'passed' | 'now' | 'missed' | 'next';

const diamond = 'M13.5 6.7a3.5 3.5 0 0 1 5 0L25.3 13.5a3.5 3.5 0 0 1 0 5L18.5 25.3a3.5 3.5 0 0 1-5 0L6.7 18.5a3.5 3.5 0 0 1 0-5Z';

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
      <path d="M10.3 10.3 21.7 21.7M21.7 10.3 10.3 21.7" strokeWidth="1.9" />
    </>
  );
}
