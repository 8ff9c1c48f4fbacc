import { Compile } from 'typebox/compile'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { see } from '#kernel/flow/see.ts'
import { momentWords, type Passage } from '#kernel/people/ownPage.ts'
import type { Holding } from '#kernel/people/takingAlong.ts'
import { words } from '#kernel/words.ts'
import { declarationOf, declarations } from '../capability.ts'
import { areaKinds, memberKinds } from '../contract/kinds.ts'
import { SeenDeclaration } from '../contract/seen.ts'

const seen = Compile(SeenDeclaration)
const isSeen = (value: unknown): value is SeenDeclaration => seen.Check(value)

/** What a member declared and looks after, as they read it themself. */
export const declarationsHeld = (house: House): Holding => ({
  name: 'declarations',
  title: words('我亮的身份、认领的责任区', 'What I declared and look after'),
  async *pieces(actor) {
    const view = await see(house, declarations, actor, declarationOf(actor.district, actor.id))
    if (isRefusal(view)) return
    if (!isSeen(view.item)) throw new Error('a declaration is not shown as declarations are')
    yield { told: view.item, passage: passageOf(view.item) }
  },
})

const passageOf = ({ estateName, mine }: SeenDeclaration): Passage => ({
  heading: estateName,
  lines: mine
    ? [
        [words('亮身份', 'Declared as'), memberKinds[mine.kind].zh],
        [words('从', 'Since'), momentWords(mine.declaredAt)],
        [words('邻居看到的称呼', 'What neighbours call me'), mine.shownName ?? ''],
        ...mine.claims.map(
          ({ kind, where, promise, until }) =>
            [words('责任区', 'Area'), `${areaKinds[kind].zh} ${where}，${promise}，到 ${until}`] as const,
        ),
      ]
    : [[words('亮身份', 'Declared as'), '已撤回']],
  photos: [],
})
