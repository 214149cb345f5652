-- The cases as they stand. Days are ISO text, which sorts as days do.
create table views.docket_accord (
    accord        text primary key,
    hypothetical  boolean not null,
    retrospective boolean not null
);

create table views.docket (
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
    recorded_at        timestamptz not null
);

create index docket_by_accord on views.docket (accord, clause, respondent, opened_position);
create index docket_by_respondent on views.docket (respondent, opened_position);
create index docket_by_stage on views.docket (stage, opened_position);
-- deadlines that have passed are looked for all the time
create index docket_awaiting on views.docket (respond_by, case_id) where stage = 'notified';
-- how many a reader's clearance hides is counted from this one
create index docket_marked on views.docket (marking, accord, respondent) where marking <> 'clear';
