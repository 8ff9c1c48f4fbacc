/** What a code is for: to sign in, to open what somebody filed for its reader, or to answer what was asked about it. */
export type Purpose = 'signIn' | 'query' | 'question'

/** Sends a code to a telephone. What it gives is shown to whoever asked to sign in: nothing, or in a demo the code itself. */
export type SendCode = (district: string, phone: string, code: string, purpose: Purpose) => Promise<{ shown?: string }>
