import type { Preview } from '@storybook/react-vite';

const preview: Preview = {
  parameters: {
    layout: 'padded',
    // A story with an accessibility fault is a failed test.
    a11y: { test: 'error' },
  },
};

export default preview;
