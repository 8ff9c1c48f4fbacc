import { sql } from 'kysely'
import { type Database, openServer } from '#kernel/database/open.ts'

/** A step of a plan as PostgreSQL carried it out (EXPLAIN, JSON): of what matters here. */
interface Step {
  'Node Type': string
  Schema?: string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: Step[]
}

/** A statement that was carried out, and how. */
export interface Carried {
  statement: string
  milliseconds: number
  plan: Step
}

/**
 * Opens a server so that it tells how it carries out each statement, also those within functions. Takes a superuser's login, and the
 * settings stay with the database.
 */
export async function openTelling(address: string, told: (carried: Carried) => void): Promise<Database> {
  const owner = openServer(address)
  const name = new URL(address).pathname.slice(1)
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_verbose': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_nested_statements': 'on',
    'auto_explain.log_format': 'json',
    'auto_explain.log_level': 'notice',
  }
  for (const [setting, value] of Object.entries(settings))
    await sql.raw(`load 'auto_explain'; alter database "${name}" set ${setting} = '${value}'`).execute(owner.kysely)
  await owner.close()
  return openServer(address, undefined, (remark) => {
    const found = /^duration: ([\d.]+) ms\s+plan:\s*(\{.*\})\s*$/s.exec(remark)
    if (!found) return
    const { 'Query Text': statement, Plan: plan }: { 'Query Text': string; Plan: Step } = JSON.parse(found[2] ?? '')
    told({ statement, milliseconds: Number(found[1]), plan })
  })
}

/** Rows that a step looked at. */
export const passedBy = (step: Step): number => step['Actual Rows'] * step['Actual Loops'] + wastedBy(step)

/** A plan's steps, each with those under it. */
export function* stepsOf(step: Step): Iterable<Step> {
  yield step
  for (const under of step.Plans ?? []) yield* stepsOf(under)
}

/** How many pages of 8 kB a statement looked at. */
export const pagesOf = ({ plan }: Carried): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks']

/** Rows that a step looked at and did not need. */
const wastedBy = (step: Step): number =>
  ((step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0)) * step['Actual Loops']

/** What a plan does, in a line: each table with how it is read. */
export const planWords = (plan: Step): string =>
  [...stepsOf(plan)]
    .filter((step) => step['Relation Name'] !== undefined || step['Index Name'] !== undefined)
    .map((step) => {
      const rows = step['Actual Rows'] * step['Actual Loops']
      return `${step['Node Type']} ${step['Relation Name'] ?? ''} ${step['Index Name'] ?? ''} ${rows} rows, ${wastedBy(step)} not needed`.replace(
        / +/g,
        ' ',
      )
    })
    .join('; ')
