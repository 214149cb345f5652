-- A point of the ledger is found by its time, and what came after a position is read without what came
-- before it.
create unique index timeline_position on views.timeline (position);
create index timeline_moment on views.timeline (recorded_at, position);
-- the accords there are, without looking at every case
create index timeline_stream_accords on views.timeline_stream (stream_id) where stream_id like 'accord-%';
-- and the inquiries, which their two sides look for
create index timeline_stream_inquiries on views.timeline_stream (stream_id) where stream_id like 'inquiry-%';
-- No clock runs by itself in an accord that is kept retrospectively, so that nothing there is next.
update views.docket d set next_deadline = null, next_due = null
from views.docket_accord a where a.accord = d.accord and a.retrospective;
