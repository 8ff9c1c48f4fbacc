import type { Paper } from './errand.ts'

/** A handover that one side has said and the other not confirmed yet. */
export const unconfirmed = ({ handovers }: Pick<Paper, 'handovers'>) => {
  const last = handovers.at(-1)
  return last && last.confirmedBy === undefined ? last : undefined
}
