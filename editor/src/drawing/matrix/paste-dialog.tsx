import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Pasting } from './paste-cells.ts';

type Props = {
  readonly pasting: Pasting;
  readonly onOver: () => void;
  readonly onNew: () => void;
  readonly onClose: () => void;
};

/** A table with titles can fill the rows that are there, or become new steps: a person says which. */
export function PasteDialog({ pasting, onOver, onNew, onClose }: Props) {
  const { t } = useDrawingWords();
  const columns = pasting.columns.flatMap((column) => (column ? [t(`matrix.columns.${column}`)] : []));
  return (
    <Modal opened onClose={onClose} title={t('matrix.pasteTitle', { rows: pasting.table.length })}>
      <Stack>
        <Text>{t('matrix.pasteHeadings', { columns: columns.join(' · ') })}</Text>
        <Button data-autofocus onClick={onNew} className="wrap">
          {t('matrix.pasteNew')}
        </Button>
        <Button variant="default" onClick={onOver} className="wrap">
          {t('matrix.pasteOver')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('matrix.cancel')}
        </Button>
      </Stack>
    </Modal>
  );
}
