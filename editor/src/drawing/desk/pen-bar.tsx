import { Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconPencil, IconRefresh } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { TableView } from '../../client.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Saving } from './saver.ts';
import type { PenAct } from './use-drafts.ts';

type Props = {
  readonly me: string;
  readonly isAuthor: boolean;
  readonly table: TableView | undefined;
  readonly saving: Saving;
  /** What people call a place that somebody looks at. */
  readonly nameOfPlace: (place: string) => string;
  readonly onPen: (act: PenAct) => void;
};

/** Who writes and who asks for the pen, who else is at the table, and whether everything is saved. */
export function PenBar({ me, isAuthor, table, saving, nameOfPlace, onPen }: Props) {
  const { t } = useDrawingWords();
  const others = table?.present.filter(({ account }) => account !== me) ?? [];
  return (
    <Group gap="md" role="status" aria-live="polite" mih={36}>
      <SavingNote saving={saving} />
      {table ? <Pen me={me} isAuthor={isAuthor} table={table} onPen={onPen} /> : null}
      {others.length > 0 ? (
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            {t('desk.here')}
          </Text>
          {others.map(({ account, name, place }) => (
            <Tooltip
              key={account}
              label={place === undefined ? name : t('desk.lookingAt', { name, place: nameOfPlace(place) })}
            >
              <Badge
                variant="light"
                color={table?.pen?.account === account ? 'lagoon' : 'gray'}
                tt="none"
                size="lg"
              >
                {name}
              </Badge>
            </Tooltip>
          ))}
        </Group>
      ) : null}
    </Group>
  );
}

function SavingNote({ saving }: { saving: Saving }) {
  const { t } = useDrawingWords();
  const isWell = saving.state === 'saved' || saving.state === 'saving';
  const Icon =
    saving.state === 'saved' ? IconCloudCheck : saving.state === 'saving' ? IconRefresh : IconCloudOff;
  return (
    <Group gap={6} wrap="nowrap" {...(isWell ? { c: 'dimmed' } : {})}>
      <Icon size={18} aria-hidden />
      <Text size="sm" fw={isWell ? 400 : 700}>
        {t(`desk.saving.${saving.state === 'offline' && !saving.isKept ? 'unkept' : saving.state}`)}
      </Text>
    </Group>
  );
}

type PenProps = Required<Pick<Props, 'me' | 'isAuthor' | 'onPen'>> & { readonly table: TableView };

const Pen = memo(function Pen({ me, isAuthor, table, onPen }: PenProps) {
  const { t } = useDrawingWords();
  const { pen, asked, names, present } = table;
  const isAsked = asked.includes(me);
  const holder = pen?.account;
  // Who was told no learns it from nothing else: the question is simply gone, and the same person goes on writing.
  const [last, setLast] = useState({ isAsked, holder, isKept: false });
  if (last.isAsked !== isAsked || last.holder !== holder)
    setLast({ isAsked, holder, isKept: last.isAsked && !isAsked && last.holder === holder });
  if (pen?.account === me) {
    const [first] = asked;
    return (
      <Group gap="xs">
        <IconPencil size={18} aria-hidden />
        <Text size="sm" fw={600}>
          {first === undefined ? t('desk.pen.mine') : t('desk.pen.asks', { name: names[first] ?? first })}
        </Text>
        {first === undefined ? (
          <Button size="compact-md" mih={40} variant="default" onClick={() => onPen({ act: 'leave' })}>
            {t('desk.pen.leave')}
          </Button>
        ) : (
          <>
            <Button size="compact-md" mih={40} onClick={() => onPen({ act: 'give', to: first })}>
              {t('desk.pen.give')}
            </Button>
            <Button size="compact-md" mih={40} variant="default" onClick={() => onPen({ act: 'keep' })}>
              {t('desk.pen.keep')}
            </Button>
          </>
        )}
      </Group>
    );
  }
  const isHeld = pen !== undefined && present.some(({ account }) => account === pen.account);
  return (
    <Group gap="xs">
      <Text size="sm">
        {isHeld
          ? t(last.isKept ? 'desk.pen.kept' : 'desk.pen.theirs', { name: names[pen.account] ?? pen.account })
          : t('desk.pen.free')}
      </Text>
      {!isAuthor || table.state !== 'drawing' ? (
        isHeld ? null : (
          <Text size="sm" c="dimmed">
            {t('desk.pen.reader')}
          </Text>
        )
      ) : isHeld ? (
        <Button
          size="compact-md"
          mih={40}
          variant="default"
          disabled={isAsked}
          onClick={() => onPen({ act: 'ask' })}
        >
          {isAsked ? t('desk.pen.asked') : t('desk.pen.ask')}
        </Button>
      ) : (
        <Button size="compact-md" mih={40} onClick={() => onPen({ act: 'take' })}>
          {t('desk.pen.take')}
        </Button>
      )}
    </Group>
  );
});
