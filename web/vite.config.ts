import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { packed } from './packed.ts'
import { serviceWorker } from './serviceWorker.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What no phone loads but for a map. */
const ofDesk = /[\\/]console[\\/]|[\\/]shared[\\/]register[\\/]|[\\/](echarts|zrender|maplibre-gl)[\\/]/

/** What draws a form from its schema: rooms of the desk show one at once, pages of a phone once somebody begins to write. */
const ofForms = /[\\/]shared[\\/]form[\\/](Schema|schema|variants|Length|Both|Units|useFolded|Fixed|Flaws|Moment|Offered)/

/** What every page of a case needs, and some lists of cases. */
const ofCases = /[\\/]cases[\\/](pages[\\/](commands|words|view|case[\\/]expected)|contract[\\/]steps)\.ts/

/** What chooses a place: no first view of a phone has it. */
const ofChoosing = /[\\/]places[\\/][A-Z]/

/**
 * One entry, from which every page comes when it is first shown: a phone loads nothing of the desk's console. What only the console
 * needs is named so, and is not kept for times without a network.
 */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), serviceWorker(), packed()],
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // ECharts, which only the overview loads, and MapLibre, which only maps do.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: here('index.html'),
      // A schema that nobody reads is not shipped, nor what makes it.
      treeshake: { manualPureFunctions: ['Type'], moduleSideEffects: (id) => !/[\\/]typebox[\\/]/.test(id) },
      output: {
        // Each file costs a request with its headers: what every page needs comes as one, and so does what most of them share.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2 },
            {
              name: 'shared',
              priority: 1,
              test: (id) =>
                /[\\/](web[\\/]shared|cases[\\/](pages|contract))[\\/]/.test(id) &&
                !ofDesk.test(id) &&
                !ofChoosing.test(id) &&
                !ofForms.test(id),
              minShareCount: 10,
              maxModuleSize: 8000,
            },
            { name: 'case', test: ofCases, priority: 1 },
            { name: 'units', test: /[\\/]places[\\/]UnitPicker/, priority: 1 },
            { name: 'forms', test: ofForms, minShareCount: 9 },
          ],
        },
        chunkFileNames: ({ name, moduleIds }) =>
          moduleIds.some((id) => ofDesk.test(id)) ? 'assets/console-[name]-[hash:7].js' : `assets/${name}-[hash:7].js`,
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
})
