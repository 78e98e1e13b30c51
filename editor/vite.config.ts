import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** While developing, the API is the one that `npm start` serves beside. */
const proxy = { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false } };

const { dependencies } = JSON.parse(readFileSync(resolve(import.meta.dirname, 'package.json'), 'utf8')) as {
  readonly dependencies: Record<string, string>;
};
const OWN = /^@parcours\//;
/** Packages of style sheets and fonts, or only entered by a path within them. */
const WITHOUT_ENTRY: ReadonlySet<string> = new Set([
  '@fontsource-variable/inter',
  '@fontsource-variable/noto-sans-arabic',
  '@tiptap/pm',
  'elkjs',
]);
/** Everything is prepared before the first page: a library found late (by a worker, by a lazy view) reloads the page. */
const prepared = [
  ...Object.keys(dependencies).filter((name) => !OWN.test(name) && !WITHOUT_ENTRY.has(name)),
  'elkjs/lib/elk-api.js',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom/client',
  'wouter/memory-location',
];

/** What every page is made of. */
const KIT =
  /node_modules[\\/](?:@mantine[\\/](?:core|hooks)|@tabler[\\/]icons-react|react|react-dom|scheduler)[\\/]/;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy },
  preview: { proxy },
  optimizeDeps: { include: prepared },
  // Nothing is inlined: the content security policy refuses fonts and images that are data URLs.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The one function of the engine that the door needs; the rest of it comes with the pages that run procedures.
            { name: 'in-language', test: /vocabulary[\\/]in-language/, priority: 3 },
            // A hundred small files of components and icons cost more to ask for than to read: those of the first page, then the others.
            { name: 'kit', tags: ['$initial'], test: KIT, priority: 2 },
            { name: 'more-kit', test: KIT, priority: 1 },
          ],
        },
      },
    },
  },
});
