-- Staff who came in, left, or were not let in: appended only, for the audit administrator to read.
create table people.sign_ins (
  district text not null,
  id uuid not null,
  at timestamptz not null,
  account text, -- none where there was no such name: what was typed there is kept nowhere
  came text not null check (came in ('in', 'refused', 'out')),
  device text not null,
  primary key (district, id)
);
alter table people.sign_ins enable row level security;
create policy by_district on people.sign_ins to linli_command using (district = app.district()) with check (district = app.district());
grant select, insert on people.sign_ins to linli_command;
create index sign_ins_of_account on people.sign_ins (district, account, id);
create index sign_ins_refused on people.sign_ins (district, id) where came = 'refused';
create index sign_ins_by_age on people.sign_ins (district, at);
