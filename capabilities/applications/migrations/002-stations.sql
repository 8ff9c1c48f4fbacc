-- As which station an application was published: no other is.
create index applications_published on applications.applications (district, (item ->> 'station')) where state = 'published';
