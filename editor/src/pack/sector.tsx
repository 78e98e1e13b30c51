import {
  IconBuildingCommunity,
  IconEye,
  IconFriends,
  IconGavel,
  IconHeartHandshake,
  IconMoodKid,
  IconSchool,
  IconShieldHalf,
  IconStethoscope,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';

/** How a sector looks: a colour of the theme, and an icon so that colour never speaks alone. */
type SectorLook = { readonly color: string; readonly Icon: TablerIcon };

const LOOKS = {
  social: { color: 'lagoon', Icon: IconHeartHandshake },
  police: { color: 'indigo', Icon: IconShieldHalf },
  justice: { color: 'grape', Icon: IconGavel },
  health: { color: 'red', Icon: IconStethoscope },
  education: { color: 'orange', Icon: IconSchool },
  community: { color: 'green', Icon: IconBuildingCommunity },
  oversight: { color: 'yellow', Icon: IconEye },
  family: { color: 'cyan', Icon: IconFriends },
  child: { color: 'pink', Icon: IconMoodKid },
} as const satisfies Record<string, SectorLook>;

export type SectorName = keyof typeof LOOKS;

const isSector = (sector: string): sector is SectorName => Object.hasOwn(LOOKS, sector);

/** Every sector, in reading order. */
export const SECTOR_NAMES: readonly SectorName[] = Object.keys(LOOKS).filter(isSector);

export function sectorLook(
  sector: string | undefined,
): SectorLook & { readonly name: SectorName | undefined } {
  return sector !== undefined && isSector(sector)
    ? { ...LOOKS[sector], name: sector }
    : { color: 'gray', Icon: IconUser, name: undefined };
}
