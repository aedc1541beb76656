-- 成熟度模型: every model version that this platform has, shipped or uploaded. A published version never changes.
create table maturity_model (
    id text primary key check (id ~ '^[a-z0-9-]+@[0-9A-Za-z.-]+$'),   -- as in dgimm@2021.1
    extends text,                    -- of a local variant: the model that it extends
    title_zh text not null,
    title_en text not null,
    content text not null,           -- the model in full, as JSON
    sha256 char(64) not null,        -- of the content
    clauses text,                    -- the list of its source's clauses, as JSON
    origin text not null check (origin in ('SHIPPED', 'UPLOADED')),
    state text not null check (state in ('DRAFT', 'PUBLISHED')),
    added_by uuid references person, -- null: shipped
    added_at timestamptz not null,
    published_by uuid references person,
    published_at timestamptz,
    check ((state = 'PUBLISHED') = (published_at is not null))
);

-- 权重集: the weights of one model version. A published set never changes.
create table weight_set (
    model text not null references maturity_model,
    id text not null,
    name_zh text not null,
    name_en text not null,
    content text not null,           -- as JSON, with the record of how it was set
    sha256 char(64) not null,
    origin text not null check (origin in ('SHIPPED', 'UPLOADED')),
    state text not null check (state in ('DRAFT', 'PUBLISHED')),
    added_by uuid references person,
    added_at timestamptz not null,
    published_by uuid references person,
    published_at timestamptz,
    primary key (model, id),
    check ((state = 'PUBLISHED') = (published_at is not null))
);

create function published_stays() returns trigger language plpgsql as $$
begin
    if old.state = 'PUBLISHED' then
        raise exception 'what is published never changes';
    end if;
    return coalesce(new, old);
end $$;
create trigger maturity_model_stays before update or delete on maturity_model
    for each row execute function published_stays();
create trigger weight_set_stays before update or delete on weight_set
    for each row execute function published_stays();
