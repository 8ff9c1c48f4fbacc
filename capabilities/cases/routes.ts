import { addFlowRoutes } from '#kernel/flow/http.ts'
import type { App } from '#kernel/http/app.ts'
import { addCallRoutes } from './routes/calls.ts'
import { addCategoryRoutes } from './routes/categories.ts'
import { addCodeRoutes } from './routes/codes.ts'
import { addExportRoutes } from './routes/export.ts'
import { addHandlerRoutes } from './routes/handlers.ts'
import { addHistoryRoutes } from './routes/history.ts'
import { addListRoutes } from './routes/lists.ts'
import { addMapRoutes } from './routes/map.ts'
import { addMergedRoutes } from './routes/merged.ts'
import { addPhotoRoutes } from './routes/photos.ts'
import { addQuestionRoutes } from './routes/questions.ts'
import { addRehearsalRoutes } from './routes/rehearsal.ts'
import { addRelatedRoutes } from './routes/related.ts'
import { addRevealRoutes } from './routes/reveal.ts'
import type { Room } from './routes/room.ts'
import { addSimilarRoutes } from './routes/similar.ts'
import { addSolvedRoutes } from './routes/solved.ts'
import { addStartingRoutes } from './routes/starting.ts'
import { addViewRoutes } from './routes/views.ts'

/** The addresses of cases: those that their flow has, and lists, history, photos, categories and revealing a number. */
export function addCaseRoutes(app: App, room: Room) {
  const { house, cases, districtOf } = room
  addFlowRoutes(app, house, cases, { nobodyMay: ['report', 'join'], districtOf })
  addListRoutes(app, room)
  addExportRoutes(app, room)
  addCallRoutes(app, room)
  addMapRoutes(app, room)
  addHistoryRoutes(app, room)
  addHandlerRoutes(app, room)
  addMergedRoutes(app, room)
  addRelatedRoutes(app, room)
  addPhotoRoutes(app, room)
  addCodeRoutes(app, room)
  addQuestionRoutes(app, room)
  addRevealRoutes(app, room)
  addCategoryRoutes(app, room)
  addRehearsalRoutes(app, room)
  addSimilarRoutes(app, room)
  addSolvedRoutes(app, room)
  addStartingRoutes(app, room)
  addViewRoutes(app, room)
}
