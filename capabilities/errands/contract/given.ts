import type { Paper } from './errand.ts'

/** Whether the helper or the department has a paper: from there it can be lost. */
export const isGiven = ({ state }: Pick<Paper, 'state'>): boolean => state === 'handedOver' || state === 'withDepartment'

/** Whether they have what is to go back to whose it is: a copy is destroyed. */
export const isOwed = (paper: Pick<Paper, 'state' | 'kind'>): boolean => isGiven(paper) && paper.kind !== 'copy'

/** Whether the helper has it, who gives it back; or the community, which keeps it where its owner was erased. */
export const isToKeep = (paper: Pick<Paper, 'state' | 'kind'>): boolean => isOwed(paper) && paper.state === 'handedOver'
