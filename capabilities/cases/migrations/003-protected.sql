-- Harm to minors and violence at home: also of those who see the whole district only the dispatcher and the supervisor see these.
alter table cases.cases add column protected boolean not null default false;
drop policy by_post on cases.cases;
create policy by_post on cases.cases to linli_read using (
  district = app.district() and app.sees(places, parties)
  and (not protected or current_setting('app.everything', true) is distinct from 'on' or current_setting('app.guards', true) = 'on')
);
