import { Menu } from '@mantine/core';
import { Fragment, useRef } from 'react';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type Action, type ActionTools, isPossible } from './action.ts';
import { ACTIONS } from './actions.ts';
import type { MenuOrigin } from './actions-context.ts';
import { MenuPlace } from './menu-place.tsx';
import { ShortcutText, spokenShortcut } from './shortcut-text.tsx';

export type OpenMenu = { readonly id: string; readonly origin: MenuOrigin };

type Props = {
  readonly menu: OpenMenu;
  readonly tools: (id: string) => ActionTools;
  readonly onClose: () => void;
};

const GROUPS = ['add', 'move', 'kind', 'clipboard', 'remove'] as const;

/** What can be done with one step, stage or track: beside its button, or where it was clicked. */
export function ActionMenu({ menu: { id, origin }, tools, onClose }: Props) {
  const { t, say } = useDrawingWords();
  const drawing = useDrawing();
  const title = useDrawingState(({ log }) => log.pack.steps[id]?.title);
  const hasActed = useRef(false);
  const { left, bottom, right } = origin.element.getBoundingClientRect();
  const isRtl = getComputedStyle(origin.element).direction === 'rtl';
  const at = origin.point ?? { x: isRtl ? right : left, y: bottom };
  const close = () => {
    onClose();
    if (!hasActed.current) origin.element.focus();
  };
  const run = (action: Action) => {
    hasActed.current = true;
    void action.run(tools(id));
  };
  return (
    <Menu
      opened
      onChange={(opened) => !opened && close()}
      position="bottom-start"
      width={300}
      shadow="md"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      // Whole in sight, wherever it was asked for.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
    >
      <Menu.Target>
        <MenuPlace style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown
        aria-label={t('actions.menu', { name: say(title) || t('actions.untitled') })}
        mah="min(560px, 90vh)"
        style={{ overflowY: 'auto' }}
      >
        {GROUPS.map((group, index) => {
          const actions = ACTIONS.filter(
            (action) => action.group === group && isPossible(action, drawing.get(), id),
          );
          if (actions.length === 0) return null;
          return (
            <Fragment key={group}>
              {index > 0 ? <Menu.Divider /> : null}
              {actions.map((action) => (
                <ActionItem key={action.id} action={action} id={id} onRun={run} />
              ))}
            </Fragment>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

type ItemProps = {
  readonly action: Action;
  readonly id: string;
  readonly onRun: (action: Action) => void;
};

function ActionItem({ action, id, onRun }: ItemProps) {
  const { t } = useDrawingWords();
  const isOn = useDrawingState((state) => action.isOn?.(state, id));
  const { Icon, shortcut } = action;
  if (isOn !== undefined)
    return (
      <Menu.CheckboxItem mih={40} checked={isOn} closeMenuOnClick onChange={() => onRun(action)}>
        {t(`actions.${action.label}`)}
      </Menu.CheckboxItem>
    );
  return (
    <Menu.Item
      leftSection={<Icon size={18} aria-hidden className="flip-in-rtl" />}
      rightSection={shortcut ? <ShortcutText keys={shortcut} /> : null}
      {...(action.group === 'remove' && { color: 'var(--mantine-color-error)' })}
      mih={40}
      {...(shortcut && { 'aria-keyshortcuts': spokenShortcut(shortcut) })}
      onClick={() => onRun(action)}
    >
      {t(`actions.${action.label}`)}
    </Menu.Item>
  );
}
