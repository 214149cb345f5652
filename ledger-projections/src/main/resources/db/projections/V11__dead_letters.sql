-- Events that a projection cannot apply. Nothing after such an event is applied by that projection; a row whose
-- resolved_at is set has been applied since, or is to be tried anew by a rebuild.
create table views.dead_letter (
    projection     text        not null,
    position       bigint      not null,
    stream_id      text        not null,
    stream_version bigint      not null,
    type           text        not null,
    why            text        not null,
    first_at       timestamptz not null,
    last_at        timestamptz not null,
    attempts       bigint      not null,
    resolved_at    timestamptz,
    primary key (projection, position)
);
