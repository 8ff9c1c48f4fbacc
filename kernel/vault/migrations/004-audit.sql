-- Who looked at personal data is also read by the audit administrator: the rows of their district, never what was looked at, on
-- which they have no right. Both comparisons are leakproof, so that the indexes serve.
create policy for_the_audit on vault.looks for select to linli_read
  using (district = app.district() and current_setting('app.audits', true) = 'on');
create index looks_by_time on vault.looks (district, at desc, id desc);
create index looks_by_account on vault.looks (district, by_account, at desc, id desc);
