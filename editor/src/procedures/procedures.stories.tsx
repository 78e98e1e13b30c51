import { Button } from '@mantine/core';
import { type Finding, verify } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { PackSummary } from '../client.ts';
import { LONG } from '../fixtures/long-words.ts';
import { samplePack } from '../fixtures/sample-pack.ts';
import { WithPack, withPack } from '../fixtures/with-pack.tsx';
import { FindingList } from './finding-list.tsx';
import { GuidelineNote } from './guideline-note.tsx';
import { MapLegend } from './map-legend.tsx';
import { ProcedureListView } from './procedure-list-view.tsx';
import { ProcedureView } from './procedure-view.tsx';
import { SafeguardList } from './safeguard-list.tsx';
import { StepOutline } from './step-outline.tsx';
import { StepSheet } from './step-panel.tsx';

const pack = samplePack();
const { findings, verdicts } = verify(pack);
const summary: PackSummary = {
  id: 'story-procedure',
  hash: 'abc',
  version: '0.3.0',
  title: pack.pack.title,
  summary: { fr: 'Une petite procédure inventée, pour montrer les écrans.' },
  jurisdiction: '001',
  languages: pack.pack.languages,
  review: 'unvalidated',
  chain: ['story-procedure@0.3.0'],
  findings: { error: 0, warning: 3, info: 1 },
  scenarios: ['evening_call'],
  runs: true,
  sealed: false,
  roles: ['caseworker'],
};

const meta = { title: 'procedures/parts', decorators: [withPack] } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

export const List: Story = {
  render: () => (
    <ProcedureListView
      packs={[
        summary,
        {
          ...summary,
          id: 'benin',
          jurisdiction: 'BJ',
          chain: ['benin@0.1.0', 'story-procedure@0.3.0'],
          review: 'in-review',
        },
        { ...summary, id: 'broken', review: 'validated', findings: { error: 2, warning: 0, info: 0 } },
      ]}
    />
  ),
  play: async ({ canvas }) => {
    const base = `${pack.pack.title['fr']} (0.3.0)`;
    await expect(canvas.getByText(`Adaptation de ${base}`)).toBeVisible();
  },
};
export const ListEmpty: Story = { render: () => <ProcedureListView packs={[]} /> };
export const ListLongText: Story = {
  render: () => <ProcedureListView packs={[{ ...summary, title: { fr: LONG }, summary: { fr: LONG } }]} />,
};
export const Page: Story = {
  render: () => (
    <ProcedureView
      view={{ id: pack.pack.id, hash: 'abc', chain: [], findings, verdicts, pack }}
      pack={pack}
    />
  ),
};
export const Step: Story = {
  render: () => <StepSheet id="meet" />,
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('Proposé, sans base légale').length).toBeGreaterThan(0);
  },
};
export const StepWithForm: Story = { render: () => <StepSheet id="receive" /> };
export const StepNobodyKnows: Story = { render: () => <StepSheet id="nowhere" /> };
export const Outline: Story = { render: () => <StepOutline onOpen={fn()} /> };
export const Safeguards: Story = {
  render: () => <SafeguardList verdicts={verdicts} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Vérifié sur tous les chemins')).toBeVisible();
    await expect(canvas.getByText('Vérifiée par les règles d’accès')).toBeVisible();
  },
};
export const SafeguardsNotYetChecked: Story = {
  render: () => <SafeguardList verdicts={[]} isProving />,
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Pas encore vérifié')).toBeVisible();
    await expect(canvas.getByText('0 / 2')).toBeVisible();
  },
};
const heard = Object.keys(pack.safeguards)[0] ?? '';
/** A green mark alone would promise what nobody has seen. */
const silent = (of: Partial<(typeof verdicts)[number]>, says: RegExp): Story => ({
  render: () => <SafeguardList verdicts={[{ id: heard, verdict: 'proved', ...of }]} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByText(says)).toBeVisible();
    await expect(canvas.queryByText('Vérifié sur tous les chemins')).toBeNull();
  },
});
export const SafeguardThatSaysNothing = silent({ vacuous: 'it never happens' }, /Elle ne dit rien ici/);
export const SafeguardThatSaysNothingYet = silent(
  { vacuous: 'it never happens', awaits: ['placement_span'] },
  /ne dit rien encore.*manque Durée d’un placement/,
);
export const SafeguardThatWaitsForAValue = silent(
  { verdict: 'unchecked', awaits: ['placement_span'] },
  /ne peut pas être vérifiée tant que manque Durée d’un placement/,
);
export const SafeguardsProvedOnThePage: Story = {
  render: () => (
    <ProcedureView
      view={{
        id: pack.pack.id,
        hash: 'proved-on-the-page',
        chain: [],
        findings: [],
        verdicts: [],
        pack,
      }}
      pack={pack}
    />
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: /Garanties/ }));
    await waitFor(() => expect(canvas.getByText('Vérifié sur tous les chemins')).toBeVisible(), {
      timeout: 60_000,
    });
  },
};
export const Findings: Story = { render: () => <FindingList findings={findings} /> };
export const LawNotFound: Story = {
  render: () => (
    <GuidelineNote
      finding={{
        code: 'needs_law',
        severity: 'warning',
        path: 'deadlines/x',
        parameters: { parameter: 'placement_span', guideline: 'P6M' },
        message: '',
      }}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Repère de la base : 6 mois')).toBeVisible();
  },
};
export const FindingsNone: Story = { render: () => <FindingList findings={[]} /> };
/** What is found while the page is open comes in, each under the name of what it speaks of. */
export const FindingsThatCome: Story = {
  render: function Coming() {
    const [found, setFound] = useState<readonly Finding[]>([]);
    const told = { code: 'nobody.knows', severity: 'info', parameters: {}, message: 'A note.' } as const;
    const [safeguard = ''] = Object.keys(pack.safeguards);
    const paths = ['machine/states/main/states/meet/on/child_met', `safeguards/${safeguard}`];
    return (
      <>
        <Button onClick={() => setFound(paths.map((path) => ({ ...told, path })))}>Chercher</Button>
        <FindingList findings={found} />
      </>
    );
  },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Chercher' }));
    await expect(canvas.getByText(pack.steps['meet']?.title['fr'] ?? '')).toBeVisible();
    await expect(canvasElement.querySelector('code')).toBeNull();
  },
};
export const FindingsGravestFirst: Story = {
  render: () => (
    <FindingList
      findings={[
        { code: 'nobody.knows', severity: 'info', path: 'steps/x', parameters: {}, message: 'A note.' },
        {
          code: 'nobody.knows',
          severity: 'error',
          path: 'steps/y',
          parameters: {},
          message: `Very long: ${LONG}`,
        },
      ]}
    />
  ),
};
export const Legend: Story = { render: () => <MapLegend /> };
export const Dark: Story = {
  render: () => <SafeguardList verdicts={verdicts} />,
  globals: { scheme: 'dark' },
};
export const RightToLeft: Story = {
  render: () => (
    <WithPack>
      <StepSheet id="receive" />
    </WithPack>
  ),
  globals: { direction: 'rtl' },
};
