import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useErrorWords } from '../../session/error-words.ts';
import { useBeginDraft } from '../desk/use-drafts.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { ChooseBrought } from './choose-brought.tsx';
import type { Brought } from './in/read-file.ts';
import { readInWorker } from './in/read-in-worker.ts';
import type { Reading } from './in/reading.ts';
import { ReviewBrought } from './review-brought.tsx';
import { WrongList } from './wrong-list.tsx';

type Props = {
  readonly known?: Pack['roles'] | undefined;
  /** Level of its headings: 2 on a page of its own, 3 below a heading. */
  readonly level?: 2 | 3;
  /** Reads what was brought; a worker's time and memory unless a story says otherwise. */
  readonly read?: typeof readInWorker;
};

/** Brings a procedure in: what it is read as is shown before a draft is begun, and nothing else changes. */
export function BringIn({ known, level = 3, read = readInWorker }: Props) {
  const { t, language } = useDrawingWords();
  const errorWords = useErrorWords();
  const begin = useBeginDraft();
  const [, go] = useLocation();
  const [reading, setReading] = useState<Reading>();
  const [name, setName] = useState<string>();
  const asked = useRef(0);

  const bring = async (brought: Brought, called: string) => {
    const own = ++asked.current;
    setName(called);
    setReading(undefined);
    begin.reset();
    const found = await read(brought, language);
    if (asked.current === own) setReading(found);
  };
  const again = () => {
    asked.current += 1;
    setName(undefined);
    setReading(undefined);
    begin.reset();
  };
  const start = (files: Record<string, string>) =>
    begin.mutate({ files }, { onSuccess: ({ id }) => go(`/drafts/${id}`) });

  return (
    <Stack gap="lg">
      <Text>
        {t('exchange.in.about')}
        {/* On a page of its own no draft is open. */}
        {level === 3 ? ` ${t('exchange.in.stays')}` : ''}
      </Text>
      {name === undefined ? (
        <ChooseBrought onBrought={(brought, called) => void bring(brought, called)} />
      ) : reading === undefined ? (
        <Group role="status">
          <Loader size="sm" aria-hidden />
          <Text>{t('exchange.in.reading', { name })}</Text>
        </Group>
      ) : (
        <Button variant="default" onClick={again} style={{ alignSelf: 'flex-start' }}>
          {t('exchange.in.again')}
        </Button>
      )}
      {reading?.kind === 'nothing' ? (
        <Alert color="red" role="alert" title={t('exchange.in.nothing')}>
          <WrongList findings={reading.findings} />
          <Text mt="sm">{t('exchange.in.unchanged')}</Text>
        </Alert>
      ) : null}
      {reading?.kind === 'document' && reading.findings.length > 0 ? (
        <Alert color="orange" title={t('exchange.review.leftOut')}>
          <WrongList findings={reading.findings} />
        </Alert>
      ) : null}
      {reading?.kind === 'document' ? (
        <ReviewBrought
          reading={reading}
          name={name ?? ''}
          known={known}
          level={level}
          isBusy={begin.isPending}
          onBegin={start}
        />
      ) : null}
      {reading?.kind === 'machine' || reading?.kind === 'pack' ? (
        <Stack gap="md">
          <Title order={level} size="h3">
            {t(`exchange.review.${reading.kind}`)}
          </Title>
          {reading.findings.length > 0 ? (
            <Alert color="orange" title={t('exchange.review.leftOut')}>
              <WrongList findings={reading.findings} />
            </Alert>
          ) : null}
          <Button
            loading={begin.isPending}
            onClick={() => start({ ...reading.files })}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('exchange.review.begin')}
          </Button>
        </Stack>
      ) : null}
      {begin.error ? (
        <Alert color="red" role="alert">
          {errorWords(begin.error)}
        </Alert>
      ) : null}
    </Stack>
  );
}
