import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

/** Files of the phone's pages that a service worker keeps; the console's and the map's are far larger and wait for a network. */
const isKept = (file: string) =>
  /\.(js|css|html|webmanifest|png|svg)$/.test(file) && !/console|maplibre|MapView|sw\.js$/.test(file)

/** Builds the service worker after the pages, with the list of their files and what each of them is now. */
export function serviceWorker(): Plugin {
  let folder = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      folder = fileURLToPath(new URL(outDir, `file://${root}/`))
    },
    async closeBundle() {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(isKept)
        .map((file) => ({
          url: `/${file}`,
          // Names of assets carry their hash already.
          revision: file.startsWith('assets/')
            ? null
            : createHash('sha256')
                .update(readFileSync(`${folder}/${file}`))
                .digest('hex')
                .slice(0, 16),
        }))
      await build({
        configFile: false,
        logLevel: 'error',
        define: { 'self.__files': JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: folder,
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'es2022',
          lib: {
            entry: fileURLToPath(new URL('sw.ts', import.meta.url)),
            formats: ['iife'],
            name: 'sw',
            fileName: () => 'sw.js',
          },
        },
      })
    },
  }
}
