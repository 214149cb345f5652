-- How far each topic has been fed, and which node feeds it. A topic that was deleted and made again is another
-- topic, by its id, and is fed from the start.
create table progress (
    topic       text primary key,
    topic_id    text,
    position    bigint not null default -1,
    recorded_at timestamptz,
    owner       text,
    claimed_at  timestamptz
);
