-- The trace that an event was recorded in, as W3C writes it: null unless that trace is recorded. It stands beside the
-- event and not in its leaf, so that neither hashes nor auditors know of it. Nodes of the former version leave it null.
alter table ledger.event add column traceparent text;
