import { fileURLToPath } from 'node:url'

/** With which a process that is served collects its garbage when it is sent SIGUSR2. */
export const collecting = { NODE_OPTIONS: `--expose-gc --import ${fileURLToPath(import.meta.url)}` }

process.on('SIGUSR2', () => globalThis.gc?.())
