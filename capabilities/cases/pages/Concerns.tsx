import { Tick } from '#web/shared/form/Choice.tsx'
import { useSay, w } from '#web/shared/language.ts'
import type { Concerned } from '../contract/terms.ts'

const whom: { value: Concerned; words: { zh: string; en: string } }[] = [
  { value: 'grid', words: w('网格员', 'the grid worker') },
  { value: 'community', words: w('社区', 'the community') },
  { value: 'street', words: w('街道', 'the street') },
  { value: 'property', words: w('物业公司', 'the property company') },
]

/** Who will not see it, in words: whom the reporter ticked, or else whom its category is about. */
export function passedOver(value: readonly Concerned[], aboutChain = false): { zh: string; en: string } | undefined {
  const said = value.length > 0 || !aboutChain ? value : (['grid', 'community'] as const)
  const names = whom.filter((one) => said.includes(one.value)).map(({ words }) => words)
  if (names.length === 0) return undefined
  return w(
    `这里的${names.map(({ zh }) => zh).join('、')}看不到这件事，由上一级办理。`,
    `Not ${names.map(({ en }) => en).join(', ')} here: the level above handles it.`,
  )
}

/** Whether what is reported is about those who look after the place: they are passed over then, and do not see it. */
export function Concerns({ value, change }: { value: readonly Concerned[]; change: (value: Concerned[]) => void }) {
  const say = useSay()
  return (
    <details open={value.length > 0}>
      <summary>
        {say(
          w(
            '反映的就是这里的网格员、社区、街道或物业？',
            'Is it about the grid worker, community, street or property company here?',
          ),
        )}
      </summary>
      <fieldset className="field">
        <legend className="legend">
          {say(w('勾上的看不到这件事，由上一级办理', 'Those you tick do not see it: the level above handles it'))}
        </legend>
        <div className="choices">
          {whom.map(({ value: one, words }) => (
            <Tick
              key={one}
              words={words}
              value={value.includes(one)}
              choose={(chosen) => change(chosen ? [...value, one] : value.filter((other) => other !== one))}
            />
          ))}
        </div>
      </fieldset>
    </details>
  )
}
