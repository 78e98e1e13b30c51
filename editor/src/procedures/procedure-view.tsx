import { Button, Group, SegmentedControl, Stack, Tabs, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { IconFolderPlus, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PackView } from '../client.ts';
import type { Direction } from '../map/elk-graph.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { PackProvider } from '../pack/pack-context.tsx';
import { Prose } from '../pack/prose.tsx';
import { ReviewBanner } from '../pack/review-banner.tsx';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/use-words.ts';
import { ZoneProvider } from '../words/zone.tsx';
import { useCountryName } from './country-name.ts';
import { FindingList } from './finding-list.tsx';
import { InForceNote } from './in-force-note.tsx';
import { MapLegend } from './map-legend.tsx';
import { SafeguardList } from './safeguard-list.tsx';
import { StepOutline } from './step-outline.tsx';
import { StepPanel } from './step-panel.tsx';
import { useProof } from './use-proof.ts';

type Props = { readonly view: PackView; readonly pack: Pack };

/** One procedure: its map, its steps, what is wrong with it, and what every path must keep. */
export function ProcedureView({ view, pack }: Props) {
  const { t, say } = useWords();
  const country = useCountryName();
  const [direction, setDirection] = useState<Direction>('DOWN');
  const [open, setOpen] = useState<string>();
  const head = pack.pack;
  const proof = useProof(pack, view.hash);
  const findings = [
    ...view.findings,
    ...proof.findings.filter(
      ({ code, path }) => !view.findings.some((known) => known.code === code && known.path === path),
    ),
  ];
  return (
    <PackProvider pack={pack}>
      <ZoneProvider zone={head.timeZone}>
        <Page
          title={say(head.title, head.id)}
          subtitle={`${country(head.jurisdiction)} · ${t('procedures.version', { version: head.version })}`}
          back={{ href: '/procedures', label: t('procedures.title') }}
          above={<ReviewBanner state={head.review.state} />}
          width={1500}
          actions={
            <Group gap="sm">
              <Button
                component={Link}
                href={`/simulator/${head.id}`}
                variant="default"
                leftSection={<IconSchool size={20} aria-hidden />}
              >
                {t('procedures.train')}
              </Button>
              <Button
                component={Link}
                href={`/cases/new/${head.id}`}
                leftSection={<IconFolderPlus size={20} aria-hidden />}
              >
                {t('procedures.openCase')}
              </Button>
            </Group>
          }
        >
          {view.inForce ? <InForceNote inForce={view.inForce} /> : null}
          {head.summary ? <Prose>{say(head.summary)}</Prose> : null}
          <Tabs defaultValue="map">
            <Tabs.List mb="md">
              <Tabs.Tab value="map">{t('procedures.map')}</Tabs.Tab>
              <Tabs.Tab value="outline">{t('procedures.outline')}</Tabs.Tab>
              <Tabs.Tab value="safeguards">
                {t('procedures.safeguards')} ({Object.keys(pack.safeguards).length})
              </Tabs.Tab>
              <Tabs.Tab value="findings">
                {t('procedures.findings_other', { count: findings.length })}
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="map">
              <Stack gap="sm">
                <SegmentedControl
                  value={direction === 'DOWN' ? 'DOWN' : 'RIGHT'}
                  onChange={(value) => setDirection(value === 'DOWN' ? 'DOWN' : 'RIGHT')}
                  aria-label={t('map.title')}
                  data={[
                    { value: 'DOWN', label: t('procedures.directionDown') },
                    { value: 'RIGHT', label: t('procedures.directionRight') },
                  ]}
                  style={{ alignSelf: 'flex-start' }}
                />
                <LazyMap pack={pack} direction={direction} onOpen={setOpen} height="72vh" />
                <MapLegend />
              </Stack>
            </Tabs.Panel>
            <Tabs.Panel value="outline">
              <StepOutline onOpen={setOpen} />
            </Tabs.Panel>
            <Tabs.Panel value="safeguards">
              <SafeguardList verdicts={proof.verdicts} isProving={!proof.isDone} />
            </Tabs.Panel>
            <Tabs.Panel value="findings">
              <FindingList findings={findings} />
            </Tabs.Panel>
          </Tabs>
          <StepPanel step={open} onClose={() => setOpen(undefined)} />
          {Object.keys(head.languages).length > 0 ? (
            <Text size="sm" c="dimmed">
              {t('procedures.languages')}
              {t('app.colon')}{' '}
              {Object.entries(head.languages)
                .map(([language, state]) =>
                  state === 'reviewed'
                    ? language.toUpperCase()
                    : `${language.toUpperCase()} (${t('procedures.unreviewed')})`,
                )
                .join(', ')}
            </Text>
          ) : null}
        </Page>
      </ZoneProvider>
    </PackProvider>
  );
}
