import { Select, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useEffect } from 'react';
import { SECTOR_NAMES } from '../../pack/sector.tsx';
import { useProcedure } from '../../procedures/use-procedures.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Sector } from './sector-procedure.ts';

type Props = {
  /** The procedure whose functions are taken. */
  readonly procedure: string;
  readonly sector: Sector;
  readonly onSector: (sector: Sector) => void;
  readonly onBase: (base: Pack | undefined) => void;
};

/** The sector whose own procedure is begun. */
export function SectorChoice({ procedure, sector, onSector, onBase }: Props) {
  const { t, app } = useDrawingWords();
  const base = useProcedure(procedure).data?.pack;
  useEffect(() => onBase(base), [base, onBase]);
  return (
    <>
      <Text c="dimmed">{t('exchange.template.about')}</Text>
      <Select
        label={t('exchange.template.of')}
        data={SECTOR_NAMES.filter((each) => each !== 'child' && each !== 'family').map((each) => ({
          value: each,
          label: app(`sector.${each}`),
        }))}
        value={sector}
        onChange={(value) => onSector((value ?? 'health') as Sector)}
        allowDeselect={false}
      />
    </>
  );
}
