-- Who reads as a person sees what that person was told, and not what everybody in the district was.
alter policy to_me on record.notices using (district = app.district() and recipient = current_setting('app.party', true));
