import { cruise } from 'dependency-cruiser'
import { forbidden, options, resolving } from '../../.dependency-cruiser.ts'

/** An import that a rule forbids: which, where, of what, and what to do instead. */
export interface Violation {
  rule: string
  from: string
  to: string
  comment: string
}

/** Reads the imports in some folders of a tree and holds them against the rules. Says also how much was read. */
export async function checkImports(root: string, folders: string[]) {
  const { output } = await cruise(folders, { ...options, baseDir: root, ruleSet: { forbidden }, validate: true }, resolving)
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where modules were expected')
  const modules = output.modules.filter(({ source }) => !source.includes('node_modules'))
  const violations = output.summary.violations.map(
    ({ rule, from, to, cycle }): Violation => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map(({ name }) => name).join(' -> ') : to,
      comment: forbidden.find(({ name }) => name === rule.name)?.comment ?? '',
    }),
  )
  return { files: modules.length, imports: modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0), violations }
}
