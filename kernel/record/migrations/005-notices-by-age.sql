create index notices_by_age on record.notices (district, at);
