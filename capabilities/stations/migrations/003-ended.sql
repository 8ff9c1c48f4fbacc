-- The stations that have ended, whose photos go some days later.
create index stations_ended on stations.stations (district, ends) where ends is not null;
