import { ActionIcon, Group, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowRight,
  IconDownload,
  IconFocusCentered,
  IconWand,
} from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { mapGraph } from '../../map/map-graph.ts';
import { useToast } from '../../shell/toast.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { mapPicture, saveFile } from './map-picture.ts';

type Props = {
  readonly isDown: boolean;
  readonly onTurn: (isDown: boolean) => void;
  readonly hasPins: boolean;
  readonly onTidy: () => void;
  /** All of it is drawn, or only what is in sight. */
  readonly onWhole: (isWhole: boolean) => void;
};

const PATIENCE_MS = 10_000;

/** Above the map: which way it runs, all of it, tidied, taken away as a picture or on paper. */
export function MapToolbar({ isDown, onTurn, hasPins, onTidy, onWhole }: Props) {
  const { t } = useDrawingWords();
  const flow = useReactFlow();
  const say = useToast();
  const pack = useDrawnPack();
  const [isBusy, setBusy] = useState(false);
  const take = async (kind: 'svg' | 'png') => {
    const map = document.querySelector<HTMLElement>('.map-view .map');
    if (!map) return;
    setBusy(true);
    onWhole(true);
    try {
      await drawnTwice();
      // A map that has just been opened shows its first track before the others.
      const end = performance.now() + PATIENCE_MS;
      while (flow.getNodes().length < mapGraph(pack).nodes.length) {
        if (performance.now() > end) throw new Error('The map was not laid out in time.');
        await drawnTwice();
      }
      saveFile(
        await mapPicture(map, flow.getNodesBounds(flow.getNodes()), kind),
        `${pack.pack.id}-${pack.pack.version}.${kind}`,
      );
    } catch {
      say(t('map.pictureFailed'));
    } finally {
      setBusy(false);
      onWhole(false);
    }
  };
  return (
    <Group gap="xs" role="toolbar" aria-label={t('map.tools')} className="map-toolbar">
      <SegmentedControl
        value={isDown ? 'down' : 'across'}
        onChange={(value) => onTurn(value === 'down')}
        data={[
          {
            value: 'down',
            label: (
              <Tooltip label={t('map.down')}>
                <span className="map-turn">
                  <IconArrowDown size={20} role="img" aria-label={t('map.down')} />
                </span>
              </Tooltip>
            ),
          },
          {
            value: 'across',
            label: (
              <Tooltip label={t('map.across')}>
                <span className="map-turn">
                  <IconArrowRight size={20} role="img" aria-label={t('map.across')} className="flip-in-rtl" />
                </span>
              </Tooltip>
            ),
          },
        ]}
      />
      <Tooltip label={t('map.whole')}>
        <ActionIcon
          size={44}
          aria-label={t('map.whole')}
          onClick={() => void flow.fitView({ padding: 0.05, duration: 200 })}
        >
          <IconFocusCentered size={22} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('map.tidy')}>
        <ActionIcon size={44} aria-label={t('map.tidy')} disabled={!hasPins} onClick={onTidy}>
          <IconWand size={22} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon size={44} aria-label={t('map.picture')} title={t('map.picture')} loading={isBusy}>
            <IconDownload size={22} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void take('svg')}>{t('map.svg')}</Menu.Item>
          <Menu.Item onClick={() => void take('png')}>{t('map.png')}</Menu.Item>
          <Menu.Item onClick={() => window.print()}>{t('map.print')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

/** Once it is drawn, and once more when what it measured of itself is. */
function drawnTwice(): Promise<void> {
  return new Promise((drawn) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 0))),
  );
}
