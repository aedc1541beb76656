-- A file of evidence, kept on disk under its hash; whoever uploads the same again gets the same row.
create table evidence_file (
    sha256 char(64) primary key,
    sm3 char(64) not null,
    size bigint not null check (size > 0),
    media_type text not null,        -- by its content
    pages int not null default 0,    -- that can be shown as pictures; 0 for none
    stored_at timestamptz not null,
    state text not null check (state in ('INTACT', 'MISSING', 'ALTERED')),   -- as it was last found
    checked_at timestamptz not null
);

-- 佐证材料: a piece of evidence of one assessment. A new version is a row of its own that replaces the one before.
create table evidence (
    id uuid primary key default gen_random_uuid(),
    assessment uuid not null references assessment,
    kind text not null,              -- a word of the bundle `evidence`
    title text not null,
    name text,                       -- of the file as it was uploaded
    file char(64) references evidence_file,
    address text,                    -- of a link, in place of a file
    locator text not null default '',   -- where the original is: its number, its place
    holds_from date,
    holds_to date,                   -- last day
    sensitivity text not null check (sensitivity in ('PUBLIC', 'INTERNAL', 'SENSITIVE')),
    edition int not null default 1,
    replaces uuid references evidence,
    replaced_by uuid references evidence,
    version int not null default 1,  -- counts changes of the fields
    added_by uuid not null references person,
    added_at timestamptz not null,
    changed_by uuid not null references person,
    changed_at timestamptz not null,
    removed_by uuid references person,
    removed_at timestamptz,
    check ((file is null) = (kind = 'LINK')),
    check ((file is null) = (address is not null)),
    check ((file is null) = (name is null)),
    check (holds_from <= holds_to)
);
create index evidence_assessment on evidence (assessment, added_at);
create index evidence_file_of on evidence (file);

-- Which criterion a piece of evidence supports, and where in it.
create table evidence_link (
    evidence uuid not null references evidence,
    criterion text not null,
    place text not null default '',  -- pages, as in 12-14, or a sheet, a section
    linked_by uuid not null references person,
    linked_at timestamptz not null,
    primary key (evidence, criterion)
);

-- A file that is on its way; its row stays for a while once it has arrived.
create table evidence_upload (
    id uuid primary key default gen_random_uuid(),
    assessment uuid not null references assessment,
    person uuid not null references person,
    name text not null,
    size bigint not null check (size > 0),
    mark text not null,              -- by which the browser knows the file again
    received bigint not null default 0 check (received between 0 and size),   -- safe on disk
    kind text not null,
    sensitivity text not null,
    criterion text,                  -- to link it to
    replaces uuid references evidence,
    evidence uuid references evidence,   -- what it became; null while it is on its way
    started_at timestamptz not null,
    changed_at timestamptz not null,
    unique (assessment, person, mark)
);
