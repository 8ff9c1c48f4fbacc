/** A query code as it is shown: in fours, as one reads and copies it. It opens with the gaps and without. */
export const inFours = (code: string): string => code.replace(/[\s-]/g, '').replace(/(.{4})(?=.)/g, '$1 ')
