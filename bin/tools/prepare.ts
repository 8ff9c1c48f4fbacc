import { allMigrations } from '../migrations.ts'
import { preparedSnapshot } from '../prepared.ts'

// Run by `npm start` beside the build of the web app, so that the first opening of an embedded folder need not wait for it.
await preparedSnapshot(await allMigrations())
