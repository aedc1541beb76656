-- The browser's name for the save that wrote a row: a request that is repeated because its answer got lost is known again.
alter table answer add column saved_as text;
alter table reading add column saved_as text;
