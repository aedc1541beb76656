-- 回调: where a person wants to be told of changes of state that they may read.
create table webhook (
    id uuid primary key default gen_random_uuid(),
    person uuid not null references person,
    url text not null,
    secret text not null,            -- signs what is sent; kept as it is, since it is needed each time
    events text not null,            -- words, as round.opened, with spaces between
    created_at timestamptz not null,
    removed_at timestamptz
);
create index webhook_person on webhook (person);

-- What is to be sent, and what came of it; written in the transaction of the change.
create table webhook_delivery (
    id uuid primary key default gen_random_uuid(),
    webhook uuid not null references webhook,
    event text not null,
    body text not null,
    created_at timestamptz not null,
    attempts int not null default 0,
    next_at timestamptz,             -- null: delivered, or given up
    status int,                      -- of the last answer; null: there was none
    failure text,                    -- why there was no answer
    delivered_at timestamptz
);
create index webhook_delivery_due on webhook_delivery (next_at) where next_at is not null;
create index webhook_delivery_webhook on webhook_delivery (webhook, created_at);
