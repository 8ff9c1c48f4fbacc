import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { App } from '#kernel/http/app.ts'
import { problems } from '#kernel/http/problem.ts'
import { ownSight } from '#kernel/people/actor.ts'
import { districtFor } from '#kernel/people/whoIs.ts'
import { groups } from '../catalogue/categories.ts'
import { Category } from '../catalogue/category.ts'
import { CategoryGroup, Suggestion } from '../contract/answers.ts'
import { type Room, tags } from './room.ts'

/** The categories of a district, and which one some words suggest: for anybody, since anybody may report. */
export function addCategoryRoutes(app: App, { house, cases, districtOf }: Room) {
  const { database } = house

  app.get(
    '/api/categories',
    { schema: { tags, summary: '类别', response: { 200: Type.Array(Category), ...problems } } },
    async (request) => {
      const district = await districtFor(house, districtOf, request)
      return within(database, { as: 'read', district, sight: ownSight() }, async (connection) => [
        ...(await cases.rulesOf(connection, district)).categories.values(),
      ])
    },
  )

  app.get(
    '/api/categories/groups',
    { schema: { tags, summary: '大类', response: { 200: Type.Array(CategoryGroup), ...problems } } },
    () => groups.map(({ code, name }) => ({ code, name })),
  )

  const Words = Type.Object({ words: Type.String({ maxLength: 5000 }) }, { additionalProperties: false })
  app.post(
    '/api/categories/suggest',
    { schema: { tags, summary: '按文字建议类别', body: Words, response: { 200: Suggestion, ...problems } } },
    async (request) => {
      const district = await districtFor(house, districtOf, request)
      return within(database, { as: 'read', district, sight: ownSight() }, async (connection) => {
        const found = cases.suggester(await cases.rulesOf(connection, district), request.body.words)
        return {
          ...{ gist: [...(found?.gist ?? [])], because: [...(found?.because ?? [])].slice(0, 5) },
          ...(found && { category: found.category, confidence: Math.round(found.confidence * 100) / 100 }),
        }
      })
    },
  )
}
