-- Who may do what. A token is kept as its SHA-256 only: whoever reads this table can use none of them.
create table access_token (
  digest     bytea       primary key check (octet_length(digest) = 32),
  account    text        not null,
  issued_at  timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz
);

create index access_token_account on access_token (account);

-- One row per role; the accord '*' stands for every accord.
create table binding (
  digest bytea not null references access_token (digest) on delete cascade,
  role   text  not null,
  accord text  not null,
  body   text
);

create index binding_digest on binding (digest);
