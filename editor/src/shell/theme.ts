import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep lagoon: calm, and dark enough at the primary shade for white text. */
const lagoon: MantineColorsTuple = [
  '#eef7f8',
  '#dcecee',
  '#b4d9de',
  '#89c5cd',
  '#66b4be',
  '#4fa9b5',
  '#3a95a2',
  '#20707d',
  '#135f6b',
  '#0a4a54',
];

/** Large targets, one family of letters with its Arabic sister, contrast before charm. */
export const theme = createTheme({
  primaryColor: 'lagoon',
  primaryShade: { light: 8, dark: 7 },
  colors: { lagoon },
  autoContrast: true,
  luminanceThreshold: 0.32,
  fontFamily: "'Inter Variable', 'Noto Sans Arabic Variable', system-ui, sans-serif",
  headings: {
    fontFamily: "'Inter Variable', 'Noto Sans Arabic Variable', system-ui, sans-serif",
    fontWeight: '650',
    textWrap: 'balance',
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 'xl', variant: 'subtle' } },
    // A menu holds its acts alone; the first of them has the focus, and each can be reached where the menu is pulled up and down.
    // It stays where its opener is half out of sight: at the edge of a window, or of a box that clips.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, menuItemTabIndex: 0, hideDetached: false } },
    // The head of a dialog is no banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    Alert: { defaultProps: { variant: 'light' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 550 } },
    Modal: { styles: { title: { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' } } },
    Tabs: { defaultProps: { keepMounted: false } },
  },
});

const TINTED = [
  'lagoon',
  'red',
  'orange',
  'yellow',
  'green',
  'indigo',
  'grape',
  'pink',
  'cyan',
  'gray',
] as const;

/** Text on light tints is darkened (or lightened) until it passes 4.5 to 1, which the default palette does not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#56656a',
    '--mantine-color-placeholder': '#6b7a7f',
    '--mantine-color-error': '#c01f1f',
    ...Object.fromEntries(
      TINTED.flatMap((color) => [
        [
          `--mantine-color-${color}-light-color`,
          `color-mix(in srgb, var(--mantine-color-${color}-9) 62%, black)`,
        ],
        [`--mantine-color-${color}-light`, `var(--mantine-color-${color}-0)`],
      ]),
    ),
  },
  dark: {
    '--mantine-color-body': '#171d1f',
    '--mantine-color-dark-4': '#435055',
    '--mantine-color-dark-5': '#36434a',
    '--mantine-color-dark-6': '#232c2f',
    '--mantine-color-dark-7': '#1b2225',
    '--mantine-color-dark-8': '#141a1c',
    '--mantine-color-dimmed': '#a5b3b7',
    '--mantine-color-placeholder': '#95a4a8',
    '--mantine-color-default': '#20282b',
    '--mantine-color-default-hover': '#2a3437',
    '--mantine-color-default-border': '#3b484c',
    '--mantine-color-error': '#ff9a9a',
    '--mantine-color-red-filled': 'var(--mantine-color-red-9)',
    ...Object.fromEntries(
      TINTED.flatMap((color) => [
        [`--mantine-color-${color}-light-color`, `var(--mantine-color-${color}-2)`],
        [
          `--mantine-color-${color}-light`,
          `color-mix(in srgb, var(--mantine-color-${color}-6) 16%, #1a2124)`,
        ],
      ]),
    ),
  },
});
