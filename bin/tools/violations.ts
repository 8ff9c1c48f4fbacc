import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { forbidden } from '../../.dependency-cruiser.ts'
import { checkImports } from './imports.ts'

// One small tree that breaks every rule once. A rule that does not find what was planted checks nothing.
const bystanders = {
  'bin/serve.ts': '',
  'kernel/words.ts': '',
  'kernel/words.test.ts': '',
  'kernel/database/open.ts': "import 'kysely'",
  'kernel/flow/hen.ts': "import type { Egg } from './egg.ts'",
  'kernel/flow/perform.ts': "import '#kernel/database/open.ts'",
  'capabilities/fairs/contract/item.ts': '',
  'capabilities/fairs/index.ts': "import './store.ts'",
  'capabilities/fairs/flow.ts': "import './contract/item.ts'",
  'capabilities/fairs/store.ts': "import 'kysely'",
  'web/console/table.tsx': '',
}
const planted: [rule: string, file: string, text: string][] = [
  ['no-cycles', 'kernel/flow/egg.ts', "import './hen.ts'"],
  ['everything-resolves', 'kernel/flow/lost.ts', "import '#kernel/flow/nowhere.ts'"],
  ['kernel-knows-nothing-above', 'kernel/flow/fond.ts', "import type { Item } from '#capabilities/fairs/contract/item.ts'"],
  ['capabilities-know-nothing-above', 'capabilities/brands/index.ts', "import '#bin/serve.ts'"],
  ['capabilities-meet-by-contract', 'capabilities/brands/routes.ts', "import '#capabilities/fairs/store.ts'"],
  ['gateways-meet-capabilities-by-contract', 'gateways/sms/send.ts', "import '#capabilities/fairs/store.ts'"],
  ['pages-do-no-server-work', 'capabilities/brands/pages/list.tsx', "import { fairs } from '#capabilities/fairs/flow.ts'"],
  ['pages-take-types-of-flows-only', 'web/work/queue.tsx', "import type { Row } from '#capabilities/fairs/store.ts'"],
  ['residents-do-not-load-the-console', 'web/resident/home.tsx', "export const later = () => import('#web/console/table.tsx')"],
  ['rules-are-pure', 'capabilities/brands/decisions.ts', "import { performed } from '#kernel/flow/perform.ts'"],
  ['rules-are-pure', 'capabilities/brands/matching.ts', "import { readFileSync } from 'node:fs'"],
  ['kernel-rules-are-pure', 'kernel/flow/decide.ts', "import '#kernel/database/open.ts'"],
  ['sql-in-stores-only', 'capabilities/fairs/routes.ts', "import { sql } from 'kysely'"],
  ['tests-are-not-imported', 'kernel/flow/lazy.ts', "import '#kernel/words.test.ts'"],
  ['the-program-runs-without-development-packages', 'kernel/flow/heavy.ts', "import check from 'fast-check'"],
]
/** What looks like a violation and is none. */
const innocent = {
  'capabilities/brands/store.ts': "import '#capabilities/fairs/index.ts'\nimport { sql } from 'kysely'",
  'capabilities/brands/limits.ts': "import type { Row } from './store.ts'\nimport '#capabilities/fairs/contract/item.ts'",
  'capabilities/brands/brands.test.ts': "import '#bin/serve.ts'\nimport '#capabilities/fairs/store.ts'",
  'web/resident/shop.tsx':
    "import '#capabilities/fairs/contract/item.ts'\nimport type { fairs } from '#capabilities/fairs/flow.ts'",
  'gateways/mail/send.ts': "import '#capabilities/fairs/contract/item.ts'",
}

/** Plants the violations in a folder of their own under `root`; gives those not found, and what was found where nothing is wrong. */
export async function plantViolations(root: string) {
  const cache = join(root, '.cache')
  mkdirSync(cache, { recursive: true })
  const tree = mkdtempSync(join(cache, 'violations-'))
  try {
    cpSync(join(root, 'package.json'), join(tree, 'package.json'))
    const files = { ...bystanders, ...innocent, ...Object.fromEntries(planted.map(([, file, text]) => [file, text])) }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true })
      writeFileSync(join(tree, file), `${text}\n`)
    }
    const { violations } = await checkImports(tree, ['bin', 'kernel', 'capabilities', 'gateways', 'web'])
    const found = (rule: string, file: string) => violations.some((seen) => seen.rule === rule && seen.from === file)
    const missed = [
      ...forbidden.filter(({ name }) => !planted.some(([rule]) => rule === name)).map(({ name }) => `${name} (nothing planted)`),
      ...planted.filter(([rule, file]) => !found(rule, file)).map(([rule, file]) => `${rule} in ${file}`),
    ]
    const wrong = violations.filter(({ from }) => from in innocent || from in bystanders)
    return { planted: planted.length, missed, wrong }
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}
