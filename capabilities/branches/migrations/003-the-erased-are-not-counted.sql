-- Whoever had their data erased before is counted no longer either.
update declarations.declarations d set claimed_as = null, claimed_at = null
where claimed_as is not null and exists (
  select 1 from vault.keys k where k.district = d.district and k.subject = d.item->>'declarer' and k.erased_at is not null);
