-- The application works as a role of its own, which can add and read but not change. Roles belong to the whole
-- server: another database's migration may have made it already, or be making it now.
do $$
begin
  create role ledger_app nologin;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'ledger_app', 'set') then
    execute format('grant ledger_app to %I', current_user);
  end if;
end
$$;

create table ledger.event (
  position       bigint      not null primary key check (position >= 0),
  stream_id      text        not null,
  stream_version bigint      not null check (stream_version >= 0),
  type           text        not null,
  recorded_at    timestamptz not null,
  leaf           bytea       not null check (octet_length(leaf) <= 65535),
  payload        bytea       not null,
  salt           bytea       not null check (octet_length(salt) = 32),
  leaf_hash      bytea       not null check (octet_length(leaf_hash) = 32),
  metadata       bytea       not null,
  unique (stream_id, stream_version)
);

-- One row, locked by whoever gives positions. Mostly empty pages keep its updates in place.
create table ledger.log_head (
  only_one    boolean     not null primary key default true check (only_one),
  origin      text,
  size        bigint      not null,
  recorded_at timestamptz not null,
  edge        bytea       not null
) with (fillfactor = 10);

insert into ledger.log_head (size, recorded_at, edge) values (0, 'epoch', '');

create table ledger.content (
  ref        text  not null primary key,
  salt       bytea not null check (octet_length(salt) = 32),
  media_type text  not null,
  language   text,
  marking    text  not null,
  bytes      bytea not null
);

create table ledger.idempotency (
  scope          text        not null,
  key            text        not null,
  request_hash   bytea       not null,
  stream_id      text        not null,
  stream_version bigint      not null,
  first_position bigint      not null,
  last_position  bigint      not null,
  recorded_at    timestamptz not null,
  primary key (scope, key)
);

create table ledger.snapshot (
  stream_id      text        not null primary key,
  stream_version bigint      not null,
  stream_kind    text        not null,
  type           text        not null,
  taken_at       timestamptz not null,
  payload        bytea       not null
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.% only grows: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;

create function ledger.refuse_backward_head() returns trigger language plpgsql as $$
begin
  if new.size < old.size or new.recorded_at < old.recorded_at then
    raise exception 'the head of the log only moves forward' using errcode = 'restrict_violation';
  end if;
  if old.origin is not null and new.origin is distinct from old.origin then
    raise exception 'the origin of a log is given once' using errcode = 'restrict_violation';
  end if;
  if new.size > old.size then
    perform pg_notify('ledger_appended', new.size::text);
  end if;
  return new;
end
$$;

create trigger only_grows before update or delete or truncate on ledger.event
  for each statement execute function ledger.refuse_change();
create trigger only_grows before update or delete or truncate on ledger.content
  for each statement execute function ledger.refuse_change();
create trigger only_grows before update or delete or truncate on ledger.idempotency
  for each statement execute function ledger.refuse_change();
create trigger stays before insert or delete or truncate on ledger.log_head
  for each statement execute function ledger.refuse_change();
create trigger moves_forward before update on ledger.log_head
  for each row execute function ledger.refuse_backward_head();

-- "always": also in a session that calls itself a replica, which would skip ordinary triggers.
alter table ledger.event enable always trigger only_grows;
alter table ledger.content enable always trigger only_grows;
alter table ledger.idempotency enable always trigger only_grows;
alter table ledger.log_head enable always trigger stays;
alter table ledger.log_head enable always trigger moves_forward;

-- The last position recorded at or before an instant, -1 when there is none. Recorded time never decreases along
-- the log, so halving finds it without an index on time.
create function ledger.position_at(asked timestamptz) returns bigint language plpgsql stable as $$
declare
  low    bigint := -1;
  high   bigint := (select size from ledger.log_head);
  middle bigint;
begin
  while high - low > 1 loop
    middle := (low + high) / 2;
    if (select recorded_at from ledger.event where position = middle) <= asked then
      low := middle;
    else
      high := middle;
    end if;
  end loop;
  return low;
end
$$;

grant usage on schema ledger to ledger_app;
grant select, insert on ledger.event, ledger.content, ledger.idempotency to ledger_app;
grant select on ledger.log_head to ledger_app;
grant update (size, recorded_at, edge) on ledger.log_head to ledger_app;
grant select, insert, update, delete on ledger.snapshot to ledger_app;
