-- As with posts: that a street has somebody on duty is for everybody to know, by whom is not.
create policy seen_by_district on people.duties to linli_read using (district = app.district());
grant select (district, unit, starts_at, ends_at) on people.duties to linli_read;
