-- Committed rows of audit_entry wait here, put in by the transaction of the row, until they are sealed.
create table audit_unsealed (
    entry bigint primary key
);

create function audit_entry_waits() returns trigger language plpgsql as $$
begin
    insert into audit_unsealed (entry) values (new.id);
    return null;
end $$;
create trigger audit_entry_waits after insert on audit_entry
    for each row execute function audit_entry_waits();
insert into audit_unsealed (entry) select id from audit_entry;

-- A batch of rows in the chain: each names the hash of the one before it. docs/guide/audit.md says how it is computed.
create table audit_seal (
    position bigint primary key check (position > 0),
    sealed_at timestamptz not null,
    digest text not null,    -- the algorithm: SHA-256 or SM3
    previous text not null,  -- hash of the seal before; zeros for the first
    entries bigint[] not null,
    digests text[] not null, -- of each row, in the same order
    hash text not null
);
create function audit_seal_stays() returns trigger language plpgsql as $$
begin
    raise exception 'rows of audit_seal are never changed or removed';
end $$;
create trigger audit_seal_stays before update or delete on audit_seal
    for each row execute function audit_seal_stays();
create trigger audit_seal_is_kept before truncate on audit_seal
    for each statement execute function audit_seal_stays();

-- What the audit administrator searches by.
create index audit_entry_actor on audit_entry (actor, id);
create index audit_entry_action on audit_entry (action, id);
