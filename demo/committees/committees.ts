import type { Committee, CommitteeKind, Member } from '#capabilities/committees/contract/entries.ts'
import type { Geography } from '../geography/geography.ts'
import { randomFrom } from '../geography/random.ts'
import { personName } from '../people/names.ts'
import type { Staff } from '../people/staff.ts'

const kind = (code: string, zh: string, en: string, about: string, bureau: string, from: string) => ({
  ...{ kind: { code, name: { zh: `${zh}专项委员会`, en }, about } satisfies CommitteeKind, zh, bureau, from },
})

/** The kinds of special committee: the first three are the article's, four more fit beside them. With whom each is led by. */
const special = [
  kind('community-work', '社工', 'community work', '社会工作、志愿服务、社区工作者队伍', 'social-work', '区委社会工作部'),
  kind('social-order', '综治', 'social order', '平安建设、矛盾纠纷化解、流动人口', 'political-legal', '区委政法委'),
  kind('property', '物业', 'property', '物业服务、业主委员会、老旧小区改造', 'housing', '区住房和城乡建设局'),
  kind('civil-affairs', '民政', 'civil affairs', '养老助残、社会救助、社区自治', 'civil', '区民政局'),
  kind('urban-management', '城管', 'urban management', '市容环境、违法建设、停车秩序', 'urban', '区综合行政执法局'),
  kind('health', '卫生健康', 'health', '家庭医生、妇幼保健、爱国卫生', 'health', '区卫生健康局'),
  kind('civilisation', '文明实践', 'civilisation practice', '文明创建、文体活动、移风易俗', 'publicity', '区委宣传部'),
]
export const committeeKinds: readonly CommitteeKind[] = special.map(({ kind: one }) => one)

/**
 * The committees of the demo district as of a day: one for each street and development centre, with a special one of each kind. The same
 * for the same seed and day.
 */
export function committeesOf(place: Geography, staff: readonly Staff[], today: string, seed: number): Committee[] {
  const random = randomFrom(seed + 53)
  const year = Number(today.slice(0, 4))
  const setUpOn = `${year - 2}-02-18`
  const somebody = (office: Member['office'], organisation: string): Member => ({
    ...{ name: personName(random), organisation, office, from: setUpOn },
  })
  const units = new Set(place.units.map(({ code }) => code))
  return place.units
    .filter(({ kind: is }) => is === 'street')
    .flatMap(({ code: unit, name }) => {
      const at = memberAt(staff, somebody)
      const communities = place.units.filter(({ kind: is, street }) => is === 'community' && street === unit)
      const desk = at('secretary', name, 'streetDesk', unit)
      const code = `zw-${unit}`
      const made = { unit, setUpOn }
      const governance: Committee = {
        ...{ ...made, code, name: `${name}党建引领城市基层治理委员会`, sort: 'governance', seats: 9 },
        members: [
          at('chair', '区委（包联）', 'leader', place.district.code),
          // A vice chair who was succeeded: both stay in the list.
          { ...somebody('vice', `${name}党工委`), until: `${year - 1}-08-31` },
          { ...somebody('vice', `${name}党工委`), from: `${year - 1}-09-01` },
          desk,
          ...communities.slice(0, 3).map((community) => at('member', community.name, 'communitySecretary', community.code)),
          ...['urban', 'housing']
            .filter((bureau) => units.has(bureau))
            .map((bureau) => at('member', special.find((one) => one.bureau === bureau)?.from ?? '', 'unitLeader', bureau)),
        ],
      }
      // Whoever signs minutes is at a post: of the street's communities each leads some.
      const chairOf = (index: number) => {
        const leads = communities[index % Math.max(1, communities.length)]
        return leads ? at('chair', leads.name, 'communitySecretary', leads.code) : somebody('chair', `${name}党工委`)
      }
      const under = special.map(
        ({ kind: { code: of }, zh, from }, index): Committee => ({
          ...{
            ...made,
            code: `${code}-${of}`,
            name: `${name}${zh}专项委员会`,
            sort: 'special',
            parent: code,
            kind: of,
            seats: 5,
          },
          members: [chairOf(index), desk, somebody('member', from), somebody('member', from)],
        }),
      )
      return [governance, ...under]
    })
}

/** A member at a post, by the name of who holds it; somebody invented where nobody does. */
const memberAt =
  (staff: readonly Staff[], somebody: (office: Member['office'], organisation: string) => Member) =>
  (
    office: Member['office'],
    organisation: string,
    role: 'leader' | 'streetDesk' | 'communitySecretary' | 'unitLeader',
    unit: string,
  ): Member => {
    const holder = staff.find(({ posts }) => posts.some((post) => post.role === role && post.unit === unit))
    return { ...somebody(office, organisation), ...(holder && { name: holder.name }), unit, post: { role, unit } }
  }
