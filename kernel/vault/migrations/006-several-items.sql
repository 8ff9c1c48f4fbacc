-- Whoever has seen several items opens what was told under all of them in one read: their ids stand side by side, a unit separator between.
alter policy of_the_item on vault.secrets using (district = app.district() and (
  item = any (string_to_array(nullif(current_setting('app.item', true), ''), chr(31))) or subject = current_setting('app.party', true)));
