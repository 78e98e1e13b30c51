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
const OWN_PACKAGE = /^@parcours\//;
/** Packages of style sheets and fonts, or only entered by a path within them. */
const WITHOUT_ENTRY: ReadonlySet<string> = new Set([
  '@fontsource-variable/inter',
  '@fontsource-variable/noto-sans-arabic',
  '@tiptap/pm',
  'elkjs',
]);
/** Everything is prepared before the first page: a library found late (by a worker, by a lazy view) reloads the page. */
const prepared = [
  ...Object.keys(dependencies).filter((name) => !OWN_PACKAGE.test(name) && !WITHOUT_ENTRY.has(name)),
  'elkjs/lib/elk-api.js',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom/client',
  'wouter/memory-location',
];

/** What every page is made of. */
const KIT =
  /node_modules[\\/](?:@fontsource-variable|@mantine|@tabler|@tanstack|hono|i18next|react|react-dom|react-i18next|react-transition-group|scheduler|wouter)[\\/]/;
const MORE_KIT =
  /node_modules[\\/](?:@mantine[\\/](?:core|hooks)|@tabler|immer|use-sync-external-store)[\\/]/;
/** Our own code on the first page, without what begins it. */
const SHELL = /(?:editor|runtime)[\\/]src[\\/](?!main\.)/;
/** What most pages say of a procedure, but for what needs the engine. */
const PACK =
  /editor[\\/]src[\\/](?:pack[\\/](?!prose)|words[\\/]|forms[\\/]value-words|procedures[\\/](?:country-name|finding-words|guideline-note|use-procedures)|shell[\\/](?:open-later|toast)|map[\\/](?:arrow-words|map-words)|drawing[\\/]findings[\\/]open-checker)/;
/** What lays a map out, before there is a screen. */
const LAYOUT =
  /editor[\\/]src[\\/]map[\\/](?:arrange-tracks|cut-lines|elk-graph|frame-layout|kept-frames|lay-out-ahead|map-graph|map-layout|nameless|open-layouter|same-value)|node_modules[\\/](?:elkjs[\\/]lib[\\/]elk-api|idb-keyval)/;
/** What the views of a draft share. */
const DRAWING = /editor[\\/]src[\\/]drawing[\\/]/;
/** Of the engine, what is only done by an act or in a worker: proofs, cases, documents, overlays. All else comes with the first view. */
const ENGINE_LATER = new RegExp(
  `engine[\\\\/]src[\\\\/](?:${[
    '(?:analyse|migrate|prove)/',
    'compare/(?:behaviour-diff|conflict-words|invent-|rebase|seeded-numbers|three-way)',
    'export/(?!document/unbroken)',
    'journal/(?:case-file|check-chain|guid|record-disagreement|rectify|renumber-case|replay|tell-again|un|vanished-rows)',
    'overlay/(?!merge-patch|national)',
    'pathway/(?:pathway|remembered-steps|shared-steps|track-|watched-tracks)',
    'procedure/unzip-pack',
    'rules/(?:evaluate|json-rule|prepare-facts|row-scope|second-opinion)',
    'simulate/(?:population/|playback)',
    'verify/(?:safeguard-findings|verify\\.)',
  ]
    .join('|')
    .replaceAll('/', '[\\\\/]')})`,
);
const LIBRARIES_LATER =
  /node_modules[\\/](?:clone|eventemitter2|fflate|flatqueue|hash-it|json-rules-engine|jsonpath-plus|pure-rand)[\\/]/;
/** The script in front of all others, with what it shares with them; and the two functions of the engine that every page needs. */
const FIRST =
  /src[\\/]begin\.|shell[\\/]begin-page|session[\\/]ask-early|map[\\/]elk-worker\.|elkjs[\\/]lib[\\/]elk-worker|vocabulary[\\/](?:article-said|in-language)|words[\\/](?:dictionaries|languages)\.|drawing[\\/]load-views|preload-helper/;

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

/** Files that need each other in a circle run in an order that nobody chose: the groups below must not make them. */
const noCircles: Plugin = {
  name: 'no-circles',
  apply: 'build',
  generateBundle: (_, bundle) => {
    const read = new Set<string>();
    const visit = (name: string, way: readonly string[]) => {
      if (way.includes(name))
        throw new Error(`Files in a circle, change the groups: ${[...way, name].join(' > ')}`);
      const file = bundle[name];
      if (read.has(name) || file?.type !== 'chunk') return;
      for (const next of file.imports) visit(next, [...way, name]);
      read.add(name);
    };
    for (const name of Object.keys(bundle)) visit(name, []);
  },
};

const BEGIN = 'src/begin.ts';

const SHEET = /<link rel="stylesheet"[^>]*>\n?\s*/g;
/** What every other script relies on, in `index.html`. */
const NO_EVAL = '<script src="/no-eval.js"></script>';

/**
 * What the page asks for first is asked by a script of its own, in front of all others: it is read before they have come. Before it
 * stand only what forbids code made of text, which waits for no style sheet there, and the style of every page: what the script brings
 * for one view is added behind, and has the last word.
 */
const beginFirst: Plugin = {
  name: 'begin-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const built = Object.values(bundle).find((each) => each.type === 'chunk' && each.name === 'first');
      const script = `<script type="module" async src="/${built?.fileName ?? BEGIN}"></script>`;
      if (!html.includes(NO_EVAL)) throw new Error(`index.html has no ${NO_EVAL}`);
      const sheets = (html.match(SHEET) ?? []).map((sheet) => sheet.trim());
      const first = [NO_EVAL, ...sheets, script].join('\n    ');
      return html.replaceAll(SHEET, '').replace(NO_EVAL, first);
    },
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), beginFirst, noCircles, compressedCopies],
  server: { proxy },
  preview: { proxy },
  optimizeDeps: { include: prepared },
  // Nothing is inlined: the content security policy refuses fonts and images that are data URLs.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', begin: BEGIN },
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: FIRST, priority: 5, includeDependenciesRecursively: false },
            {
              name: 'engine-later',
              test: (id) => ENGINE_LATER.test(id) || LIBRARIES_LATER.test(id),
              priority: 5,
              includeDependenciesRecursively: false,
            },
            // A hundred small files cost more to ask for than to read: those of the first page, then what several others share.
            { name: 'kit', tags: ['$initial'], test: KIT, priority: 4 },
            { name: 'more-kit', test: MORE_KIT, priority: 3 },
            {
              name: 'shell',
              tags: ['$initial'],
              test: SHELL,
              priority: 2,
              includeDependenciesRecursively: false,
            },
            { name: 'layout', test: LAYOUT, priority: 2, includeDependenciesRecursively: false },
            {
              name: 'pack',
              test: PACK,
              minShareCount: 2,
              priority: 1,
              includeDependenciesRecursively: false,
            },
            { name: 'drawing', test: DRAWING, minShareCount: 2, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
