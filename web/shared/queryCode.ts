/** How many signs a query code has. */
export const codeSigns = 13

/** A query code as it is shown: in fours, as one reads and copies it. It opens with the gaps and without. */
export const inFours = (code: string): string => code.replace(/.{4}(?=.)/g, '$& ')
