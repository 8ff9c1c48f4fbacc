create schema grids;
grant usage on schema grids to linli_command, linli_read;

create table grids.networks (
  district text not null,
  code text not null,
  network jsonb not null,
  version integer not null default 1,
  tip text not null default '',
  ends date,
  primary key (district, code)
);

create table grids.groups (
  district text not null,
  grid text not null,
  kept jsonb not null,
  version integer not null default 1,
  tip text not null default '',
  ends date,
  level text not null,
  street text not null,
  community text not null,
  invitation_until date, -- the last day on which its code lets anybody in
  primary key (district, grid)
);
create index groups_by_community on grids.groups (district, community, grid);
create index groups_by_street on grids.groups (district, street, grid);
create index groups_by_invitation on grids.groups (district, invitation_until);

create table grids.reinforcements (
  district text not null,
  code text not null,
  kept jsonb not null,
  version integer not null default 1,
  tip text not null default '',
  ends date,
  force text not null,
  grid text not null,
  street text not null,
  community text not null,
  primary key (district, code)
);
create index reinforcements_by_grid on grids.reinforcements (district, grid, code);
create index reinforcements_by_community on grids.reinforcements (district, community, code);
create index reinforcements_by_street on grids.reinforcements (district, street, code);
create index reinforcements_by_force on grids.reinforcements (district, force, code);

create table grids.part_time (
  district text not null,
  code text not null,
  kept jsonb not null,
  version integer not null default 1,
  tip text not null default '',
  ends date,
  employer text not null,
  grid text not null,
  street text not null,
  community text not null,
  primary key (district, code)
);
create index part_time_by_grid on grids.part_time (district, grid, code);
create index part_time_by_community on grids.part_time (district, community, code);
create index part_time_by_street on grids.part_time (district, street, code);

-- Whoever reads, reads their district. Of people it holds what neighbours call them by, and no number.
do $$
declare name text;
begin
  foreach name in array array['networks', 'groups', 'reinforcements', 'part_time'] loop
    execute format('alter table grids.%I enable row level security', name);
    execute format('create policy by_district on grids.%I to linli_command using (district = app.district()) with check (district = app.district())', name);
    execute format('grant select, insert, update on grids.%I to linli_command', name);
    execute format('create policy in_district on grids.%I to linli_read using (district = app.district())', name);
    execute format('grant select on grids.%I to linli_read', name);
  end loop;
end $$;
