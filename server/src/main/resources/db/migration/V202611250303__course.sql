-- What a move along the course leaves beside its reason.
alter table assessment add column review_passed_at timestamptz;   -- internal review has passed it as it stands
alter table move add column person_name text not null default ''; -- as it was then
alter table move add column left_open text[] not null default '{}'; -- criteria that were handed on unanswered on purpose
alter table move add column answers_sha256 char(64);               -- of all answers as they were signed
