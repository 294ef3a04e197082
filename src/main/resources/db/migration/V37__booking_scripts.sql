-- What the office asks when it books work of a kind, and whose answers are kept at the location for the next job there.

alter table custom_field_type
    add column location_type_id bigint, -- of a job's field of the house: the location's field that keeps its answers
    add constraint custom_field_type_of_house check (location_type_id is null or record_kind = 'job'),
    add foreign key (tenant_id, location_type_id) references custom_field_type (tenant_id, id);
-- Two questions that answer each other would overwrite each other.
create unique index custom_field_type_location on custom_field_type (tenant_id, location_type_id)
    where location_type_id is not null;

create table job_type_question (
    tenant_id   bigint not null,
    job_type_id bigint not null,
    type_id     bigint not null,
    position    integer not null,
    required    boolean not null,
    help        text, -- what to say
    primary key (tenant_id, job_type_id, type_id),
    foreign key (tenant_id, job_type_id) references job_type (tenant_id, id) on delete cascade,
    foreign key (tenant_id, type_id) references custom_field_type (tenant_id, id)
);
call protect_tenant_table('job_type_question');
