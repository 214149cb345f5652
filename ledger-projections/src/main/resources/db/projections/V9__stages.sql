-- Which stage every case came to when: a list of the cases of an earlier point chooses them by it. A case
-- that has none here by then is submitted. The docket is read anew to know them.
truncate views.docket, views.docket_accord;
update views.progress set position = -1, recorded_at = null where projection = 'docket';
delete from views.token where projection = 'docket';

create table views.docket_stage (
    case_id  text   not null,
    position bigint not null,
    stage    text   not null,
    primary key (case_id, position)
);
