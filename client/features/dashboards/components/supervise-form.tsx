import { useEffect, useRef } from 'react';
import { useCase, useCaseActions } from '../../cases/index.ts';

/** The form of 督办 over the overview, as soon as the case has come. */
export function SuperviseForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { data } = useCase(caseId);
  const { choose, host } = useCaseActions(data, onClose);
  const opened = useRef(false);
  const shown = host !== null;
  useEffect(() => {
    if (!data) return;
    if (!opened.current) {
      opened.current = true;
      choose('supervise');
    } else if (!shown) onClose();
  }, [data, choose, shown, onClose]);
  return host;
}
