import type { Notice } from '#kernel/flow/command.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { Case } from './contract/item.ts'
import { hiddenFrom } from './routing.ts'
import { supervisorOf } from './rulebook.ts'

/** Who hears of a change besides whoever has the case: those near it, those who check, and whoever watches over the chain. */
export const toldBeside = (before: Case | undefined, after: Case): Notice[] => [
  ...nearby(before, after),
  ...checkers(before, after),
  ...aboutChain(before, after),
]

/** The building's steward, who may help and holds nothing; and the base grid's worker where a dedicated grid took the case first. */
function nearby(before: Case | undefined, after: Case): Notice[] {
  const { grid3, grid2, dedicated } = after.place
  const isNew = before === undefined || before.place.grid3 !== grid3 || before.place.dedicated !== dedicated
  if (!isNew || after.state !== 'reported' || after.protected) return []
  const hidden = hiddenFrom(after.place, after.about)
  const tell = (role: Post['role'], unit: string | undefined, zh: string, en: string): Notice[] =>
    unit === undefined || hidden.includes(unit) ? [] : [{ to: { role, unit }, words: { zh, en } }]
  return [
    ...tell('steward', grid3, `您楼里有新事项 ${after.number}`, `${after.number} is new in your building`),
    ...(dedicated !== undefined && after.holder.unit === dedicated
      ? tell(
          'gridWorker',
          grid2,
          `您网格内的专属网格有新事项 ${after.number}`,
          `${after.number} is new in a dedicated grid within yours`,
        )
      : []),
  ]
}

/** The grid leaders who may check what staff reported, once it is done: not whoever did it, nor whom it is hidden from. */
function checkers(before: Case | undefined, after: Case): Notice[] {
  if (after.state !== 'resolved' || !after.staffReported || after.protected || before?.state === 'resolved') return []
  const { grid2, community } = after.place
  const { role, unit } = after.resolution.by.post
  const posts: Post[] = [
    ...(grid2 === undefined ? [] : [{ role: 'gridLeader' as const, unit: grid2 }]),
    ...(community === undefined ? [] : [{ role: 'communitySecretary' as const, unit: community }]),
  ]
  const hidden = hiddenFrom(after.place, after.about)
  return posts
    .filter((post) => (post.role !== role || post.unit !== unit) && !hidden.includes(post.unit))
    .map((to) => ({ to, words: { zh: `${after.number} 请验收`, en: `${after.number} is to be checked` } }))
}

/** That somebody in the chain says it is about the chain after all is not theirs alone to know. */
const aboutChain = (before: Case | undefined, after: Case): Notice[] =>
  before === undefined || after.about.length <= before.about.length
    ? []
    : [
        {
          to: supervisorOf(after),
          words: {
            zh: `${after.number} 更正为涉及办理链条，已越过有关岗位`,
            en: `${after.number} was corrected: it is about the chain, and goes past the posts concerned`,
          },
        },
      ]
