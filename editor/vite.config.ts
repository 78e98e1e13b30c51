import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

/** Smaller files gain nothing by it, in bytes. */
const WORTH_COMPRESSING = 1_000;

/** Puts a compressed copy beside each script and style sheet: offices far from a city have slow networks. */
const compressedCopies: Plugin = {
  name: 'compressed-copies',
  apply: 'build',
  writeBundle: ({ dir = '' }, bundle) => {
    for (const name of Object.keys(bundle)) {
      const file = join(dir, name);
      const content = /\.(?:js|css)$/.test(name) ? readFileSync(file) : undefined;
      if (content && content.length >= WORTH_COMPRESSING)
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressedCopies],
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
