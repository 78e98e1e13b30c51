import { Button, Menu } from '@mantine/core';
import type { Finding, Verdict } from '@parcours/engine';
import { IconChevronDown, IconTool } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { usePack } from '../../pack/pack-context.tsx';
import { useDrawingState } from '../drawing-context.tsx';
import { sayNames } from '../drawing-store.ts';
import { GoesToDialog } from '../panel/goes-to-dialog.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Mend } from './mends/mend.ts';
import { mendsOf } from './mends.ts';
import { useMending } from './use-mending.ts';

type Props = { readonly finding: Finding; readonly verdict?: Verdict };

/** What a way on settles: besides those suggested, a person may lead to any step. */
const WANT_A_WAY = new Set(['step.dead_end', 'step.stuck', 'step.trap', 'step.waits']);

const inFull = { label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.3 } } as const;

/** What is suggested for a finding: one act as a button, several as a menu. Nothing where nothing is, or one only reads. */
export function MendButton({ finding, verdict }: Props) {
  const { t, say } = useDrawingWords();
  const mend = useMending();
  const pack = usePack();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [isLeading, setLeading] = useState(false);
  const mends = useMemo(() => mendsOf(pack, finding, verdict), [pack, finding, verdict]);
  const from = WANT_A_WAY.has(finding.code) ? lastStepOf(finding) : undefined;
  const [first, ...others] = mends;
  if (isReadOnly || (!first && from === undefined)) return null;
  const words = ({ label, names }: Mend) =>
    String(t(`findings.mends.${label}` as 'findings.count', sayNames(names, say)));
  const look = { variant: 'light', h: 'auto', py: 4, mih: 44, size: 'compact-md', styles: inFull } as const;
  const icon = <IconTool size={16} aria-hidden />;
  if (first && others.length === 0 && from === undefined)
    return (
      <Button {...look} leftSection={icon} onClick={() => mend([finding], first, verdict)}>
        {words(first)}
      </Button>
    );
  const elsewhere = () => setLeading(true);
  return (
    <>
      {first === undefined ? (
        <Button {...look} leftSection={icon} onClick={elsewhere}>
          {t('todos.leadElsewhere')}
        </Button>
      ) : (
        <Menu position="bottom-start" withinPortal hideDetached={false}>
          <Menu.Target>
            <Button {...look} leftSection={icon} rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('findings.mend')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mends.map((offer) => (
              <Menu.Item key={words(offer)} mih={44} onClick={() => mend([finding], offer, verdict)}>
                {words(offer)}
              </Menu.Item>
            ))}
            {from === undefined ? null : (
              <Menu.Item mih={44} onClick={elsewhere}>
                {t('todos.leadElsewhere')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {isLeading && from !== undefined ? (
        <GoesToDialog from={from} onClose={() => setLeading(false)} />
      ) : null}
    </>
  );
}

/** The step that a finding is about; of several, the last. */
function lastStepOf({ parameters }: Finding): string | undefined {
  return String(parameters['step'] ?? parameters['steps'] ?? '')
    .split(', ')
    .at(-1);
}
