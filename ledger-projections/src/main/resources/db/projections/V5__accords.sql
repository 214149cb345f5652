-- The accords as they stand, each as one document: they are few and read whole.
create table views.accord (
    accord   text primary key,
    position bigint not null,
    overview text   not null
);
