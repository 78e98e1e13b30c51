import { createTheme, type MantineColorsTuple } from '@mantine/core';

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
    Alert: { defaultProps: { variant: 'light' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 550 } },
    Tabs: { defaultProps: { keepMounted: false } },
  },
});
