-- The cases as they stand.
create table views.docket_accord (
    accord       text primary key,
    hypothetical boolean not null
);

create table views.docket (
    case_id            text primary key,
    accord             text        not null,
    clause             text        not null,
    clause_version     integer,
    respondent         text        not null,
    complainant        text        not null,
    title              text        not null,
    occurred_from      date,
    occurred_to        date,
    occurred_precision text        not null,
    disclosed          date,
    filed_on           date        not null,
    source_id          text,
    marking            text        not null,
    illustrative       boolean     not null,
    opened_position    bigint      not null unique,
    opened_at          timestamptz not null,
    -- everything below changes as the case goes on
    stage              text        not null,
    respond_by         date,
    response           text,
    responded_on       date,
    ground             text,
    outcome            text,
    severity           text,
    decided_on         date,
    under_review       boolean     not null,
    remedy             text        not null,
    remedy_due_by      date,
    joined_into        text,
    version            bigint      not null,
    position           bigint      not null,
    recorded_at        timestamptz not null
);

create index docket_by_accord on views.docket (accord, clause, respondent, opened_position);
create index docket_by_respondent on views.docket (respondent, opened_position);
create index docket_by_stage on views.docket (stage, opened_position);
-- how many a reader's clearance hides is counted from this one
create index docket_marked on views.docket (marking, accord, respondent) where marking <> 'clear';
