import { commandsOn } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { anyone, theTimer, those } from '#kernel/flow/parties.ts'
import { endOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import * as say from './contract/declaration.ts'
import { SeenDeclaration } from './contract/seen.ts'
import * as decide from './decisions.ts'
import { type DeclarationFacts, show } from './show.ts'

const command = commandsOn<say.Declaration, DeclarationFacts>()
const themself = those<say.Declaration>('本人', 'the member', ({ id }, { declarer }) => id === declarer)
const standsFor = ({ id, until }: say.Claim, what: string) => ({ key: `${what} ${id} ${until}`, input: { claim: id } })

/**
 * What a party member declares where they live (亮身份), and what they look after there (认领责任区): by their own act only, and taken back
 * when they like. Nothing of it is announced outside, and nothing changes at their branch at work.
 */
export const declarationFlow = defineFlow({
  name: 'declaration',
  path: 'declarations',
  label: words('亮身份', 'declaration'),
  item: say.Declaration,
  states: { declared: '已亮身份', withdrawn: '已撤回' },
  holder: () => undefined,
  standing: ({ state, estateName }) =>
    state === 'declared'
      ? words(`已在${estateName}亮身份`, `it was declared at ${estateName}`)
      : words('已撤回，可以重新亮身份', 'it was withdrawn, and may be declared anew'),
  places: ({ community, street }) => [community, street],
  parties: ({ declarer }) => [declarer],
  hidden: () => true,
  columns: ({ kind, estate, community, street, claimedAs, claimedAt, ...item }) => ({
    ...{ kind, estate, community, street, claimed_as: claimedAs ?? null, claimed_at: claimedAt ?? null },
    areas: item.state === 'declared' ? item.claims.length : 0,
  }),
  timers: (item) =>
    item.state === 'declared'
      ? item.claims.flatMap((claim) => {
          const ends = endOf(claim.until)
          const lapse = { ...standsFor(claim, 'lapse'), at: ends, command: 'lapse' }
          const at = ends.subtract({ hours: 24 * say.remindedBefore })
          return claim.reminded ? [lapse] : [lapse, { ...standsFor(claim, 'remind'), at, command: 'remind' }]
        })
      : [],
  notices: () => [],
  seen: SeenDeclaration,
  show,
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    declare: command({ zh: '亮身份', from: ['new', 'withdrawn'], to: 'declared', by: [anyone('resident')], input: say.Declare, decide: decide.declare }),
    claimArea: command({ zh: '认领责任区', from: 'declared', to: 'unchanged', by: [themself], input: say.ClaimArea, decide: decide.claimArea }),
    renew: command({ zh: '续认', from: 'declared', to: 'unchanged', by: [themself], input: say.OfClaim, decide: decide.renew }),
    release: command({ zh: '放下责任区', from: 'declared', to: 'unchanged', by: [themself], input: say.OfClaim, decide: decide.release }),
    showName: command({ zh: '让邻居看到称呼', from: 'declared', to: 'unchanged', by: [themself], input: say.ShowName, decide: decide.showName }),
    hideName: command({ zh: '不再显示称呼', from: 'declared', to: 'unchanged', by: [themself], input: say.Nothing, decide: decide.hideName }),
    withdraw: command({ zh: '撤回亮身份', from: 'declared', to: 'withdrawn', by: [themself, theTimer], input: say.Nothing, decide: decide.withdraw }),
    erase: command({ zh: '按本人要求删除', from: ['declared', 'withdrawn'], to: 'withdrawn', by: [theTimer], input: say.Nothing, decide: decide.erase }),
    remind: command({ zh: '到期前提醒', from: 'declared', to: 'unchanged', by: [theTimer], input: say.OfClaim, decide: decide.remind }),
    lapse: command({ zh: '满一年结束', from: 'declared', to: 'unchanged', by: [theTimer], input: say.OfClaim, decide: decide.lapse }),
  },
})
