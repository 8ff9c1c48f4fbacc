-- Which of what was looked at was shown half hidden alone, as 138****1234. Of looks before this it is not known.
alter table vault.looks add column masked text[] not null default '{}';
