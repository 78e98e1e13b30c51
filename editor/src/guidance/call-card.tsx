import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Guide } from '@parcours/engine';
import { IconMessageReport, IconPhone } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';

/** Whom to call. A number nobody found is said to be missing, never invented. */
export function CallCard({ contacts }: { contacts: Guide['contacts'] }) {
  const { t, say } = useWords();
  if (contacts.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={t('call.title')}>
      <Group gap="xs" mb="sm">
        <IconPhone size={20} aria-hidden />
        <Title order={3} size="h5">
          {t('call.title')}
        </Title>
      </Group>
      <Stack gap="sm">
        {contacts.map((contact) => (
          <div key={contact.id}>
            <Text fw={550}>{say(contact.label, contact.id)}</Text>
            {contact.number ? (
              <Anchor
                href={`tel:${contact.number.replace(/[^\d+]/g, '')}`}
                fw={700}
                size="xl"
                dir="ltr"
                className="way"
              >
                {contact.number}
              </Anchor>
            ) : (
              <Text size="sm" c="dimmed">
                {t('call.noNumber')}
              </Text>
            )}
            {contact.hours || contact.confidence ? (
              <Text size="sm" c="dimmed">
                {[
                  say(contact.hours),
                  contact.number && contact.confidence ? t(`confidence.${contact.confidence}`) : '',
                ]
                  .filter((part) => part !== '' && part !== undefined)
                  .join(' · ')}
              </Text>
            ) : null}
          </div>
        ))}
      </Stack>
    </Card>
  );
}

/** The way to complain, open from every step. It leaves no trace in this case. */
export function ComplaintCard({ href }: { href: string }) {
  const { t } = useWords();
  return (
    <Card withBorder component="section" aria-label={t('complaint.title')}>
      <Group gap="xs" mb="xs">
        <IconMessageReport size={20} aria-hidden />
        <Title order={3} size="h5">
          {t('complaint.title')}
        </Title>
      </Group>
      <Text size="sm" mb="sm">
        {t('complaint.explain')}
      </Text>
      <Button component="a" href={href} variant="default" fullWidth>
        {t('complaint.open')}
      </Button>
    </Card>
  );
}
