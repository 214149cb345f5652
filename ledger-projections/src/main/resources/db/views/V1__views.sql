-- The views of this generation, as they are before its first migration. No name has a schema: a generation is one schema,
-- made anew from the log, and the search path says which (ViewsSchema).

-- Where every projection stands, in the same transaction as its rows; and Axon's claims and tokens.
create table progress (
    projection  text primary key,
    position    bigint not null default -1,
    recorded_at timestamptz
);

create table token (
    projection text not null,
    segment    integer not null,
    token      bytea,
    token_type text,
    claimed_at text,
    owner      text,
    primary key (projection, segment)
);

-- Events that a projection cannot apply. Nothing after such an event is applied by that projection; a row whose
-- resolved_at is set has been applied since, or is to be tried anew by a rebuild.
create table dead_letter (
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

-- The nodes that share these views, by the clock of the database.
create table node (
    node      text primary key,
    joined_at timestamptz not null,
    seen_at   timestamptz not null
);

-- Every event of every stream, as people read it: in order, with who said it and its payload.
create table timeline_stream (
    stream_id text primary key,
    accord    text not null,
    marking   text not null
);

create table timeline (
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

-- A point of the ledger is found by its time, and what came after a position is read without what came
-- before it.
create unique index timeline_position on timeline (position);
create index timeline_moment on timeline (recorded_at, position);
-- reports read the cases of one accord
create index timeline_stream_by_accord on timeline_stream (accord, marking);
-- the accords there are, without looking at every case
create index timeline_stream_accords on timeline_stream (stream_id) where stream_id like 'accord-%';
-- and the inquiries, which their two sides look for
create index timeline_stream_inquiries on timeline_stream (stream_id) where stream_id like 'inquiry-%';

-- The cases as they stand. Days are ISO text, which sorts as days do.
create table docket_accord (
    accord        text primary key,
    hypothetical  boolean not null,
    retrospective boolean not null
);

create table docket (
    case_id            text primary key,
    accord             text        not null,
    clause             text        not null,
    clause_version     integer,
    respondent         text        not null,
    complainant        text        not null,
    title              text        not null,
    occurred_from      text,
    occurred_to        text,
    occurred_precision text        not null,
    occurred_ongoing   boolean     not null,
    disclosed          text,
    filed_on           text        not null,
    source_id          text,
    marking            text        not null,
    illustrative       boolean     not null,
    opened_position    bigint      not null unique,
    opened_at          timestamptz not null,
    -- everything below changes as the case goes on
    stage              text        not null,
    respond_by         text,
    response           text,
    responded_on       text,
    ground             text,
    outcome            text,
    severity           text,
    decided_on         text,
    under_review       boolean     not null,
    remedy             text        not null,
    remedy_due_by      text,
    joined_into        text,
    version            bigint      not null,
    position           bigint      not null,
    recorded_at        timestamptz not null,
    -- every clock of the case, and the deadline that ends next
    clocks             text        not null,
    next_deadline      text,
    next_due           text
);

create index docket_by_accord on docket (accord, clause, respondent, opened_position);
create index docket_by_respondent on docket (respondent, opened_position);
create index docket_by_stage on docket (stage, opened_position);
-- deadlines that have passed are looked for all the time
-- deadlines that have passed are looked for all the time
create index docket_next_due on docket (next_due, case_id) where next_due is not null;
-- how many a reader's clearance hides is counted from this one
create index docket_marked on docket (marking, accord, respondent) where marking <> 'clear';

-- Which stage every case came to when: a list of the cases of an earlier point chooses them by it. A case
-- that has none here by then is submitted.
create table docket_stage (
    case_id  text   not null,
    position bigint not null,
    stage    text   not null,
    primary key (case_id, position)
);

-- The scorecard with its history. Totals are written at the end of every batch for what the batch
-- touched; between two such ends the single changes say the rest, so that any position can be
-- answered by one lookup per cell and month and at most a batch of changes.
-- A month of "-infinity" holds the incidents without a date. The marking is part of the key, so that a
-- reader's totals are sums over what the reader may see.

-- Last positions of the batches: totals exist exactly there.
create table scorecard_batch (
    position bigint primary key
);

-- The last position recorded at each time.
create table scorecard_moment (
    recorded_at timestamptz primary key,
    position    bigint not null unique
);

create table scorecard_accord (
    accord   text   not null,
    position bigint not null,
    figures  text   not null,
    primary key (accord, position)
);

create table scorecard_opening (
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
    on scorecard_opening (accord, clause, party, position);
create index scorecard_opening_marked
    on scorecard_opening (accord, clause, party) where marking <> 'clear';

-- What each event changed of what its case counts in: one bit per counter, before and after.
create table scorecard_change (
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

create index scorecard_change_case on scorecard_change (case_id, position desc);

create table scorecard_cell_month (
    accord   text   not null,
    clause   text   not null,
    party    text   not null,
    month    date   not null,
    marking  text   not null,
    position bigint not null,
    primary key (accord, clause, party, month, marking)
);

-- Running totals: counts by counter, and how many cases took how many days.
create table scorecard_month (
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

-- Which series there are and which clauses they are held beside. What they count is in their streams.
create table series (
    series_id   text primary key,
    keeper      text        not null,
    accord      text,
    concerns    text,
    marking     text        not null,
    position    bigint      not null unique,
    recorded_at timestamptz not null
);

create table series_attachment (
    position    bigint primary key,
    series_id   text        not null,
    accord      text        not null,
    clause      text        not null,
    recorded_at timestamptz not null
);

create index series_attachment_series on series_attachment (series_id, accord, clause);

-- Every election as it stood after each of its events. Days are ISO text, which sorts as days do.
create table election (
    election_id text        not null,
    position    bigint      not null,
    recorded_at timestamptz not null,
    country     text        not null,
    held_on     text,
    state       text        not null,
    primary key (election_id, position)
);
