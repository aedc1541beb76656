-- An organisation that no longer takes part: its people cannot sign in.
alter table organisation add column disabled_at timestamptz;

-- Whoever sent a link answers for it; a newer link makes the older ones of a person lapse.
alter table invitation add column created_by uuid references person;
create index invitation_person on invitation (person);
create index role_grant_role on role_grant (role);
