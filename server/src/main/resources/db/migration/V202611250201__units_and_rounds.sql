-- 被评估单位: the public body that is assessed; its people are those of its organisation.
create table unit (
    id uuid primary key default gen_random_uuid(),
    organisation uuid not null unique references organisation,
    code text not null unique,
    name text not null,
    region text not null default '',
    peer_group text not null default '',
    created_at timestamptz not null
);

-- 评估活动: one round of assessments under one model, weight set and preset, pinned by their hashes once it is open.
create table round (
    id uuid primary key default gen_random_uuid(),
    organiser uuid not null references organisation,
    title text not null,
    track text not null check (track in ('FULL', 'SELF_DIAGNOSIS', 'DATA_IMPORTED')),
    model text not null references maturity_model,
    model_sha256 char(64) not null,
    weight_set text not null,
    weight_set_sha256 char(64) not null,
    preset text,                     -- null in a model without levels
    as_of date not null,             -- the day that answers speak of
    due_on date not null,            -- last day for answers, in Asia/Shanghai
    previous uuid references round,  -- whose answers are offered
    state text not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    created_by uuid references person,
    created_at timestamptz not null,
    opened_at timestamptz,
    closed_at timestamptz,
    foreign key (model, weight_set) references weight_set (model, id)
);
create index round_organiser on round (organiser);

create table round_unit (
    round uuid not null references round,
    unit uuid not null references unit,
    due_on date,                     -- where it was extended
    extension_reason text,
    extended_by uuid references person,
    extended_at timestamptz,
    added_at timestamptz not null,
    primary key (round, unit),
    check ((due_on is null) = (extension_reason is null))
);
create index round_unit_unit on round_unit (unit);

-- What a person is told in the platform.
create table notice (
    id uuid primary key default gen_random_uuid(),
    person uuid not null references person,
    kind text not null,              -- a word of the bundle `notices`
    arguments jsonb not null default '[]',
    link text,                       -- a path of this platform
    created_at timestamptz not null,
    read_at timestamptz
);
create index notice_person on notice (person, created_at desc);
