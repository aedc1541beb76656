-- One unit's assessment in one round.
create table assessment (
    id uuid primary key default gen_random_uuid(),
    round uuid not null references round,
    unit uuid not null references unit,
    state text not null,             -- a state of the course
    version int not null default 1,  -- counts moves; two people never move one case at once
    created_at timestamptz not null,
    submitted_at timestamptz,
    unique (round, unit)
);
create index assessment_unit on assessment (unit);

-- The current answer to a criterion; who answered what before stands in the audit.
create table answer (
    assessment uuid not null references assessment,
    criterion text not null,
    state text not null check (state in ('RATED', 'NOT_APPLICABLE', 'INSUFFICIENT', 'UNANSWERED')),
    rating text,
    note text not null default '',   -- a comment, or the reason of N/A and of insufficient evidence
    origin text not null check (origin in ('OWN', 'PREVIOUS')),   -- PREVIOUS: offered, not counted until confirmed
    version int not null default 1,
    changed_by uuid references person,
    changed_at timestamptz not null,
    primary key (assessment, criterion),
    check ((state = 'RATED') = (rating is not null))
);

-- The current value of a measure, exact as entered.
create table reading (
    assessment uuid not null references assessment,
    measure text not null,
    value numeric,                   -- null: withdrawn
    unit text not null,
    note text not null default '',
    origin text not null check (origin in ('OWN', 'PREVIOUS')),
    version int not null default 1,
    changed_by uuid references person,
    changed_at timestamptz not null,
    primary key (assessment, measure)
);

-- 分工: a part of an assessment that one person is asked to answer.
create table part (
    assessment uuid not null references assessment,
    node text not null,
    person uuid not null references person,
    due_on date,
    note text not null default '',
    assigned_by uuid references person,
    assigned_at timestamptz not null,
    primary key (assessment, node, person)
);
create index part_person on part (person);

-- 审核意见: what internal review says, on one criterion or on the whole.
create table remark (
    id uuid primary key default gen_random_uuid(),
    assessment uuid not null references assessment,
    criterion text,
    text text not null,
    written_by uuid not null references person,
    written_at timestamptz not null,
    settled_by uuid references person,
    settled_at timestamptz
);
create index remark_assessment on remark (assessment, written_at);

-- Every move along the course, never changed.
create table move (
    id bigint generated always as identity primary key,
    assessment uuid not null references assessment,
    from_state text not null,
    action text not null,
    to_state text not null,
    person uuid references person,   -- null: the system
    reason text not null default '',
    statement text,                  -- 真实性承诺, as signed
    moved_at timestamptz not null
);
create index move_assessment on move (assessment, id);
