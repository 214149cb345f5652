-- Every election as it stood after each of its events. Days are ISO text, which sorts as days do.
create table views.election (
    election_id text        not null,
    position    bigint      not null,
    recorded_at timestamptz not null,
    country     text        not null,
    held_on     text,
    state       text        not null,
    primary key (election_id, position)
);
