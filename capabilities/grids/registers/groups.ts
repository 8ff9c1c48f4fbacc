import { defineRegister } from '#kernel/register/define.ts'
import { words } from '#kernel/words.ts'
import { GridGroup } from '../contract/entries.ts'
import { flaw, type GridFacts, notAhead, onGrid, whereIs, withoutNumbers } from '../facts.ts'
import { field, shared } from '../fields.ts'
import { editors, readers } from './readers.ts'

/** The chat groups of the grids (网格楼栋微信群), one a grid. Of who is in one nothing is kept. */
export const groupRegister = defineRegister<typeof GridGroup, GridFacts>({
  name: 'gridGroups',
  label: { zh: '网格楼栋微信群', en: 'chat groups of the grids' },
  path: 'grid-groups',
  keptIn: { schema: 'grids', table: 'groups', key: 'grid', entry: 'kept' },
  entry: GridGroup,
  fields: {
    grid: shared.grid,
    name: field('群名称', 'Name of the group'),
    keeper: field('群管理员', 'Keeper', words('怎么称呼或岗位，不填手机号', 'what they are called or their post; no number')),
    size: field('人数', 'Members', words('只记多少人，不记是谁', 'how many, never who')),
    countedOn: field('哪天数的', 'Counted on'),
    invitation: field(
      '群二维码内容',
      'What its code says',
      words('扫群二维码得到的网址', 'the address that the group’s QR code holds'),
    ),
    invitationUntil: field('二维码有效期到', 'Code valid until', words('最后有效的一天', 'the last day on which it works')),
    level: field('网格级别', 'Level of the grid'),
    community: shared.community,
    street: shared.street,
  },
  key: ({ grid }) => grid,
  columns: ({ invitationUntil }) => ({ invitation_until: invitationUntil ?? null }),
  found: (group, facts) => ({ ...whereIs(group, facts), level: String(facts.grids.get(group.grid)?.level ?? '') }),
  filters: ['level', 'street', 'community'],
  searched: ['name', 'keeper'],
  mayRead: readers,
  mayEdit: editors,
  belongsTo: 'community',
  check: (group, { facts }) => [
    ...onGrid(group, facts),
    ...notAhead('countedOn', group.countedOn, facts),
    ...withoutNumbers({ name: group.name, keeper: group.keeper }),
    ...(group.invitationUntil !== undefined && group.invitation === undefined
      ? [flaw('invitationUntil', '没有二维码，就没有有效期', 'there is no code that could be valid')]
      : []),
  ],
})
