-- The trace that the event was recorded in, as the topic says it; null for most. Nodes of the former version leave it null.
alter table inbox.event add column traceparent text;
