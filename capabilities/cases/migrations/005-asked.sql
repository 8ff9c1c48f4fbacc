-- What the lead has asked for and nobody has answered yet, in this order, with a blank between: extension, suspension, ledger.
-- The dispatcher's and the supervisor's lists go by it.
alter table cases.cases add column asked text;
update cases.cases set asked = nullif(concat_ws(' ', case when item ? 'extension' then 'extension' end,
  case when item ? 'suspension' then 'suspension' end, case when item ? 'ledgerAsked' then 'ledger' end), '')
where state = 'handling';
create index cases_asked on cases.cases (district, asked, due_at, id) where asked is not null;
