import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { takeSecrets } from './secrets.ts'

// What was made of our files is kept beside them: the next start is a fifth of a second shorter.
enableCompileCache(join(import.meta.dirname, '../.cache/compiled'))

/** The command line. Each command is a file of its own beside this one. */
const commands = {
  serve: () => import('./commands/serve.ts'),
  demo: () => import('./commands/demo.ts'),
  migrate: () => import('./commands/migrate.ts'),
  upkeep: () => import('./commands/upkeep.ts'),
  replay: () => import('./commands/replay.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  verify: () => import('./commands/verify.ts'),
  import: () => import('./commands/import.ts'),
  brief: () => import('./commands/brief.ts'),
  district: () => import('./commands/district.ts'),
  rotate: () => import('./commands/rotate.ts'),
}
type Name = keyof typeof commands
const isName = (name: string): name is Name => Object.hasOwn(commands, name)

const [name = 'help', ...rest] = process.argv.slice(2)
if (isName(name)) {
  takeSecrets(process.env)
  const { run } = await commands[name]()
  await run(rest).catch((error: unknown) => {
    // What we refuse says what to do; how we came to it helps with faults of ours only.
    if (!(error instanceof Error) || error.name !== 'Error' || 'code' in error) throw error
    console.error(`linli ${name}: ${error.message}`)
    process.exit(1)
  })
} else {
  console.log(`linli ${Object.keys(commands).join(' | ')}

  serve                     serves the product (PORT, HOST, DATABASE_URL or LINLI_DATA)
  migrate                   brings the database up to date; on Citus, distributes it
  upkeep                    what a login that owns nothing leaves to the owner: partitions, and what is to be forgotten
  demo [--cases N]          loads the demo district into an empty database, and fills it until there are so many cases
  replay FILE.jsonl         sends real messages through the interface in simulated time (docs/replay.md)
  backup FOLDER             keeps the database and its photos as they are at one moment, while people go on (docs/operations.md)
  restore FOLDER            puts a backup into an empty place, and verifies it against its seals
  verify [--seal FILE]      finds what was changed, removed or slipped in
  district CODE NAME        starts a real district with one administrator
  rotate                    wraps every data key with a new master key
  import grids|units FILE   imports GeoJSON, with a report by feature (--system wgs84|gcj02, --skip)
  brief                     tells the figures of the work brief, from rows (--system stations,…, --json, --district CODE)`)
  process.exitCode = name === 'help' ? 0 : 2
}
