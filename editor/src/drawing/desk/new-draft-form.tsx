import { Button, Radio, Select, Stack, TextInput } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useState } from 'react';
import type { PackSummary } from '../../client.ts';
import { useCountryChoices } from '../../procedures/country-name.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { emptyProcedure, packIdOf } from './empty-procedure.ts';
import { SectorChoice } from './sector-choice.tsx';
import { type Sector, sectorProcedure } from './sector-procedure.ts';
import type { BeginFrom } from './use-drafts.ts';

type Start = 'empty' | 'sector' | 'pack' | 'copy' | 'adapt';

type Props = {
  readonly packs: readonly PackSummary[];
  readonly isBusy: boolean;
  readonly onBegin: (from: BeginFrom) => void;
};

/** What a new draft begins with. */
export function NewDraftForm({ packs, isBusy, onBegin }: Props) {
  const { t, say, language } = useDrawingWords();
  const countries = useCountryChoices();
  const [start, setStart] = useState<Start>('empty');
  const [pack, setPack] = useState<string | null>(packs[0]?.id ?? null);
  const [title, setTitle] = useState('');
  const [jurisdiction, setJurisdiction] = useState<string>('001');
  const [sector, setSector] = useState<Sector>('health');
  const [base, setBase] = useState<Pack>();
  const isNew = start !== 'pack';
  const isReady =
    (start === 'empty' || pack !== null) &&
    (start !== 'sector' || base !== undefined) &&
    (!isNew || title.trim() !== '');

  const begin = () => {
    const named = { [language]: title.trim() };
    if (start === 'empty' || start === 'sector') {
      const id = packIdOf(title);
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
      const files = emptyProcedure(id, jurisdiction, zone, {
        title: named,
        main: { [language]: t('desk.main') },
        firstStep: { [language]: t('desk.newStep') },
        outcome: { [language]: t('desk.endOutcome') },
        end: { [language]: t('desk.end') },
        caseworker: { [language]: t('desk.role') },
        child: { [language]: t('desk.child') },
      });
      const words = {
        report: { [language]: t('exchange.template.report') },
        reported: { [language]: t('exchange.template.reported') },
      };
      const begun = start === 'sector' && base ? sectorProcedure(files, base, sector, words) : files;
      onBegin({ files: { ...begun } });
    } else if (start === 'pack') onBegin({ pack: pack ?? '' });
    else {
      const about = { id: packIdOf(title), title: named, jurisdiction };
      onBegin(start === 'copy' ? { copy: pack ?? '', ...about } : { adapt: pack ?? '', ...about });
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) begin();
      }}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('desk.from.label')}
          value={start}
          onChange={(value) => setStart(value as Start)}
        >
          <Stack gap="xs" mt="xs">
            {(['empty', 'sector', 'pack', 'copy', 'adapt'] as const).map((each) => (
              <Radio
                key={each}
                value={each}
                label={each === 'sector' ? t('exchange.template.sector') : t(`desk.from.${each}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {start === 'empty' ? null : (
          <Select
            label={t('desk.procedure')}
            data={packs.map((each) => ({ value: each.id, label: say(each.title) || each.id }))}
            value={pack}
            onChange={setPack}
            allowDeselect={false}
          />
        )}
        {start === 'sector' && pack !== null ? (
          <SectorChoice procedure={pack} sector={sector} onSector={setSector} onBase={setBase} />
        ) : null}
        {isNew ? (
          <>
            <TextInput
              label={t('desk.name')}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              maxLength={200}
              required
              lang={language}
              dir={LANGUAGES[language].dir}
            />
            <Select
              label={t('desk.country')}
              data={[...countries]}
              value={jurisdiction}
              onChange={(value) => setJurisdiction(value ?? '001')}
              allowDeselect={false}
              searchable
            />
          </>
        ) : null}
        <Button type="submit" disabled={!isReady} loading={isBusy} style={{ alignSelf: 'flex-start' }}>
          {t('desk.create')}
        </Button>
      </Stack>
    </form>
  );
}
