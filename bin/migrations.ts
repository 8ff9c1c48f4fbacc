import { existsSync, readdirSync } from 'node:fs'
import { type Migration, readMigrations } from '#kernel/database/migrate.ts'

const root = new URL('../', import.meta.url)

/** Folders that later ones build on come first; the first one of all is the ground (roles, extensions). */
const kernel = ['database', 'place', 'people', 'time', 'flow', 'record', 'vault', 'files', 'register', 'metric', 'http']

const capabilities = readdirSync(new URL('capabilities/', root)).sort()

/** All folders with migrations, in the order in which they run. */
const migrationFolders: readonly string[] = [
  ...kernel.map((part) => `kernel/${part}/migrations`),
  ...capabilities.map((system) => `capabilities/${system}/migrations`),
].filter((folder) => existsSync(new URL(folder, root)))

/** Every migration of the program, in the order in which they run. */
export const allMigrations = (): Promise<Migration[]> => readMigrations(root, migrationFolders)
