import { Badge, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { type KeyboardEvent, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { FindingsHere } from './findings-here.tsx';
import './to-do.css';
import { useFindingsAt } from './use-findings.ts';

const LOOKS = {
  error: { color: 'red', Icon: IconAlertCircle },
  warning: { color: 'orange', Icon: IconAlertTriangle },
  info: { color: 'gray', Icon: IconInfoCircle },
} as const;

/** How many things are to do at an element, in the colour of the gravest; nothing where there are none. Only to be read. */
export function FindingSign({ place }: { readonly place: string }) {
  const { t } = useDrawingWords();
  const { findings, worst } = useFindingsAt(place);
  if (worst === undefined) return null;
  const { color, Icon } = LOOKS[worst];
  return (
    <Badge
      color={color}
      className="chip"
      role="img"
      aria-label={t('findings.count', { count: findings.length })}
      leftSection={<Icon size={14} aria-hidden />}
      data-finding={worst}
    >
      {findings.length}
    </Badge>
  );
}

type Props = {
  readonly place: string;
  /** False in a grid that is walked by arrows: the panel beside tells the same. */
  readonly isStop?: boolean;
};

/** The sign, which opens what is to do there and what would settle it. */
export function FindingMark({ place, isStop = true }: Props) {
  const { t } = useDrawingWords();
  const { findings, worst } = useFindingsAt(place);
  const [isOpen, setOpen] = useState(false);
  // Pressed while it is open, it has closed already when the press ends.
  const wasOpen = useRef(false);
  const mark = useRef<HTMLButtonElement>(null);
  if (worst === undefined) return null;
  const label = t('findings.count', { count: findings.length });
  return (
    <span className="finding-mark-box" {...KEPT_INSIDE}>
      <UnstyledButton
        ref={mark}
        className="finding-mark"
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        tabIndex={isStop ? 0 : -1}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={() => {
          setOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
      >
        <Badge
          component="span"
          color={LOOKS[worst].color}
          className="chip"
          leftSection={<Look worst={worst} />}
          data-finding={worst}
        >
          {findings.length}
        </Badge>
      </UnstyledButton>
      {isOpen ? (
        <Opened
          place={place}
          onGo={() => setOpen(false)}
          onClose={() => {
            setOpen(false);
            mark.current?.focus();
          }}
        />
      ) : null}
    </span>
  );
}

type OpenedProps = {
  readonly place: string;
  /** Somebody goes elsewhere from here. */
  readonly onGo: () => void;
  readonly onClose: () => void;
};

/** Made only when it is opened: a map has a mark on each of its cards. */
function Opened({ place, onGo, onClose }: OpenedProps) {
  const { t } = useDrawingWords();
  const id = useId();
  return (
    <Popover
      opened
      onChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      position="bottom-end"
      width="min(32rem, 92vw)"
      shadow="md"
      trapFocus
      withinPortal
      hideDetached={false}
    >
      <Popover.Target>
        <span className="finding-anchor" />
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={id} className="finding-popover">
        <Text id={id} fw={600} mb="xs">
          {t('todos.here')}
        </Text>
        <ClosedByGoing onGo={onGo} />
        <FindingsHere place={place} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Look({ worst }: { readonly worst: keyof typeof LOOKS }) {
  const { Icon } = LOOKS[worst];
  return <Icon size={14} aria-hidden />;
}

/** Whoever goes elsewhere from here leaves nothing open behind. */
function ClosedByGoing({ onGo }: { readonly onGo: () => void }) {
  const revealed = useDrawingState((state) => state.revealed);
  const first = useRef(revealed);
  useEffect(() => {
    if (revealed !== first.current) onGo();
  }, [revealed, onGo]);
  return null;
}

const stop = (event: SyntheticEvent) => event.stopPropagation();

/** A row, a cell or a card around does not act on what is done in the popover; shortcuts of the table still do. */
const KEPT_INSIDE = {
  role: 'presentation',
  onClick: stop,
  onDoubleClick: stop,
  onPointerDown: stop,
  onMouseDown: stop,
  onKeyDown: (pressed: KeyboardEvent) => {
    if (!pressed.ctrlKey && !pressed.metaKey) pressed.stopPropagation();
  },
} as const;
