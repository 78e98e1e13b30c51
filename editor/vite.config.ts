import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** While developing, the API is the one that `npm start` serves beside. */
const proxy = { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false } };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy },
  preview: { proxy },
  // Fetched by a worker or an import that comes late: found while a page is open, they would reload it.
  optimizeDeps: { include: ['docx', 'fflate', 'mammoth', 'papaparse'] },
  // Nothing is inlined: the content security policy refuses fonts and images that are data URLs.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The one function of the engine that the door needs; the rest of it comes with the pages that run procedures.
        codeSplitting: { groups: [{ name: 'in-language', test: /vocabulary[\\/]in-language/ }] },
      },
    },
  },
});
