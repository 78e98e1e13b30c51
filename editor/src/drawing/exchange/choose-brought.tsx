import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconFile, IconFolder, IconTable } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { droppedFiles, folderTexts } from './in/folder-texts.ts';
import type { Brought } from './in/read-file.ts';
import { READ_LIMITS } from './in/reading.ts';

type Props = { readonly onBrought: (brought: Brought, name: string) => void };

/** A file, a folder, something dropped, or a table pasted. */
export function ChooseBrought({ onBrought }: Props) {
  const { t } = useDrawingWords();
  const [pasted, setPasted] = useState('');
  const [isOver, setIsOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const folderId = useId();

  const bringFile = async (file: File | null | undefined) => {
    if (!file) return;
    // What is too large is not even read: one byte more than allowed says so.
    const part = file.slice(0, READ_LIMITS.fileBytes + 1);
    onBrought({ kind: 'file', name: file.name, bytes: new Uint8Array(await part.arrayBuffer()) }, file.name);
  };
  const bringFolder = async (files: readonly File[]) => {
    const first = files[0];
    if (first)
      onBrought(
        { kind: 'folder', files: await folderTexts(files) },
        first.webkitRelativePath.split('/')[0] || first.name,
      );
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const found = await droppedFiles(event.dataTransfer);
    if (found.isFolder) await bringFolder(found.files);
    else await bringFile(found.files[0]);
  };

  return (
    <Stack gap="lg">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons inside do the same by keyboard. */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => void drop(event)}
        style={{
          border: `2px dashed var(--mantine-color-${isOver ? 'lagoon-6' : 'gray-5'})`,
          borderRadius: 'var(--mantine-radius-md)',
          padding: 'var(--mantine-spacing-lg)',
        }}
      >
        <Group gap="sm">
          <FileButton
            onChange={(file) => void bringFile(file)}
            accept=".docx,.xlsx,.xlsm,.csv,.tsv,.txt,.json,.zip"
          >
            {(props) => (
              <Button {...props} leftSection={<IconFile size={20} aria-hidden />}>
                {t('exchange.in.choose')}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            leftSection={<IconFolder size={20} aria-hidden />}
            onClick={() => folder.current?.click()}
          >
            {t('exchange.in.folder')}
          </Button>
          <input
            ref={folder}
            id={folderId}
            type="file"
            hidden
            aria-label={t('exchange.in.folder')}
            {...{ webkitdirectory: '' }}
            onChange={(event) => {
              void bringFolder([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <Text c="dimmed">{t('exchange.in.drop')}</Text>
        </Group>
      </div>
      <Textarea
        label={t('exchange.in.paste')}
        description={t('exchange.in.pasteHelp')}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        minRows={3}
        maxRows={10}
        autosize
        dir="auto"
      />
      {pasted.trim() === '' ? null : (
        <Button
          variant="default"
          leftSection={<IconTable size={20} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onBrought({ kind: 'pasted', text: pasted }, t('exchange.in.paste'))}
        >
          {t('exchange.in.readTable')}
        </Button>
      )}
    </Stack>
  );
}
