import type { Paper } from './errand.ts'

/** Whether a paper is with the helper and is to go back to somebody: a copy is destroyed. */
export const isToKeep = ({ state, kind }: Pick<Paper, 'state' | 'kind'>): boolean => state === 'handedOver' && kind !== 'copy'

/** Whether the helper or the department has a paper: from there it can be lost. */
export const isGiven = ({ state }: Pick<Paper, 'state'>): boolean => state === 'handedOver' || state === 'withDepartment'
