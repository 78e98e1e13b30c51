import {
  IconBell,
  IconFolderShare,
  IconFolders,
  IconPencil,
  IconRoute,
  IconSchool,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';

/** Where a person can go. The menu, the narrow menu and the start page read the same list. */
export type Place = {
  readonly id: 'cases' | 'notices' | 'procedures' | 'drafts' | 'simulator' | 'people' | 'leftCases';
  readonly path: string;
  readonly Icon: TablerIcon;
  /** Only for those who administer the service. */
  readonly administrators?: true;
};

/** A drawing table, where the menu is a row of signs and the room is the drawing's. */
export function isTable(path: string): boolean {
  return /^\/drafts\/[^/]+\/./.test(path);
}

export const PLACES: readonly Place[] = [
  { id: 'cases', path: '/cases', Icon: IconFolders },
  { id: 'notices', path: '/notices', Icon: IconBell },
  { id: 'procedures', path: '/procedures', Icon: IconRoute },
  { id: 'drafts', path: '/drafts', Icon: IconPencil },
  { id: 'simulator', path: '/simulator', Icon: IconSchool },
  { id: 'people', path: '/people', Icon: IconUsers, administrators: true },
  { id: 'leftCases', path: '/left-cases', Icon: IconFolderShare, administrators: true },
];
