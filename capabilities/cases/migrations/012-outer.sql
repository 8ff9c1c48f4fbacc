-- The numbers that cases have on the platforms that they came from: each is filed once. Of those that were filed twice before, the first
-- has it. Beside the cases and not in them, since what was split from a case had its number too.
create table cases.outer_numbers (
  district text not null,
  number text not null,
  item text not null,
  primary key (district, number)
);
alter table cases.outer_numbers enable row level security;
create policy by_district on cases.outer_numbers to linli_command using (district = app.district()) with check (district = app.district());
grant select, insert on cases.outer_numbers to linli_command;
insert into cases.outer_numbers (district, number, item)
  select distinct on (district, item->>'outerId') district, item->>'outerId', id from cases.cases where item ? 'outerId'
  order by district, item->>'outerId', reported_at, id;
