-- The last checkpoint that was signed, whoever of the nodes did it: all of it null until there is one. Replacing it
-- by compare-and-swap of the note decides who signs. Of one size there is one root for ever; the note of the same
-- size and root may be replaced, when another key signs it too.
create table ledger.signed_checkpoint (
  only_one  boolean     not null primary key default true check (only_one),
  size      bigint      check (size >= 0),
  root      bytea       check (octet_length(root) = 32),
  note      bytea,
  signed_at timestamptz,
  check (num_nulls(size, root, note, signed_at) in (0, 4))
) with (fillfactor = 10);

insert into ledger.signed_checkpoint default values;

create function ledger.refuse_backward_checkpoint() returns trigger language plpgsql as $$
begin
  if old.size is not null
     and (new.size is null or new.size < old.size or (new.size = old.size and new.root <> old.root)) then
    raise exception 'the signed checkpoint only moves forward' using errcode = 'restrict_violation';
  end if;
  if new.size > (select size from ledger.log_head) then
    raise exception 'the log does not have as many entries as this checkpoint' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;

create trigger stays before insert or delete or truncate on ledger.signed_checkpoint
  for each statement execute function ledger.refuse_change();
create trigger moves_forward before update on ledger.signed_checkpoint
  for each row execute function ledger.refuse_backward_checkpoint();

alter table ledger.signed_checkpoint enable always trigger stays;
alter table ledger.signed_checkpoint enable always trigger moves_forward;

grant select on ledger.signed_checkpoint to ledger_app;
grant update (size, root, note, signed_at) on ledger.signed_checkpoint to ledger_app;
