-- Every event of every stream, as people read it: in order, with who said it and its payload.
create table views.timeline_stream (
    stream_id text primary key,
    accord    text not null,
    marking   text not null
);

create table views.timeline (
    stream_id   text        not null,
    version     bigint      not null,
    position    bigint      not null,
    recorded_at timestamptz not null,
    type        text        not null,
    filed_by    text        not null,
    filed_role  text        not null,
    filed_body  text,
    filed_at    timestamptz not null,
    dated       text,
    payload     text        not null,
    primary key (stream_id, version)
);
