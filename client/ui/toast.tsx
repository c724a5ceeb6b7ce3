import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Button, IconButton } from './button.tsx';
import styles from './feedback.module.css';
import { ShapeMark } from './icons/shape-mark.tsx';

export type ToastMessage = {
  text: ReactNode;
  /** taking it back; the message stays as long as that is possible */
  undo?: { label: string; run: () => void; remainingText: (seconds: number) => string };
  /** seconds on screen, 8 when nothing is said */
  seconds?: number;
};
type Shown = ToastMessage & { id: number; endsAt: number };
type ToastApi = { show: (message: ToastMessage) => void; dismiss: () => void };

const ToastContext = createContext<ToastApi | null>(null);

/** One message at a time, at the bottom, read aloud. `timed=false` (长辈版) leaves it until closed. */
export function ToastProvider({ timed = true, closeLabel, children }: { timed?: boolean; closeLabel: string; children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const nextId = useRef(1);
  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current++;
    setShown({ ...message, id, endsAt: Date.now() + (message.seconds ?? 8) * 1000 });
  }, []);
  const dismiss = useCallback(() => setShown(null), []);
  const api = useMemo(() => ({ show, dismiss }), [show, dismiss]);
  return (
    <ToastContext.Provider value={api}>
      {children}
      <div className={styles.stack} role="status" aria-live="polite">
        {shown && <Toast key={shown.id} message={shown} timed={timed} closeLabel={closeLabel} onEnd={dismiss} />}
      </div>
    </ToastContext.Provider>
  );
}

export function useToast(): ToastApi {
  const api = useContext(ToastContext);
  if (!api) throw new Error('useToast needs a ToastProvider');
  return api;
}

function Toast({ message, timed, closeLabel, onEnd }: { message: Shown; timed: boolean; closeLabel: string; onEnd: () => void }) {
  const total = (message.seconds ?? 8) * 1000;
  const [left, setLeft] = useState(total);
  useEffect(() => {
    if (!timed) return;
    const timer = setInterval(() => {
      const rest = message.endsAt - Date.now();
      if (rest <= 0) onEnd();
      else setLeft(rest);
    }, 250);
    return () => clearInterval(timer);
  }, [message.endsAt, timed, onEnd]);
  return <ToastBody message={message} closeLabel={closeLabel} onEnd={onEnd} {...(timed ? { left, total } : {})} />;
}

/** The message itself, without its clock. */
export function ToastBody({
  message,
  left,
  total,
  closeLabel,
  onEnd,
}: {
  message: ToastMessage;
  left?: number;
  total?: number;
  closeLabel: string;
  onEnd: () => void;
}) {
  const { undo } = message;
  return (
    <div className={styles.toast}>
      <ShapeMark shape="tick" size={24} />
      <div className={styles.toastText}>
        <b>{message.text}</b>
        {undo && left !== undefined && total !== undefined && (
          <span className={styles.remaining}>
            <span className={styles.track} aria-hidden="true">
              <i style={{ width: `${(left / total) * 100}%` }} />
            </span>
            <span aria-hidden="true">{undo.remainingText(Math.ceil(left / 1000))}</span>
          </span>
        )}
      </div>
      {undo ? (
        <Button
          variant="onDark"
          icon="undo"
          onClick={() => {
            undo.run();
            onEnd();
          }}
        >
          {undo.label}
        </Button>
      ) : (
        <IconButton icon="close" label={closeLabel} onClick={onEnd} style={{ color: 'inherit' }} />
      )}
    </div>
  );
}
