import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowRight,
  IconArrowUp,
  IconFilter,
  IconFilterOff,
  IconPencil,
  IconRoute,
  IconRowInsertBottom,
  IconTrash,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { MenuPlace } from '../actions/menu-place.tsx';
import { insertStep } from '../commands/add-step.ts';
import { removeWay, reorderWay, setGuard } from '../commands/ways.ts';
import { useDrawing } from '../drawing-context.tsx';
import { type Picking, useOutline } from './outline-context.ts';
import type { OutlineWay } from './outline-ways.ts';
import { wayWords } from './way-words.ts';

type Props = {
  readonly way: OutlineWay;
  readonly anchor: HTMLElement;
  readonly onPick: (picking: Picking) => void;
  readonly onClose: () => void;
};

/** What can be done with one way on. */
export function WayMenu({ way: shown, anchor, onPick, onClose }: Props) {
  const door = useOutline();
  const { t, writes } = door;
  const drawing = useDrawing();
  const hasActed = useRef(false);
  const { way, target, cause, among } = shown;
  const { left, right, bottom } = anchor.getBoundingClientRect();
  const act = (run: () => void) => () => {
    hasActed.current = true;
    run();
  };
  const close = () => {
    onClose();
    if (!hasActed.current) anchor.focus();
  };
  const insert = () => {
    const outcome = { [writes]: t('actions.outcome') };
    if (drawing.perform(insertStep, { way, title: {}, outcome }))
      drawing.select(drawing.get().log.past.at(-1)?.places[0], { reveal: true });
  };
  return (
    <Menu
      opened
      onChange={(opened) => !opened && close()}
      position="bottom-start"
      width={280}
      shadow="md"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <MenuPlace
          style={{
            position: 'fixed',
            left: door.dir === 'rtl' ? right : left,
            top: bottom,
            width: 1,
            height: 1,
          }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('outline.way.actions', { way: wayWords(door, shown) })}>
        {target ? (
          <Menu.Item
            leftSection={<IconArrowRight size={18} aria-hidden className="flip-in-rtl" />}
            onClick={act(() => drawing.select(`steps/${target.id}`, { reveal: true }))}
          >
            {t('outline.way.go')}
          </Menu.Item>
        ) : null}
        {cause === 'event' || cause === 'signal' ? (
          <Menu.Item
            leftSection={<IconPencil size={18} aria-hidden />}
            onClick={act(() => onPick({ pick: 'rename', way }))}
          >
            {t('outline.way.rename')}
          </Menu.Item>
        ) : null}
        <Menu.Item
          leftSection={<IconRoute size={18} aria-hidden />}
          onClick={act(() => onPick({ pick: 'retarget', way }))}
        >
          {t('outline.way.retarget')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFilter size={18} aria-hidden />}
          onClick={act(() => onPick({ pick: 'guard', way }))}
        >
          {t('outline.way.guard')}
        </Menu.Item>
        {shown.guard ? (
          <Menu.Item
            leftSection={<IconFilterOff size={18} aria-hidden />}
            onClick={act(() => drawing.perform(setGuard, { way }))}
          >
            {t('outline.way.noGuard')}
          </Menu.Item>
        ) : null}
        {target ? (
          <Menu.Item leftSection={<IconRowInsertBottom size={18} aria-hidden />} onClick={act(insert)}>
            {t('outline.way.insert')}
          </Menu.Item>
        ) : null}
        {way.index > 0 ? (
          <Menu.Item
            leftSection={<IconArrowUp size={18} aria-hidden />}
            onClick={act(() => drawing.perform(reorderWay, { way, to: way.index - 1 }))}
          >
            {t('outline.way.earlier')}
          </Menu.Item>
        ) : null}
        {way.index < among - 1 ? (
          <Menu.Item
            leftSection={<IconArrowDown size={18} aria-hidden />}
            onClick={act(() => drawing.perform(reorderWay, { way, to: way.index + 1 }))}
          >
            {t('outline.way.later')}
          </Menu.Item>
        ) : null}
        <Menu.Divider />
        <Menu.Item
          color="var(--mantine-color-error)"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={act(() => drawing.perform(removeWay, way))}
        >
          {t('outline.way.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
