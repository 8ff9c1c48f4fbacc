import type { Makers } from '../kit.ts'

const when = { from: '2026-03-03T09:00:00+08:00', until: '2026-03-03T17:00:00+08:00' }

/** A bulletin for 梅园. */
export const subjects = {
  bulletin: async ({ post }) =>
    (await post('communitySecretary', '/api/bulletins', { kind: 'water', what: '检修', places: ['plum'], ...when })).id,
} satisfies Makers
