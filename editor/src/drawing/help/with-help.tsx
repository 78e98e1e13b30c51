import type { ReactNode } from 'react';
import { HelpPoint, type Notion } from './help-point.tsx';

type Props = { readonly about: Notion; readonly children: ReactNode };

/** A field with the question mark of its notion beside it. */
export function WithHelp({ about, children }: Props) {
  return (
    <div className="with-help">
      <div>{children}</div>
      <HelpPoint about={about} />
    </div>
  );
}

/** The notions that a screen speaks of, each with its question mark. */
export function HelpRow({ about }: { readonly about: readonly Notion[] }) {
  return (
    <div className="help-row">
      {about.map((notion) => (
        <HelpPoint key={notion} about={notion} isNamed />
      ))}
    </div>
  );
}
