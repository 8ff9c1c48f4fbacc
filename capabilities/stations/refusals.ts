import { type Refusal, refusal } from '#kernel/flow/refusal.ts'

export const noStation: Refusal = refusal(
  'notFound',
  '没有这个驿站，可能已经撤销，请从列表里另选',
  'there is no such station, it may have closed for good: choose another from the list',
)

export const notYours: Refusal = refusal(
  'notYou',
  '由看管单位和所在社区、街道来做',
  'this is done by whoever keeps the station, and by its community and street',
)
