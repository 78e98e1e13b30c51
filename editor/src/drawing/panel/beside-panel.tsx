import './panel.css';
import { type ReactNode, useDeferredValue } from 'react';
import { StepPanel } from './step-panel.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly children: ReactNode };

/** A view with the panel of the step beside it; below it where there is no room. */
export function BesidePanel({ isOpen, onClose, children }: Props) {
  // It is made between frames: what was pressed answers first.
  const isMade = useDeferredValue(isOpen, false) && isOpen;
  return (
    <div className="beside-panel" data-open={isMade}>
      <div className="beside-view">{children}</div>
      {isMade ? <StepPanel onClose={onClose} /> : null}
    </div>
  );
}
