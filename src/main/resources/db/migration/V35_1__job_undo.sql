-- What a person made when they booked a job, so that it can be taken back at once.

create table job_undo (
    tenant_id     bigint not null,
    job_id        bigint not null,
    booked_by     bigint not null,
    booked_on     timestamptz not null, -- later than all that was written for the booking
    made_customer boolean not null,
    made_location boolean not null,
    primary key (tenant_id, job_id),
    foreign key (tenant_id, job_id) references job (tenant_id, id),
    foreign key (tenant_id, booked_by) references app_user (tenant_id, id)
);
call protect_tenant_table('job_undo');
