-- Who may come in, for whom they act, and what they may do.
create table organisation (
    id uuid primary key default gen_random_uuid(),
    name text not null unique,
    kind text not null check (kind in ('PLATFORM', 'UNIT', 'ASSESSMENT_BODY', 'SUPERVISOR')),
    region text,
    created_at timestamptz not null
);

create table person (
    id uuid primary key default gen_random_uuid(),
    organisation uuid not null references organisation,
    username text not null unique check (username = lower(username)),
    name text not null,
    password_hash text,              -- null: has not set one yet
    password_set_at timestamptz,
    language text check (language in ('zh', 'en')),
    totp_secret text,                -- null: signs in by password alone
    disabled_at timestamptz,
    created_at timestamptz not null
);
create index person_organisation on person (organisation);

create table role_grant (
    id uuid primary key default gen_random_uuid(),
    person uuid not null references person,
    role text not null,
    organisation uuid not null references organisation,
    round uuid,  -- null: every round
    part text,   -- null: every part; else a node of the round's model
    granted_by uuid references person,
    granted_at timestamptz not null,
    granted_for text generated always as (coalesce(round::text, '') || '|' || coalesce(part, '')) stored,
    unique (person, role, organisation, granted_for)
);

-- A link that lets one person in once, to set a password.
create table invitation (
    id uuid primary key default gen_random_uuid(),
    token_hash text not null unique,   -- SHA-256; the token itself is only in the link
    kind text not null check (kind in ('SET_UP', 'PERSON')),
    person uuid references person,     -- null for the set-up of the platform
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

-- Every attempt to sign in, also with names that do not exist: lockout and rate limits are counted from here.
create table sign_in_attempt (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    username text not null,
    address text not null,
    outcome text not null check (outcome in ('SIGNED_IN', 'REFUSED', 'LOCKED', 'TOO_MANY', 'UNLOCKED'))
);
create index sign_in_attempt_address on sign_in_attempt (address, at);
create index sign_in_attempt_username on sign_in_attempt (username, at);
