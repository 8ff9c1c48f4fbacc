import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorker } from './serviceWorker.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Two entries: the phone's pages (residents and workers) must not load what the desk's console needs. */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), serviceWorker()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: { index: here('index.html'), console: here('console.html') } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
})
