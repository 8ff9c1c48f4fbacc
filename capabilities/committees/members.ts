import type { EntryFlaw } from '#kernel/register/define.ts'
import { flaw } from '#kernel/register/flaws.ts'
import type { Committee, Member } from './contract/entries.ts'
import { offices } from './contract/kinds.ts'

/** Whether a member sits on a day. */
const sits = ({ from, until }: Pick<Member, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === undefined || day <= until)

/** The members of a committee on a day, in the order in which they are written. */
export const membersOn = ({ members }: Pick<Committee, 'members'>, day: string): Member[] =>
  members.filter((member) => sits(member, day))

/** Whether two terms have a day in common. */
const meet = (one: Member, other: Member): boolean => sits(one, other.from) || sits(other, one.from)

/**
 * What is wrong with the members of a committee: a term that ends before it begins, two chairs or two secretaries at a time, one
 * person twice, a chair and a secretary of one post, and more who sit at a time than there are seats. Told of the later of two.
 */
export const memberFlaws = ({ members, seats }: Pick<Committee, 'members' | 'seats'>): EntryFlaw[] =>
  members.flatMap((member, index) => {
    const at = `members.${index}`
    const { name, office, from, until } = member
    if (until !== undefined && until < from)
      return [
        flaw(`${at}.until`, `任期结束（${until}）早于开始（${from}）`, `the term ends on ${until}, before it begins on ${from}`),
      ]
    const earlier = members.slice(0, index).filter((other) => meet(other, member))
    const sole = office === 'chair' || office === 'secretary'
    const rival = sole ? earlier.find((other) => other.office === office) : undefined
    const twin = earlier.find((other) => other.name === name && other.organisation === member.organisation)
    const partner = sole ? earlier.find((other) => isOther(other, member) && isSamePost(other, member)) : undefined
    const most = membersOn({ members }, from).length
    const called = offices[office]
    return [
      ...(rival
        ? [flaw(`${at}.office`, `同一时期已有${called.zh}${rival.name}`, `${rival.name} is ${called.en} at that time already`)]
        : []),
      ...(twin ? [flaw(`${at}.name`, `${name}同一时期已在名单里`, `${name} is a member at that time already`)] : []),
      ...(partner
        ? [
            flaw(
              `${at}.post`,
              '主任和秘书要在两个不同的岗位：纪要由两人分别签字',
              'chair and secretary hold two posts: two people sign',
            ),
          ]
        : []),
      ...(most > seats
        ? [
            flaw(
              `${at}.from`,
              `${from} 有 ${most} 人在任，席位只有 ${seats} 个`,
              `${most} sit on ${from}, and there are ${seats} seats`,
            ),
          ]
        : []),
    ]
  })

const isOther = ({ office }: Member, than: Member) => office !== than.office && (office === 'chair' || office === 'secretary')
const isSamePost = ({ post }: Member, { post: other }: Member) =>
  post !== undefined && other !== undefined && post.role === other.role && post.unit === other.unit
