// `npm run linli -- …`: the command line, under the Node that it needs.
import { handOver, install } from './tools/bootstrap.mjs'

await install()
handOver('bin/linli.ts', process.argv.slice(2))
