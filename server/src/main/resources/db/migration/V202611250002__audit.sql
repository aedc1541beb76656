-- Who changed what, when. Rows are added in the transaction of the change, and never changed or removed.
create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor uuid,              -- null: the system, or nobody who is signed in
    actor_name text not null,
    action text not null,    -- a word of the bundle `audit`: audit.action.<action>
    organisation uuid,       -- whose matter it is; null: the platform's
    subject_kind text not null,
    subject_id text not null,
    detail jsonb not null default '{}',
    address text             -- where the request came from
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_subject on audit_entry (subject_kind, subject_id);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'rows of audit_entry are never changed or removed';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function audit_entry_stays();
create trigger audit_entry_is_kept before truncate on audit_entry
    for each statement execute function audit_entry_stays();
