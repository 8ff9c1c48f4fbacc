import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bulletinFlow } from '#capabilities/bulletins/flow.ts'
import { caseFlow } from '#capabilities/cases/flow.ts'
import { whoSeesWhat } from '#capabilities/cases/sight.ts'
import { specialFlow } from '#capabilities/specials/flow.ts'
import { flowPage } from '#kernel/flow/diagram.ts'
import { refusalPage } from '#kernel/http/refusals.ts'
import { settingsPage } from './settings.ts'

const root = join(import.meta.dirname, '..')

/** The pages of `docs/` that are drawn from code, by their path. `node bin/docs.ts` writes them; a test compares. */
const drawnPages: Record<string, string> = {
  'docs/flows/bulletins.md': flowPage(bulletinFlow),
  'docs/flows/cases.md': flowPage(caseFlow),
  'docs/flows/specials.md': flowPage(specialFlow),
  'docs/refusals.md': refusalPage(),
  'docs/settings.md': settingsPage(),
  'docs/who-sees-what.md': whoSeesWhat(),
}

/** The pages that are not as they would be drawn now. */
export async function stalePages(): Promise<string[]> {
  const kept = await Promise.all(
    Object.entries(drawnPages).map(async ([path, text]) => [
      path,
      text,
      await readFile(join(root, path), 'utf8').catch(() => ''),
    ]),
  )
  return kept.flatMap(([path, text, was]) => (path !== undefined && text !== was ? [path] : []))
}

if (import.meta.main) for (const [path, text] of Object.entries(drawnPages)) await writeFile(join(root, path), text)
