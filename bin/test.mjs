// `npm test`: installs what is missing and runs all checks and tests (see tools/check.ts).
import { handOver, install } from './tools/bootstrap.mjs'

await install()
handOver('bin/tools/check.ts', process.argv.slice(2))
