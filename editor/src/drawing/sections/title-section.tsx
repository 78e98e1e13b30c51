import { Badge, Button, Card, Fieldset, Group, Stack, Text, Textarea } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useMemo, useState } from 'react';
import { useCountryChoices, useCountryName } from '../../procedures/country-name.ts';
import { HeadNote, useIsInherited } from '../adapt/head-note.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { newId } from '../log/new-id.ts';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { HeadProvider, useElement, useFieldValue } from './element-context.tsx';
import { usePicks } from './element-picks.ts';
import { ChoiceField, LineField, WordsField } from './fields.tsx';
import { NewElement } from './new-element.tsx';
import { PickField } from './pick-field.tsx';
import { textProjector } from './project-texts.ts';
import { useLanguageName } from './use-language-name.ts';

type Head = Pack['pack'];

/** The title page: what the procedure is called, where and when it holds, in which languages, and whom to call. */
export function TitleSection() {
  const { t } = useDrawingWords();
  return (
    <HeadProvider part="pack">
      <Stack gap="lg" maw={760}>
        <HeadWords field="title" />
        <HeadWords field="summary" />
        <Group gap="sm" align="flex-end">
          <WherePicks />
          <LineField path={['version']} label={t('sections.fields.version')} whole w={160} />
        </Group>
        <Group gap="sm" align="flex-end">
          <LineField
            path={['effective', 'from']}
            label={t('sections.fields.effectiveFrom')}
            type="date"
            whole
          />
          <LineField
            path={['effective', 'until']}
            label={t('sections.fields.effectiveUntil')}
            type="date"
            whole
          />
        </Group>
        <Languages />
        <Contacts />
        <Others />
        <Text c="dimmed">{t('sections.title.validations')}</Text>
      </Stack>
    </HeadProvider>
  );
}

function HeadWords({ field }: { readonly field: 'title' | 'summary' }) {
  const { t } = useDrawingWords();
  const isInherited = useIsInherited(field);
  return (
    <Stack gap={4}>
      <WordsField
        path={[field]}
        label={t(`sections.fields.${field}`)}
        long={field === 'summary'}
        isInherited={isInherited}
      />
      <HeadNote field={field} />
    </Stack>
  );
}

/** The country and its clock, chosen by their names; what the lists do not hold, a region of a country, stays as it is. */
function WherePicks() {
  const { t } = useDrawingWords();
  const country = useCountryName();
  const choices = useCountryChoices();
  const [jurisdiction, zone] = [useFieldValue(['jurisdiction']), useFieldValue(['timeZone'])];
  const countries = useMemo(() => {
    const isListed = typeof jurisdiction !== 'string' || choices.some(({ value }) => value === jurisdiction);
    return isListed ? [...choices] : [...choices, { value: jurisdiction, label: country(jurisdiction) }];
  }, [choices, country, jurisdiction]);
  const zones = useMemo(
    () =>
      [
        ...new Set([
          'UTC',
          ...(typeof zone === 'string' ? [zone] : []),
          ...Intl.supportedValuesOf('timeZone'),
        ]),
      ].map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    [zone],
  );
  return (
    <>
      <PickField path={['jurisdiction']} label={t('sections.fields.jurisdiction')} picks={countries} />
      <PickField path={['timeZone']} label={t('sections.fields.timeZone')} picks={zones} />
    </>
  );
}

function Languages() {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const nameOf = useLanguageName();
  const [project] = useState(textProjector);
  const texts = project(pack);
  const languages = useFieldValue(['languages']) as Head['languages'];
  const add = (code: string) => {
    if (/^[a-z]{2,3}$/.test(code) && !Object.hasOwn(languages, code))
      set(['languages'], { ...languages, [code]: 'unreviewed' });
  };
  return (
    <Fieldset legend={t('sections.title.languages')}>
      <Stack gap="sm">
        {Object.keys(languages).map((language) => {
          const count = texts.filter(({ text }) => text[language] === undefined).length;
          return (
            <Group key={language} gap="sm" align="flex-end">
              <ChoiceField
                path={['languages', language]}
                label={nameOf(language)}
                w={260}
                options={(['reviewed', 'unreviewed'] as const).map((value) => ({
                  value,
                  label: t(`sections.title.${value}`),
                }))}
              />
              <Badge color={count === 0 ? 'green' : 'orange'} size="lg" className="chip" mb={8}>
                {count === 0 ? t('sections.title.complete') : t('sections.title.missing', { count })}
              </Badge>
              {isReadOnly || Object.keys(languages).length < 2 ? null : (
                <Button
                  variant="subtle"
                  color="red"
                  aria-label={t('sections.removeNamed', { name: nameOf(language) })}
                  onClick={() =>
                    set(
                      ['languages'],
                      Object.fromEntries(Object.entries(languages).filter(([each]) => each !== language)),
                    )
                  }
                >
                  {t('sections.remove')}
                </Button>
              )}
            </Group>
          );
        })}
        <NewElement label={t('sections.title.addLanguage')} onAdd={add} />
      </Stack>
    </Fieldset>
  );
}

function Contacts() {
  const { t, say, language } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const contacts = (useFieldValue(['contacts']) ?? {}) as NonNullable<Head['contacts']>;
  const add = (words: string) => {
    const id = newId(words, 'contact', (each) => Object.hasOwn(contacts, each));
    const label = { [textLanguage(pack, language)]: words };
    set(['contacts'], { ...contacts, [id]: { label, confidence: 'unknown' } });
  };
  return (
    <Fieldset legend={t('sections.title.contacts')}>
      <Stack gap="sm">
        {Object.entries(contacts).map(([id, { label }]) => (
          <Card key={id} withBorder p="md" data-contact={id}>
            <Stack gap="sm">
              <WordsField path={['contacts', id, 'label']} label={t('sections.fields.label')} />
              <Group gap="sm" align="flex-end">
                <LineField path={['contacts', id, 'number']} label={t('sections.title.phone')} w={240} />
                <ChoiceField
                  path={['contacts', id, 'confidence']}
                  label={t('sections.fields.confidence')}
                  none={t('sections.basis.none')}
                  options={(['read', 'secondary', 'memory', 'unknown'] as const).map((value) => ({
                    value,
                    label: t(`sections.confidence.${value}`),
                  }))}
                />
              </Group>
              <WordsField path={['contacts', id, 'hours']} label={t('sections.title.openHours')} />
              {isReadOnly ? null : (
                <Button
                  variant="subtle"
                  color="red"
                  size="sm"
                  w="fit-content"
                  aria-label={t('sections.removeNamed', { name: say(label, id) })}
                  onClick={() => set(['contacts', id], undefined)}
                >
                  {t('sections.remove')}
                </Button>
              )}
            </Stack>
          </Card>
        ))}
        <NewElement label={t('sections.title.newContact')} onAdd={add} />
      </Stack>
    </Fieldset>
  );
}

function Others() {
  const { t } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const deadlines = usePicks('deadlines');
  const authors = useFieldValue(['authors']) as Head['authors'];
  return (
    <>
      <PickField
        path={['reconsider']}
        label={t('sections.fields.reconsider')}
        picks={deadlines}
        none={t('sections.title.none')}
      />
      <LineField path={['complaint']} label={t('sections.fields.complaint')} whole w={320} />
      <LineField path={['licence']} label={t('sections.fields.licence')} whole w={320} />
      <Textarea
        label={t('sections.fields.authors')}
        defaultValue={authors.join('\n')}
        readOnly={isReadOnly}
        onBlur={(event) => {
          const next = event.currentTarget.value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '');
          if (next.join('\n') !== authors.join('\n')) set(['authors'], next);
        }}
      />
    </>
  );
}
