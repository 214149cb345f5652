-- Which series there are and which clauses they are held beside. What they count is in their streams.
create table views.series (
    series_id   text primary key,
    keeper      text        not null,
    accord      text,
    concerns    text,
    marking     text        not null,
    position    bigint      not null unique,
    recorded_at timestamptz not null
);

create table views.series_attachment (
    position    bigint primary key,
    series_id   text        not null,
    accord      text        not null,
    clause      text        not null,
    recorded_at timestamptz not null
);

create index series_attachment_series on views.series_attachment (series_id, accord, clause);
