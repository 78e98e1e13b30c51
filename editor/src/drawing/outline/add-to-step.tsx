import { Menu } from '@mantine/core';
import { IconArrowFork, IconForms, IconListCheck, IconMoodKid, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { MenuPlace } from '../actions/menu-place.tsx';
import { useOutline } from './outline-context.ts';
import type { StepRow } from './outline-of.ts';
import type { Written } from './text-block.tsx';

type Props = {
  readonly row: Pick<StepRow, 'id' | 'number' | 'stepKind' | 'how' | 'child'>;
  readonly onWrite: (field: Written) => void;
};

/** What a step does not say yet: how, the part of the child, what is asked, one more way on. */
export function AddToStep({ row: { id, number, stepKind, how, child }, onWrite }: Props) {
  const { t, pick } = useOutline();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const hasActed = useRef(false);
  const isWork = stepKind === 'work' || stepKind === 'wait';
  if (stepKind === 'choice') return null;
  const act = (run: () => void) => () => {
    hasActed.current = true;
    run();
  };
  const change = (opened: boolean) => {
    setOpen(opened);
    if (!opened && !hasActed.current) button.current?.focus();
  };
  return (
    <span className="outline-add">
      <button
        ref={button}
        type="button"
        className="outline-icon"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={t('outline.addTo', { number })}
        onClick={() => {
          hasActed.current = false;
          setOpen(!isOpen);
        }}
      >
        <IconPlus size={17} aria-hidden />
      </button>
      {isOpen ? (
        <Menu
          opened
          onChange={change}
          position="bottom-start"
          returnFocus={false}
          transitionProps={{ duration: 0 }}
        >
          <Menu.Target>
            <MenuPlace className="outline-anchor" />
          </Menu.Target>
          <Menu.Dropdown aria-label={t('outline.addTo', { number })}>
            {isWork && !how ? (
              <Menu.Item
                leftSection={<IconListCheck size={18} aria-hidden />}
                onClick={act(() => onWrite('how'))}
              >
                {t('outline.addHow')}
              </Menu.Item>
            ) : null}
            {isWork && !child ? (
              <Menu.Item
                leftSection={<IconMoodKid size={18} aria-hidden />}
                onClick={act(() => onWrite('child'))}
              >
                {t('outline.addChild')}
              </Menu.Item>
            ) : null}
            {isWork ? (
              <Menu.Item
                leftSection={<IconForms size={18} aria-hidden />}
                onClick={act(() => button.current && pick({ pick: 'asks', id }, button.current))}
              >
                {t('outline.addAsk')}
              </Menu.Item>
            ) : null}
            <Menu.Item
              leftSection={<IconArrowFork size={18} aria-hidden />}
              onClick={act(() => button.current && pick({ pick: 'new_way', from: id }, button.current))}
            >
              {t('outline.way.addFrom')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </span>
  );
}
