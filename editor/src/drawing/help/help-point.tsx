import './help.css';
import { ActionIcon, Button, Popover, Text, Title } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { helpWords } from '../words/help.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';

export type Notion = keyof (typeof helpWords)['fr']['notions'];

type Props = {
  readonly about: Notion;
  /** The notion's name stands beside the sign. */
  readonly isNamed?: boolean;
};

/** A small question mark beside a notion: two or three sentences and one example, at a press; Escape puts them away. */
export const HelpPoint = memo(function HelpPoint({ about, isNamed = false }: Props) {
  const { t } = useDrawingWords();
  const [isOpen, setOpen] = useState(false);
  const name = t(`help.notions.${about}.name`);
  const label = t('help.about', { name });
  const toggle = () => setOpen(!isOpen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only Escape is heard, wherever the focus is within
    <span
      className="help-point"
      onKeyDown={(pressed) => {
        if (!isOpen || pressed.key !== 'Escape') return;
        pressed.preventDefault();
        pressed.stopPropagation();
        setOpen(false);
      }}
    >
      <Popover
        opened={isOpen}
        onChange={setOpen}
        width="min(340px, 92vw)"
        position="bottom-start"
        shadow="md"
        withArrow
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          {isNamed ? (
            <Button
              variant="subtle"
              size="sm"
              mih={44}
              px="xs"
              aria-label={label}
              leftSection={<IconHelpCircle size={20} aria-hidden />}
              onClick={toggle}
            >
              {name}
            </Button>
          ) : (
            <ActionIcon size={44} aria-label={label} onClick={toggle}>
              <IconHelpCircle size={20} aria-hidden />
            </ActionIcon>
          )}
        </Popover.Target>
        <Popover.Dropdown>
          <Title order={2} size="h5">
            {name}
          </Title>
          <Text size="sm" mt={4}>
            {t(`help.notions.${about}.says`)}
          </Text>
          <Text size="sm" mt="xs">
            <strong>{t('help.example')}</strong>
            {' : '}
            {t(`help.notions.${about}.example`)}
          </Text>
          <Button variant="light" size="sm" mih={44} mt="sm" onClick={() => setOpen(false)}>
            {t('help.close')}
          </Button>
        </Popover.Dropdown>
      </Popover>
    </span>
  );
});
