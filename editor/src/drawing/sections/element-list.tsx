import { Badge, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { FindingSign } from '../findings/finding-mark.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { SectionRow } from './project-section.ts';
import './sections.css';

type Props = {
  readonly label: string;
  /** The section whose elements are listed: what is to do at each is signed. */
  readonly places?: string;
  readonly rows: readonly SectionRow[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
};

const ROW_PX = 56;

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The elements of a section: searched by name, walked with the arrows; only those in sight are drawn. */
export function ElementList({ label, places, rows, selected, onSelect }: Props) {
  const { t } = useDrawingWords();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(plain(typed.trim()));
  const shown = useMemo(
    () =>
      wanted === '' ? rows : rows.filter(({ name, note }) => plain(`${name} ${note ?? ''}`).includes(wanted)),
    [rows, wanted],
  );
  const box = useRef<HTMLDivElement>(null);
  const base = useId();
  const list = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 240, height: 560 },
  });
  const at = shown.findIndex(({ id }) => id === selected);
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);
  const walk = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: shown.length - 1 }[event.key];
    const row = to === undefined ? undefined : shown[to];
    if (to === undefined) return;
    event.preventDefault();
    if (row) onSelect(row.id);
  };
  return (
    <Stack gap="xs" className="element-list">
      <TextInput
        aria-label={t('sections.search')}
        placeholder={t('sections.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {shown.length === 0 ? (
        <Text c="dimmed">{t(rows.length === 0 ? 'sections.empty' : 'sections.none')}</Text>
      ) : (
        <ScrollArea.Autosize
          mah="62vh"
          viewportRef={box}
          viewportProps={{
            role: 'listbox',
            tabIndex: 0,
            'aria-label': label,
            onKeyDown: walk,
            ...(at >= 0 ? { 'aria-activedescendant': `${base}-${shown[at]?.id}` } : {}),
          }}
        >
          <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
            {list.getVirtualItems().map((item) => {
              const row = shown[item.index];
              if (!row) return null;
              return (
                <UnstyledButton
                  key={item.key}
                  ref={list.measureElement}
                  data-index={item.index}
                  id={`${base}-${row.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={row.id === selected}
                  aria-setsize={shown.length}
                  aria-posinset={item.index + 1}
                  className="element-row"
                  style={{ transform: `translateY(${item.start}px)` }}
                  onClick={() => onSelect(row.id)}
                >
                  <bdi>{row.name}</bdi>
                  {row.note === undefined ? null : (
                    <Text size="sm" c="dimmed" component="span">
                      {row.note}
                    </Text>
                  )}
                  {places === undefined ? null : <FindingSign place={`${places}/${row.id}`} />}
                  {row.mark === undefined ? null : (
                    <Badge color="orange" className="chip">
                      {row.mark}
                    </Badge>
                  )}
                </UnstyledButton>
              );
            })}
          </div>
        </ScrollArea.Autosize>
      )}
    </Stack>
  );
}
