import type { Words } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { type Units, unitsPath } from '#web/shared/places/places.ts'
import { categoryValueWords } from './words.ts'

/** What a value in a category is called: a choice of the contract, or a unit that leads or assists. */
export function useValueWords(): (value: string) => Words {
  const { value } = useLoaded<Units>(unitsPath({ kinds: ['bureau', 'utility'], limit: 500 }))
  return (said) => {
    const name = value?.rows.find(({ code }) => code === said)?.name
    return name === undefined ? categoryValueWords(said) : { zh: name, en: name }
  }
}
