import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { ExchangeView } from './exchange-view.tsx';

const meta = { component: ExchangeView, decorators: [onTheTable] } satisfies Meta<typeof ExchangeView>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The name of the last file that was given to the person, and its bytes. */
async function given(act: () => Promise<void>): Promise<{ readonly name: string; readonly blob: Blob }> {
  const blobs: Blob[] = [];
  const make = URL.createObjectURL;
  const click = HTMLAnchorElement.prototype.click;
  let name = '';
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
    name = this.download;
  };
  try {
    await act();
    await waitFor(() => expect(name).not.toBe(''), { timeout: 30_000 });
  } finally {
    URL.createObjectURL = make;
    HTMLAnchorElement.prototype.click = click;
  }
  const blob = blobs.at(-1);
  if (!blob) throw new Error('Nothing was given.');
  return { name, blob };
}

export const APageWithItsPictures: Story = {
  play: async ({ canvas }) => {
    const { blob } = await given(() => userEvent.click(canvas.getByRole('button', { name: /Page à lire/ })));
    const html = await blob.text();
    await expect(html).toContain('<svg');
    await expect(html).not.toContain('<script');
  },
};
export const AWordDocumentWithItsPictures: Story = {
  play: async ({ canvas }) => {
    const { name, blob } = await given(() =>
      userEvent.click(canvas.getByRole('button', { name: /Document Word/ })),
    );
    await expect(name).toBe('story-procedure-0.3.0-fr.docx');
    await expect(blob.size).toBeGreaterThan(20_000);
    await waitFor(() => expect(canvas.getByText(/est prêt/)).toBeVisible());
  },
};
export const AnArchive: Story = {
  play: async ({ canvas }) => {
    const { name } = await given(() =>
      userEvent.click(canvas.getByRole('button', { name: /Procédure entière/ })),
    );
    await expect(name).toBe('story-procedure-0.3.0.zip');
  },
};
export const AnAdaptation: Story = {
  parameters: { drawing: { base: samplePack() } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: /Adaptation seule/ })).toBeVisible();
  },
};
export const InArabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
export const HighContrast: Story = inHighContrast(AnAdaptation);
