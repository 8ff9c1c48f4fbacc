-- Also who was slowed down, whose password was right and whose code did not come, and whose session somebody ended.
alter table people.sign_ins drop constraint sign_ins_came_check;
alter table people.sign_ins add constraint sign_ins_came_check
  check (came in ('in', 'refused', 'slowed', 'halfway', 'out', 'ended'));
drop index people.sign_ins_refused;
create index sign_ins_refused on people.sign_ins (district, id) where came in ('refused', 'slowed');
