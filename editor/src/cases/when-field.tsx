import { Radio, Stack } from '@mantine/core';
import { InstantText } from '../forms/instant-text.tsx';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly earlier: boolean;
  readonly happened: string | undefined;
  readonly onEarlier: (earlier: boolean) => void;
  readonly onHappened: (instant: string | undefined) => void;
  readonly error: string | undefined;
};

/** When it happened: now, or earlier and recorded only now. */
export function WhenField({ earlier, happened, onEarlier, onHappened, error }: Props) {
  const { t } = useWords();
  return (
    <Radio.Group
      label={t('when.title')}
      value={earlier ? 'earlier' : 'now'}
      onChange={(value) => onEarlier(value === 'earlier')}
    >
      <Stack gap={6} mt={8}>
        <Radio.Card value="now" className="choice" aria-label={t('when.now')}>
          <Radio.Indicator /> <span>{t('when.now')}</span>
        </Radio.Card>
        <Radio.Card value="earlier" className="choice" aria-label={t('when.earlier')}>
          <Radio.Indicator /> <span>{t('when.earlier')}</span>
        </Radio.Card>
      </Stack>
      {earlier ? (
        <InstantText
          label={t('when.happened')}
          value={happened}
          onChange={onHappened}
          error={error}
          required
        />
      ) : null}
    </Radio.Group>
  );
}
