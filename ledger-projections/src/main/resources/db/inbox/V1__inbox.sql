-- What projection nodes have taken from the topic. The primary key makes a record that comes again change nothing.
create table inbox.event (
    position       bigint primary key,
    stream_id      text        not null,
    stream_version bigint      not null,
    recorded_at    timestamptz not null,
    type           text        not null,
    commitment     text        not null,
    payload        text        not null
);

-- Up to where each partition is in inbox.event, written in the transaction of its events. A topic that was
-- deleted and made again has another id and is read from its start.
create table inbox.taken (
    topic_id    text   not null,
    partition   integer not null,
    next_offset bigint not null,
    primary key (topic_id, partition)
);

-- One row: whose log this is, under which name the nodes of this database share partitions, and the watermark,
-- the highest position up to which every event is in inbox.event.
create table inbox.watermark (
    only_row    boolean primary key default true check (only_row),
    group_id    text   not null,
    source      text,
    position    bigint not null default -1,
    recorded_at timestamptz
);

insert into inbox.watermark (group_id) values ('ledger-projections-' || gen_random_uuid());

