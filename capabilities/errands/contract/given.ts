import type { Paper } from './errand.ts'

/** Whether the helper or the department has a paper: from there it can be lost. */
export const isGiven = ({ state }: Pick<Paper, 'state'>): boolean => state === 'handedOver' || state === 'withDepartment'
