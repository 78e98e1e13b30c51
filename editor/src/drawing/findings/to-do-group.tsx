import { Badge, Button, Collapse, Group, Menu, Stack, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconTool } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { usePack } from '../../pack/pack-context.tsx';
import { useDrawingState } from '../drawing-context.tsx';
import { sayNames } from '../drawing-store.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { DrawingFindings } from './drawing-findings.ts';
import { sharedMends } from './mend-all.ts';
import type { Mend } from './mends/mend.ts';
import type { ToDoGroup } from './to-do.ts';
import { ToDoCard } from './to-do-card.tsx';
import './to-do.css';
import { useMending } from './use-mending.ts';

/** So many are shown at once: a few of what is open by itself, more of what somebody opened. */
const SHOWN = 3;
const MORE = 30;

type Props = {
  readonly group: ToDoGroup;
  readonly isOpenAtFirst: boolean;
  readonly verdicts: DrawingFindings['verdicts'];
  readonly onMended: (count: number) => void;
};

/** To-dos of one kind: a line that opens and folds them, with one act for all of them where the same one mends each. */
export function ToDoGroupCard({ group: { kind, toDos }, isOpenAtFirst, verdicts, onMended }: Props) {
  const { t } = useDrawingWords();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const first = isOpenAtFirst ? SHOWN : MORE;
  const [shown, setShown] = useState(first);
  const id = useId();
  const hidden = toDos.length - shown;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className="to-do-group" data-kind={kind}>
      <Group gap="xs" justify="space-between">
        <UnstyledButton
          className="to-do-kind"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={20} aria-hidden className={isOpen ? undefined : 'flip-in-rtl'} />
          <span>{t(`todos.kinds.${kind}`)}</span>
          <Badge color="gray" className="chip" size="lg">
            {t('todos.points', { count: toDos.length })}
          </Badge>
        </UnstyledButton>
        <MendAllButton group={{ toDos }} onMended={onMended} />
      </Group>
      <Collapse expanded={isOpen} transitionDuration={0} id={id}>
        {isOpen ? (
          <Stack gap="sm" pt="xs">
            {toDos.slice(0, shown).map(({ key, finding, others }) => {
              const verdict = verdicts.get(finding.path.split('/')[1] ?? '');
              const isOfSafeguard = finding.code.startsWith('safeguard.');
              return (
                <ToDoCard
                  key={key}
                  id={key}
                  finding={finding}
                  others={others}
                  {...(isOfSafeguard && verdict && { verdict })}
                />
              );
            })}
            {hidden > 0 ? (
              <Button
                variant="subtle"
                mih={44}
                onClick={() => setShown(shown + MORE)}
                style={{ alignSelf: 'flex-start' }}
              >
                {t('findings.more', { count: hidden })}
              </Button>
            ) : null}
            {hidden <= 0 && toDos.length > first ? (
              <Button
                variant="subtle"
                mih={44}
                onClick={() => setShown(first)}
                style={{ alignSelf: 'flex-start' }}
              >
                {t('findings.fewer')}
              </Button>
            ) : null}
          </Stack>
        ) : null}
      </Collapse>
    </div>
  );
}

type MendAllProps = {
  readonly group: Pick<ToDoGroup, 'toDos'>;
  readonly onMended: (count: number) => void;
};

/** One act for all of a group, where the same one settles each of them. */
function MendAllButton({ group: { toDos }, onMended }: MendAllProps) {
  const { t, say } = useDrawingWords();
  const mendThem = useMending();
  const pack = usePack();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const findings = useMemo(() => toDos.map(({ finding }) => finding), [toDos]);
  const mends = useMemo(() => (isReadOnly ? [] : sharedMends(pack, findings)), [pack, findings, isReadOnly]);
  const [only, ...others] = mends;
  if (!only) return null;
  const count = findings.length;
  const words = ({ label, names }: Mend) =>
    label === 'remove'
      ? t('todos.removeAll', { count })
      : t('todos.mendAll', {
          count,
          words: String(t(`findings.mends.${label}` as 'findings.count', sayNames(names, say))),
        });
  const look = { variant: 'light', mih: 44, size: 'compact-md', className: 'to-do-all' } as const;
  const icon = <IconTool size={16} aria-hidden />;
  const act = (mend: Mend) => onMended(mendThem(findings, mend));
  if (others.length === 0)
    return (
      <Button {...look} leftSection={icon} onClick={() => act(only)}>
        {words(only)}
      </Button>
    );
  return (
    <Menu position="bottom-end" withinPortal hideDetached={false}>
      <Menu.Target>
        <Button {...look} leftSection={icon} rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('todos.mendAllOf', { count })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mends.map((mend) => (
          <Menu.Item key={words(mend)} mih={44} onClick={() => act(mend)}>
            {words(mend)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
