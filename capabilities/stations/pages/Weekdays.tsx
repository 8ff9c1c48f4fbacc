import { Ticks } from '#web/shared/form/Choice.tsx'
import { w } from '#web/shared/language.ts'

const days = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const short = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The days of a week on which something is so: 1 is Monday. */
export function Weekdays({ value, change }: { value: readonly unknown[]; change: (days: number[]) => void }) {
  return (
    <Ticks
      legend={w('哪几天', 'On which days')}
      options={days.map((zh, index) => ({ value: String(index + 1), words: w(zh, short[index] ?? zh) }))}
      chosen={value.map(String)}
      choose={(chosen) => change(chosen.map(Number).sort((one, other) => one - other))}
    />
  )
}
