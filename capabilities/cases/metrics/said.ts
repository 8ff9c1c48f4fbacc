import { words } from '#kernel/words.ts'

/** Windows and denominators that several figures share, in words. */
export const reported = words('报单时间在所选时段内的事项', 'cases reported in the window')
export const none = words('无（计数）', 'none: it is a count')
