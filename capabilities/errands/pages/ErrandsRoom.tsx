import { Filing } from './Filing.tsx'
import { Head } from './Head.tsx'
import { ErrandsTable } from './table/ErrandsTable.tsx'

/** Errands at a desk: all that one sees as a table, or one that is being written down. */
export default function ErrandsRoom({ code }: { code?: string }) {
  if (code === 'new') return <Filing list="/console/errands" />
  return (
    <div className="stack">
      <Head home="/console/errands" />
      <ErrandsTable />
    </div>
  )
}
