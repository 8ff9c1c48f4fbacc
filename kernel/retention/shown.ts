import type { Words } from '../words.ts'
import type { Rule, Standing } from './rule.ts'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const both = ({ zh, en }: Words) => `${zh} · ${en}`

/** `183 days`, or in years where it is whole ones. */
const long = (days: number): string =>
  days >= 365
    ? `${Math.floor(days / 365)} 年 · ${Math.floor(days / 365)} years`
    : `${days} 天 · ${days} ${days === 1 ? 'day' : 'days'}`

/** What is kept how long, as a table of `docs/privacy.md`. */
export const retentionTable = (rules: readonly Rule[], standing: readonly Standing[]): string =>
  [
    row(['什么 what', 'table', '多久 how long', '从何时起 from', '为什么 why']),
    row(['---', '---', '---', '---', '---']),
    ...rules.map(({ what, table, days, from, why }) => row([both(what), `\`${table}\``, long(days), both(from), both(why)])),
    ...standing.map(({ what, table, until, why }) => row([both(what), `\`${table}\``, both(until), '', both(why)])),
  ].join('\n')
