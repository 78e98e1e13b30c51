import type { Pack } from '@parcours/engine';
import type { ReactNode } from 'react';
import { ZoneProvider } from '../words/zone.tsx';
import { PackProvider } from './pack-context.tsx';

/** A procedure's words and its time zone for everything below. */
export function OnPack({ pack, children }: { pack: Pack; children: ReactNode }) {
  return (
    <PackProvider pack={pack}>
      <ZoneProvider zone={pack.pack.timeZone}>{children}</ZoneProvider>
    </PackProvider>
  );
}
