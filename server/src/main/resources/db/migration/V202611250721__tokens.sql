-- 访问令牌: a secret by which a program acts for a person, within scopes and until a day.
create table access_token (
    id uuid primary key default gen_random_uuid(),
    person uuid not null references person,
    name text not null,
    secret_hash text not null unique,  -- SHA-256; the secret itself is shown once
    scopes text not null,              -- words, as models:read, with spaces between
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,          -- to the minute
    revoked_at timestamptz
);
create index access_token_person on access_token (person, created_at);

-- When each token is next free to ask. It may be lost in a crash, and is then made anew.
create unlogged table token_pace (
    token uuid primary key references access_token,
    free_at timestamptz not null
);

-- Requests that named an idempotency key, with what they were answered; kept for a day.
create table idempotent_request (
    person uuid not null references person,
    key text not null,
    fingerprint text not null,         -- SHA-256 of method, address and body
    status int,
    headers jsonb not null default '{}',
    body text,
    created_at timestamptz not null,
    primary key (person, key)
);
create index idempotent_request_age on idempotent_request (created_at);
