-- A code besides the password (RFC 6238); person.totp_secret holds what it is made from, in Base32.
alter table person add column totp_pending text;  -- a secret that was shown and is not confirmed yet
alter table person add column totp_step bigint;   -- the last time step whose code was taken: none is taken twice

-- Codes on paper, each good once, for whoever has lost the device.
create table recovery_code (
    person uuid not null references person,
    code_hash text not null,  -- SHA-256; a code has 80 random bits
    created_at timestamptz not null,
    used_at timestamptz,
    primary key (person, code_hash)
);
