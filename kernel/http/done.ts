import { Type } from 'typebox'

/** The reply of what is done and gives nothing back. */
export const Ok = Type.Object({ ok: Type.Literal(true) })
export const ok = { ok: true } as const
