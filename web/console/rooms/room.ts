import type { ComponentType } from 'react'
import { type Words, w } from '../../shared/language.ts'

/** The headings of the menu. */
export const parts = {
  work: w('事项与办事', 'Cases and errands'),
  figures: w('统计', 'Figures'),
  organisation: w('组织与网格', 'Organisation and grids'),
  service: w('驿站与服务', 'Stations and services'),
  settings: w('管理', 'Administration'),
} as const satisfies Record<string, Words>

/** A page of the console: where it is, what it is called, and which roles have it. */
export interface Room {
  path: string
  /** Under which heading of the menu it stands. */
  part: keyof typeof parts
  words: Words
  roles: readonly string[]
  page: ComponentType<{ code?: string }>
  /** Leads the menu until the district has begun, and leaves it then. */
  untilBegun?: true
}
