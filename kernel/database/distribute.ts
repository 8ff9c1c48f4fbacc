import { sql } from 'kysely'
import type { Connection } from './open.ts'

/** Whether a database is a Citus cluster's. */
export async function isCluster(connection: Connection): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(connection)
  return rows.length > 0
}

/**
 * On a server that has Citus, spreads every table of ours that is keyed by district over the cluster, all rows of a district
 * together, and gives every node a copy of those that all districts read. Elsewhere it does nothing. Safe to run again.
 */
export async function distribute(connection: Connection): Promise<void> {
  if (!(await isCluster(connection))) return
  // The coordinator reaches the other nodes as the role of the transaction (within.ts), so there it must be able to log in. All nodes
  // are told, of which one may be away when a server starts: so only where it is not so yet.
  const roles = await sql<{ name: string }>`
    select rolname as name from pg_roles where rolname in ('linli_command', 'linli_read') and not rolcanlogin`.execute(connection)
  for (const { name } of roles.rows) await sql`alter role ${sql.id(name)} login`.execute(connection)
  // In the order in which they were made, so that a foreign key finds its target distributed already.
  const tables = await sql<{ name: string; keyed: boolean }>`
    select c.oid::regclass::text as name,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'district' and not a.attisdropped) as keyed
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${ours}
      and not exists (select 1 from pg_dist_partition d where d.logicalrelid = c.oid)
    order by c.oid`.execute(connection)
  for (const { name } of tables.rows.filter(({ keyed }) => !keyed))
    await sql`select create_reference_table(${name})`.execute(connection)
  for (const { name } of tables.rows.filter(({ keyed }) => keyed))
    await sql`select create_distributed_table(${name}, 'district', colocate_with => ${name === root ? 'none' : root})`.execute(
      connection,
    )
  // What runs as the owner runs on the node that has the district: from the coordinator it would ask there as the working role.
  const functions = await sql<{ name: string }>`
    select p.oid::regprocedure::text as name from pg_proc p where p.prosecdef and p.proargnames[1] = 'of_district'
      and not exists (select 1 from pg_dist_object o where o.objid = p.oid and o.distribution_argument_index is not null)`.execute(
    connection,
  )
  for (const { name } of functions.rows)
    await sql`select create_distributed_function(${name}, 'of_district', colocate_with => ${root}, force_delegation => true)`.execute(
      connection,
    )
}

/** The first table of all, beside which the others are laid. */
const root = 'place.districts'

// Whatever our migrations made, so that no new capability is forgotten: all but what PostgreSQL and its extensions brought
// along. `public` holds only the list of migrations, which is the coordinator's own.
const ours = sql`n.nspname <> 'public' and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
  and not exists (select 1 from pg_depend e where e.deptype = 'e'
    and ((e.classid = 'pg_namespace'::regclass and e.objid = n.oid) or (e.classid = 'pg_class'::regclass and e.objid = c.oid)))`
