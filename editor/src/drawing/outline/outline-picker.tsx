import { Popover } from '@mantine/core';
import { useDrawingState } from '../drawing-context.tsx';
import { type Picking, useOutline } from './outline-context.ts';
import { DeadlinePicker } from './pickers/deadline-picker.tsx';
import { FactPicker } from './pickers/fact-picker.tsx';
import { RolePicker } from './pickers/role-picker.tsx';
import { SourcePicker } from './pickers/source-picker.tsx';
import { GuardPicker, NewWayPicker, OutcomeField, TargetPicker } from './pickers/way-pickers.tsx';

type Props = {
  readonly picking: Picking;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
};

/** The one small picker of the outline, beside what was pressed. Escape closes it and goes back there. */
export function OutlinePicker({ picking, anchor, onClose }: Props) {
  const { t, dir } = useOutline();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const { left, right, bottom } = anchor.getBoundingClientRect();
  const close = () => {
    onClose();
    anchor.focus();
  };
  if (isReadOnly) return null;
  return (
    <Popover
      opened
      onChange={(opened) => !opened && close()}
      position="bottom-start"
      width={340}
      shadow="md"
      trapFocus
      // Near the edge of the screen it stays whole, over its line if it must.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      hideDetached={false}
      withRoles={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span
          style={{
            position: 'absolute',
            left: (dir === 'rtl' ? right : left) + window.scrollX,
            top: bottom + window.scrollY,
            width: 1,
            height: 1,
          }}
        />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={t(LABELS[picking.pick])}
        mah="calc(100dvh - 16px)"
        style={{ overflowY: 'auto' }}
      >
        <Content picking={picking} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

const LABELS = {
  who: 'outline.who',
  with: 'outline.with',
  deadlines: 'outline.deadlines',
  sources: 'outline.sources',
  asks: 'outline.asks',
  retarget: 'outline.way.to',
  guard: 'outline.way.if_',
  rename: 'outline.way.outcome',
  new_way: 'outline.way.add',
} as const satisfies Record<Picking['pick'], string>;

function Content({ picking, onDone }: { picking: Picking; onDone: () => void }) {
  switch (picking.pick) {
    case 'who':
    case 'with':
      return <RolePicker step={picking.id} field={picking.pick} />;
    case 'deadlines':
      return <DeadlinePicker step={picking.id} />;
    case 'sources':
      return <SourcePicker step={picking.id} />;
    case 'asks':
      return <FactPicker step={picking.id} />;
    case 'retarget':
      return <TargetPicker way={picking.way} onDone={onDone} />;
    case 'guard':
      return <GuardPicker way={picking.way} onDone={onDone} />;
    case 'rename':
      return <OutcomeField way={picking.way} onDone={onDone} />;
    case 'new_way':
      return <NewWayPicker from={picking.from} onDone={onDone} />;
  }
}
