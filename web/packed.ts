import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const isPacked = (file: string) => /\.(js|css|html|svg|webmanifest)$/.test(file)

/** Lays a packed copy beside each file, once for all who load it: the server sends that to whoever can read it. */
export function packed(): Plugin {
  let folder = ''
  return {
    name: 'packed',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      folder = fileURLToPath(new URL(outDir, `file://${root}/`))
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isPacked)) {
          const bytes = readFileSync(`${folder}/${file}`)
          writeFileSync(`${folder}/${file}.gz`, gzipSync(bytes, { level: 9 }))
          const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
          writeFileSync(`${folder}/${file}.br`, brotliCompressSync(bytes, { params }))
        }
      },
    },
  }
}
