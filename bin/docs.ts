import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { declarationFlow } from '#capabilities/branches/flow.ts'
import { bulletinFlow } from '#capabilities/bulletins/flow.ts'
import { caseFlow } from '#capabilities/cases/flow.ts'
import { whoSeesWhat } from '#capabilities/cases/sight.ts'
import { errandFlow } from '#capabilities/errands/flow.ts'
import { portraitFlow } from '#capabilities/portraits/flow.ts'
import { specialFlow } from '#capabilities/specials/flow.ts'
import { flowPage } from '#kernel/flow/diagram.ts'
import { refusalPage } from '#kernel/http/refusals.ts'
import { retentionTable } from '#kernel/retention/shown.ts'
import { doorsTable } from '../attack/doors/table.ts'
import { allowancesPage } from './allowances.ts'
import { rules, standing } from './retention.ts'
import { settingsPage } from './settings.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFile(join(root, path), 'utf8').catch(() => '')

/** A page that is written by hand, with what is drawn into it: between `<!-- name -->` and `<!-- /name -->`. */
async function drawnInto(path: string, drawn: Record<string, string>): Promise<string> {
  let text = await read(path)
  for (const [name, table] of Object.entries(drawn)) {
    const [begins, ends] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    text = `${text.split(begins)[0]}${begins}\n${table}\n${ends}${text.split(ends)[1]}`
  }
  return text
}

/** The pages of `docs/` that are drawn from code, by their path. `node bin/docs.ts` writes them; a test compares. */
const drawnPages = async (): Promise<Record<string, string>> => ({
  'docs/allowances.md': allowancesPage(),
  'docs/flows/bulletins.md': flowPage(bulletinFlow),
  'docs/flows/cases.md': flowPage(caseFlow),
  'docs/flows/declarations.md': flowPage(declarationFlow),
  'docs/flows/errands.md': flowPage(errandFlow),
  'docs/flows/portraits.md': flowPage(portraitFlow),
  'docs/flows/specials.md': flowPage(specialFlow),
  'docs/privacy.md': await drawnInto('docs/privacy.md', { retention: retentionTable(rules, standing), doors: doorsTable() }),
  'docs/refusals.md': refusalPage(),
  'docs/settings.md': settingsPage(),
  'docs/who-sees-what.md': whoSeesWhat(),
})

/** The pages that are not as they would be drawn now. */
export async function stalePages(): Promise<string[]> {
  const stale: string[] = []
  for (const [path, text] of Object.entries(await drawnPages())) if (text !== (await read(path))) stale.push(path)
  return stale
}

if (import.meta.main) for (const [path, text] of Object.entries(await drawnPages())) await writeFile(join(root, path), text)
