import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The dashboard is a static client of the API. Everything it loads lies under `/app/`, so the server can cache
 * `/app/assets/*` for ever and answer every other dashboard address with the same `index.html`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/app/',
  plugins: [react(), tailwind()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/dashboard', import.meta.url)),
    emptyOutDir: true,
    // light-dark() and oklch() stay as they are in the browsers we support.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
  },
});
