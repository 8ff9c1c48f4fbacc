-- Figures count time limits. A limit says which step of what was due when; whose it is stands in the item's own row, under the
-- policy by post: so counting joins them with the items that the asker sees, and nothing else reads them without an item in hand.
create policy counted on flow.limits to linli_read
  using (district = app.district() and current_setting('app.counting', true) = 'on');
