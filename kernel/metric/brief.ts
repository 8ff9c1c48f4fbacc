import type { Connection } from '../database/open.ts'
import type { Actor } from '../people/actor.ts'
import { roles } from '../people/roles.ts'
import { type Words, words } from '../words.ts'
import { count } from './count.ts'
import type { Frame, Metric } from './define.ts'
import { nothingKept } from './definition.ts'
import { type Figure, figureOf } from './figure.ts'

/** The figures of one system of a district, as a work brief (工作简报) tells them. */
export interface Chapter {
  system: string
  label: Words
  metrics: readonly Metric[]
}

/** A figure of a brief: what it comes to, and how the brief says it. */
export interface Line extends Figure {
  metric: Metric
  said: Words
}

/** Who counts some of a brief, and of how much: whoever has the district, or a post by which its figures tell their own. */
export const mayBrief = ({ role, unit }: Actor, { metrics }: Pick<Chapter, 'metrics'>): boolean =>
  roles[role].sees === 'district' ||
  (roles[role].sees === 'place' && unit !== undefined && metrics.every(({ measure }) => measure.of.own[role] !== undefined))

/** What the metrics of a chapter come to at a moment, for whoever asks. All are of the present. */
export async function briefOf(connection: Connection, { metrics }: Chapter, frame: Frame): Promise<Line[]> {
  const lines: Line[] = []
  for (const metric of metrics) {
    if (!metric.present) throw new Error(`${metric.name} is of a window: a brief tells what there is`)
    const { whole } = await count(connection, metric, frame, nothingKept)
    const figure = figureOf(metric, frame, whole)
    lines.push({ ...figure, metric, said: saidOf(metric, figure.value) })
  }
  return lines
}

/** A figure as a brief says it: with its unit, and round where the metric is told so: `570余名`, “more than 570”. */
export function saidOf({ unit, roundedTo = 1 }: Pick<Metric, 'unit' | 'roundedTo'>, value: number | null): Words {
  if (value === null) return words('—', '—')
  const round = Math.floor(value / roundedTo) * roundedTo
  return round === value || round === 0
    ? words(`${value}${unit.zh}`, `${value} ${unit.en}`)
    : words(`${round}余${unit.zh}`, `more than ${round} ${unit.en}`)
}
