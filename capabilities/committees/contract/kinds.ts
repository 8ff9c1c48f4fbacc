import { keysOf, type Words } from '#kernel/words.ts'

/** The two sorts of committee: one governs a street or development centre, the special ones each look after one thing under it. */
export const sorts = {
  governance: { zh: '治理委员会', en: 'governance committee' },
  special: { zh: '专项委员会', en: 'special committee' },
} as const satisfies Record<string, Words>
export type Sort = keyof typeof sorts

/** What members are in a committee. */
export const offices = {
  chair: { zh: '主任', en: 'chair' },
  vice: { zh: '副主任', en: 'vice chair' },
  member: { zh: '委员', en: 'member' },
  secretary: { zh: '秘书', en: 'secretary' },
} as const satisfies Record<string, Words>
export type Office = keyof typeof offices

/** How a member is marked at a meeting. Nobody sits there for another. */
export const attendances = {
  present: { zh: '到会', en: 'present' },
  excused: { zh: '请假', en: 'excused' },
  absent: { zh: '缺席', en: 'absent' },
} as const satisfies Record<string, Words>

/** Who signs the minutes: the two offices, and never one person for both. */
export const signers = { chair: offices.chair, secretary: offices.secretary } as const
export type Signer = keyof typeof signers
export const signerCodes = keysOf(signers)
