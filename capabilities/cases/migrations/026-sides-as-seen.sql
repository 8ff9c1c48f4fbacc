-- What stands beside a case tells nobody of one that they do not see. Who had one before it turned out to be protected, or about them, had
-- their row here still; and whoever sees the district read whose cases are protected, and who had them.
delete from cases.seers s using cases.cases c
where c.district = s.district and c.id = s.id and not (s.unit = any (c.places));

-- Each reads their own. Of what is compared nothing is estimated, as in app.sees: taken for rare, it would make another plan.
alter policy mine on cases.followers
  using (district = app.district() and coalesce(party = current_setting('app.party', true), false));
alter policy by_post on cases.seers
  using (district = app.district() and coalesce(unit = any (nullif(current_setting('app.places', true), '')::text[]), false));
