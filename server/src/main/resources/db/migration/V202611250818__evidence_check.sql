-- Every file of evidence read again and compared with its hash; goes on after a restart where it was.
create table evidence_check (
    id bigint generated always as identity primary key,
    started_by uuid not null references person,
    started_at timestamptz not null,
    total int not null,
    checked int not null default 0,
    last char(64),                   -- the file checked last, in the order of hashes; null: none yet
    ended_at timestamptz,
    cancelled_by uuid references person
);
create unique index evidence_check_one_at_once on evidence_check ((1)) where ended_at is null;
