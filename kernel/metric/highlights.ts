import type { Connection } from '../database/open.ts'
import { refusedBy } from '../flow/refusal.ts'
import { mayBeGiven } from '../moments.ts'
import { isOfCommunity, roles } from '../people/roles.ts'
import { namesAt } from '../place/store/find.ts'
import { dayOf } from '../time/zone.ts'
import { type Words, words } from '../words.ts'
import { nowhere, nowhereWords } from './contract/nowhere.ts'
import { count, countAll } from './count.ts'
import { type Frame, type Grouping, isOrdered, type Metric } from './define.ts'
import type { KeptBy } from './definition.ts'
import { type Figure, figureOf, figuresOf } from './figure.ts'
import { movedMost, movedWords, type Pair } from './moved.ts'
import type { Highlight } from './shown.ts'

/** A figure names so many places where it is largest; the rest together. */
const named = 3

/**
 * What a leader reads first: what stands so now and should not, with where it is or what it is; and of the figures of a window the one
 * that moved most against the window before. Each sentence leads to its rows.
 */
export async function highlights(
  connection: Connection,
  metrics: readonly Metric[],
  frame: Frame,
  before: Frame,
  by: KeptBy,
): Promise<Highlight[]> {
  const rows: Highlight[] = []
  for (const metric of metrics.filter(({ standsOut }) => standsOut !== undefined))
    rows.push(await standing(connection, metric, { ...frame, window: undefined }, by))
  const compared = metrics.filter((metric) => !metric.present && !isOrdered(metric))
  try {
    const now = await countAll(connection, compared, frame, by)
    const then = await countAll(connection, compared, before, by)
    const pairs = now.flatMap(({ metric, whole }, index): Pair[] => {
      const was = then[index]
      return was ? [{ metric, now: figureOf(metric, frame, whole), before: figureOf(metric, before, was.whole) }] : []
    })
    return [...rows, moved(movedMost(pairs), before)]
  } catch (fault) {
    // What waits to be added up keeps nobody from reading what stands so now.
    const refused = refusedBy(fault)
    if (refused?.kind !== 'notNow') throw fault
    return [...rows, { kind: 'calm', words: refused.because, parts: [] }]
  }
}

async function standing(connection: Connection, metric: Metric, frame: Frame, by: KeptBy): Promise<Highlight> {
  const { name, label, unit, standsOut, besides = {} } = metric
  const where = { ...frame, by: standsOut === 'over' ? placesOf(frame) : undefined }
  const { whole, groups } = await count(connection, metric, where, by)
  const { value, beside, rows, besideRows } = figureOf(metric, frame, whole)
  const total = value ?? 0
  const parts =
    standsOut === 'over'
      ? await largest(connection, metric, where, { groups: figuresOf(metric, where, groups), total })
      : Object.entries(besides).flatMap(([key, { zh, en }]) => {
          const of = beside[key] ?? 0
          return of === 0 ? [] : [partOf(words(`${zh} ${of}`, `${en} ${of}`), besideRows?.[key])]
        })
  return {
    ...{ kind: total === 0 || !standsOut ? 'calm' : standsOut, metric: name },
    words: words(`${label.zh} ${total} ${unit.zh}`, `${label.en}: ${total}`),
    ...(rows !== undefined && { rows }),
    parts,
  }
}

const partOf = (said: Words, rows: string | undefined) => ({ words: said, ...(rows !== undefined && { rows }) })

/** By which places the asker looks: those right below what they see, or asked for. */
function placesOf({ actor, street, community }: Frame): Grouping {
  if (community !== undefined || isOfCommunity(actor)) return 'unit'
  return street !== undefined || roles[actor.role].sees !== 'district' ? 'community' : 'street'
}

/** The places where most of it is, by code and not by number: it is no ranking; then how much is elsewhere. */
async function largest(
  connection: Connection,
  metric: Metric,
  frame: Frame,
  { groups, total }: { groups: readonly (Figure & { group: string })[]; total: number },
) {
  const { actor, now } = frame
  const sizes = groups.toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0)).slice(0, named)
  const some = groups.filter((one) => sizes.includes(one))
  const theirs = some.map(({ group }) => group)
  const names = await namesAt(connection, actor.district, theirs, dayOf(now))
  const rest = total - some.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return [
    ...some.map(({ group, value, rows }) => {
      const name = names.get(group) ?? group
      const { zh, en } = group === nowhere ? nowhereWords(frame.by) : words(name, name)
      return partOf(words(`${zh} ${value}`, `${en} ${value}`), rows)
    }),
    ...(rest > 0 ? [partOf(words(`其余 ${rest}`, `elsewhere ${rest}`), metric.elsewhere?.(frame, theirs))] : []),
  ]
}

function moved(pair: Pair | undefined, { window }: Frame): Highlight {
  if (!pair)
    return {
      kind: 'calm',
      words: words('与前一段比，各项都在平常的起伏之内', 'against the window before, all is within what chance moves'),
      parts: [],
    }
  const { metric, now, before } = pair
  // A list is not asked for what was before this century.
  const rows = window && mayBeGiven(window.from) ? before.rows : undefined
  return {
    ...{ kind: 'moved', metric: metric.name, words: movedWords(pair) },
    ...(now.rows !== undefined && { rows: now.rows }),
    parts: rows === undefined ? [] : [partOf(words('前一段的事项', 'cases of the window before'), rows)],
  }
}
