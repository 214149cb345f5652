-- Where every projection stands, in the same transaction as its rows; and Axon's claims and tokens.
create table views.progress (
    projection  text primary key,
    position    bigint not null default -1,
    recorded_at timestamptz
);

create table views.token (
    projection text not null,
    segment    integer not null,
    token      bytea,
    token_type text,
    claimed_at text,
    owner      text,
    primary key (projection, segment)
);
