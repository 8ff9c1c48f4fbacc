-- What goes along when a community goes to another street: what is open, or part of another, and lies in a street that is no longer its community's.
create index cases_by_street on cases.cases (district, community, street, id)
  where state in ('reported', 'accepted', 'triage', 'dispatched', 'handling', 'suspended', 'ledger', 'verifying', 'contested', 'merged');
