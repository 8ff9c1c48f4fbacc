import { Choice, Tick } from '#web/shared/form/Choice.tsx'
import { Lines } from '#web/shared/form/Line.tsx'
import { w } from '#web/shared/language.ts'
import { halves } from '../contract/kinds.ts'

const options = Object.entries(halves).map(([value, words]) => ({ value, words }))

/** How whoever asks would like it to be done. */
export interface Wished {
  atHome: boolean
  half: string
  note: string
}

export const noWishes: Wished = { atHome: false, half: '', note: '' }

/** What of it is sent. */
export const wishesIn = ({ atHome, half, note }: Wished) => ({
  atHome,
  ...(half !== '' && { half }),
  ...(note.trim() !== '' && { note: note.trim() }),
})

/** How they are asked: of whoever wants it done, or of whoever writes it down for them. */
const asked = {
  own: {
    atHome: w('请上门来取材料', 'Please come to my home'),
    note: w('想让代办员知道的（只有代办员和社区看得到）', 'What the helper should know (only they and the community see it)'),
  },
  another: {
    atHome: w('居民希望上门取材料', 'They wish for a visit at home'),
    note: w('要记下的情况（只有代办员和社区看得到）', 'What to keep in mind (only the helper and the community see it)'),
  },
}

/** A visit at home, when it suits, and anything the helper should know. */
export function Wishes({ of, wished, change }: { of: keyof typeof asked; wished: Wished; change: (wished: Wished) => void }) {
  const set = (more: Partial<Wished>) => change({ ...wished, ...more })
  return (
    <>
      <Tick words={asked[of].atHome} value={wished.atHome} choose={(atHome) => set({ atHome })} />
      <Choice
        legend={w('什么时候方便', 'When it suits')}
        options={options}
        value={wished.half || undefined}
        choose={(half) => set({ half })}
        optional
        clear={() => set({ half: '' })}
      />
      <Lines label={asked[of].note} value={wished.note} change={(note) => set({ note })} most={500} optional />
    </>
  )
}
