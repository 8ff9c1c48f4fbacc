import { type Words, words } from '#kernel/words.ts'

/** So many days before its last day the code of a group is told of: once each. */
const told = [1, 7] as const

/** Which of its reminders a code is due for on a day: the nearest one that has come; none before, none once it has expired. */
export const reminderOn = (until: string, day: string): (typeof told)[number] | undefined => {
  const left = daysTo(until, day)
  return left < 0 ? undefined : told.find((days) => left <= days)
}

/** What is said of a code that is about to expire: to whoever keeps the register of groups, or who can only remind them. */
export function reminderWords(name: string, until: string, day: string, keeps = true): Words {
  const left = daysTo(until, day)
  const [zh, en] = left === 0 ? ['今天', 'today'] : left === 1 ? ['明天', 'tomorrow'] : [`还有 ${left} 天`, `in ${left} days`]
  return keeps
    ? words(
        `“${name}”的群二维码${zh}到期：请在微信里换一个新码，登记到网格群`,
        `the code of the group "${name}" expires ${en}: make a new one in WeChat, and put it into the register of groups`,
      )
    : words(
        `“${name}”的群二维码${zh}到期：请提醒网格员换一个新码`,
        `the code of the group "${name}" expires ${en}: remind the grid worker to make a new one`,
      )
}

const daysTo = (until: string, day: string): number => Temporal.PlainDate.from(day).until(until, { largestUnit: 'days' }).days
