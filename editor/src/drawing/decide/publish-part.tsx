import { Alert, Button, List, Modal, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconWorldUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { DecisionView } from '../../client.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { nextVersion } from './next-version.ts';
import { SectorName } from './sector-name.tsx';
import type { Publishing } from './use-deciding.ts';
import { useWhatRemains } from './use-what-remains.ts';

type Props = {
  readonly decision: DecisionView;
  /** Undefined while the gate has not said. */
  readonly passes: boolean | undefined;
  /** `2026-03-02`, where the procedure applies. */
  readonly today: string;
  readonly isBusy: boolean;
  /** Why the service refused, in words. */
  readonly problem: string | undefined;
  readonly onPublish: (publishing: Publishing) => void;
};

/** Why it cannot be published yet, or the way to do it. */
export function PublishPart(props: Props) {
  const { decision, passes } = props;
  const { t, app, language } = useDrawingWords();
  const listed = (names: readonly string[]) => new Intl.ListFormat(language).format(names);
  const [isOpen, dialog] = useDisclosure(false);
  const reasons = useWhatRemains(decision);
  if (decision.state === 'published' || decision.state === 'closed') return null;
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={2} size="h3">
        {t('decide.publish.title')}
      </Title>
      {decision.writers.length > 0 ? (
        <Text c="dimmed" size="sm">
          {t('decide.publish.who', { names: listed(decision.writers) })}
        </Text>
      ) : null}
      {reasons.length > 0 ? (
        <List>
          {reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      ) : null}
      <Button
        disabled={reasons.length > 0 || passes === false}
        leftSection={<IconWorldUpload size={20} aria-hidden />}
        onClick={dialog.open}
      >
        {t('decide.publish.open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('decide.publish.open')}
        size="lg"
        closeButtonProps={{ 'aria-label': app('act.close') }}
      >
        <PublishForm {...props} />
      </Modal>
    </Stack>
  );
}

/** The number of a version, the days on which it counts, and what follows from it. */
export function PublishForm({ decision, today, isBusy, problem, onPublish }: Omit<Props, 'passes'>) {
  const { t } = useDrawingWords();
  const [version, setVersion] = useState(() => nextVersion(decision.taken));
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const isSound = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version) && from !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onPublish({ version, effective: { from, ...(until === '' ? {} : { until }) } });
      }}
    >
      <Stack gap="md" align="flex-start">
        <Stack gap={4}>
          {decision.sectors.map(({ sector, approval }) => (
            <div key={sector}>
              <SectorName sector={sector} />
              {approval ? (
                <Text size="sm" c="dimmed">
                  {approval.person} · {approval.body}
                </Text>
              ) : null}
            </div>
          ))}
        </Stack>
        <TextInput
          required
          label={t('decide.publish.version')}
          description={t('decide.publish.versionHelp', { taken: decision.taken.join(', ') || '-' })}
          value={version}
          onChange={(event) => setVersion(event.currentTarget.value.trim())}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} w="100%">
          <TextInput
            type="date"
            required
            label={t('decide.publish.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('decide.publish.until')}
            min={from}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Text>{t('decide.publish.effect')}</Text>
        <Text fw={600}>{t('decide.publish.final')}</Text>
        {problem === undefined ? null : (
          <Alert color="red" role="alert" w="100%">
            {problem}
          </Alert>
        )}
        <Button type="submit" loading={isBusy} disabled={!isSound}>
          {t('decide.publish.go')}
        </Button>
      </Stack>
    </form>
  );
}
