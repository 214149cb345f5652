-- Every clock of a case and the deadline that ends next. The docket is read anew to know them.
truncate views.docket, views.docket_accord;
update views.progress set position = -1, recorded_at = null where projection = 'docket';
delete from views.token where projection = 'docket';

drop index views.docket_awaiting;
alter table views.docket
    add column clocks        text not null,
    add column next_deadline text,
    add column next_due      text;
-- reports read the cases of one accord
create index timeline_stream_by_accord on views.timeline_stream (accord, marking);
-- deadlines that have passed are looked for all the time
create index docket_next_due on views.docket (next_due, case_id) where next_due is not null;
