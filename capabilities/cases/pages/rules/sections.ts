import { type Words, w } from '#web/shared/language.ts'

/** The fields of a category as people think of them. */
export const sections: readonly { title: Words; fields: readonly string[] }[] = [
  { title: w('是什么事', 'What it is'), fields: ['code', 'parent', 'name', 'kind', 'urgency', 'danger', 'words'] },
  { title: w('谁来办', 'Who handles it'), fields: ['lead', 'assisting', 'dispatchBy', 'dutyList'] },
  {
    title: w('怎样算受理、算办好', 'When it is accepted, and done'),
    fields: ['acceptedWhen', 'closedWhen', 'verifiedOnSite', 'photosWanted', 'withdrawable'],
  },
  { title: w('多久办好', 'How long it may take'), fields: ['limits'] },
  { title: w('对居民说的话', 'What residents are told'), fields: ['texts'] },
  { title: w('特别情形', 'Special cases'), fields: ['aboutChain', 'protected', 'codes'] },
]
