-- The scorecard with its history. Totals are written at the end of every batch for what the batch
-- touched; between two such ends the single changes say the rest, so that any position can be
-- answered by one lookup per cell and month and at most a batch of changes.
-- A month of "-infinity" holds the incidents without a date. The marking is part of the key, so that a
-- reader's totals are sums over what the reader may see.

-- Last positions of the batches: totals exist exactly there.
create table views.scorecard_batch (
    position bigint primary key
);

-- The last position recorded at each time.
create table views.scorecard_moment (
    recorded_at timestamptz primary key,
    position    bigint not null unique
);

create table views.scorecard_accord (
    accord   text   not null,
    position bigint not null,
    figures  text   not null,
    primary key (accord, position)
);

create table views.scorecard_opening (
    case_id      text primary key,
    position     bigint  not null,
    accord       text    not null,
    clause       text    not null,
    party        text    not null,
    month        date    not null,
    title        text    not null,
    marking      text    not null,
    illustrative boolean not null
);

create index scorecard_opening_cell
    on views.scorecard_opening (accord, clause, party, position);
create index scorecard_opening_marked
    on views.scorecard_opening (accord, clause, party) where marking <> 'clear';

-- What each event changed of what its case counts in: one bit per counter, before and after.
create table views.scorecard_change (
    position       bigint primary key,
    case_id        text    not null,
    counted_before bigint  not null,
    counted        bigint  not null,
    respond_before integer not null,
    respond        integer not null,
    decide_before  integer not null,
    decide         integer not null,
    -- the whole state of the case, on its last change of a batch
    figures        text
);

create index scorecard_change_case on views.scorecard_change (case_id, position desc);

create table views.scorecard_cell_month (
    accord   text   not null,
    clause   text   not null,
    party    text   not null,
    month    date   not null,
    marking  text   not null,
    position bigint not null,
    primary key (accord, clause, party, month, marking)
);

-- Running totals: counts by counter, and how many cases took how many days.
create table views.scorecard_month (
    accord        text        not null,
    clause        text        not null,
    party         text        not null,
    month         date        not null,
    marking       text        not null,
    position      bigint      not null,
    recorded_at   timestamptz not null,
    counts        bigint[]    not null,
    respond_days  integer[]   not null,
    respond_cases bigint[]    not null,
    decide_days   integer[]   not null,
    decide_cases  bigint[]    not null,
    primary key (accord, clause, party, month, marking, position)
);
