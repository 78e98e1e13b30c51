import './panel.css';
import type { ReactNode } from 'react';
import { StepPanel } from './step-panel.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly children: ReactNode };

/** A view with the panel of the step beside it; below it where there is no room. */
export function BesidePanel({ isOpen, onClose, children }: Props) {
  return (
    <div className="beside-panel" data-open={isOpen}>
      <div className="beside-view">{children}</div>
      {isOpen ? <StepPanel onClose={onClose} /> : null}
    </div>
  );
}
