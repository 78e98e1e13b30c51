import { Menu } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { MenuPlace } from './menu-place.tsx';

const meta = { title: 'Drawing/Actions/Menu place', component: MenuPlace } satisfies Meta<typeof MenuPlace>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A menu that something else has opened: its first act has the focus, and nothing is told of its place. */
export const OfAMenu: Story = {
  render: (place) => (
    <Menu opened position="bottom-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <MenuPlace {...place} />
      </Menu.Target>
      <Menu.Dropdown aria-label="Étape « Recevoir »">
        <Menu.Item>Renommer</Menu.Item>
        <Menu.Item>Supprimer</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  ),
  args: { style: { position: 'fixed', left: 80, top: 60, width: 1, height: 1 } },
  play: async ({ canvasElement, userEvent }) => {
    const page = within(canvasElement.ownerDocument.body);
    const menu = await page.findByRole('menu', { name: 'Étape « Recevoir »' });
    await expect(within(menu).getByRole('menuitem', { name: 'Renommer' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(within(menu).getByRole('menuitem', { name: 'Supprimer' })).toHaveFocus();
    await expect(canvasElement.querySelector('[aria-expanded]')).toBeNull();
  },
};
export const AtTheEdgeOfTheWindow: Story = {
  render: OfAMenu.render as NonNullable<typeof OfAMenu.render>,
  args: { style: { position: 'fixed', left: 80, bottom: -2, width: 1, height: 1 } },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    const menu = await page.findByRole('menu', { name: 'Étape « Recevoir »' });
    await expect(within(menu).getByRole('menuitem', { name: 'Renommer' })).toBeVisible();
  },
};
