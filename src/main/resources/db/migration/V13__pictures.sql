-- Pictures that were uploaded, each stored as a large and a small file under its id; the files are not in here.
create table picture (
    tenant_id           bigint not null references tenant,
    id                  uuid not null, -- random: who does not know it can't guess it
    booking_provider_id bigint, -- whose bookings may have it; null: those of any provider
    uploaded_by         text not null, -- 'connection:101', or 'form:' and the form's own code
    content_type        text not null check (content_type in ('image/jpeg', 'image/png')),
    width               integer not null check (width > 0),
    height              integer not null check (height > 0),
    stored              boolean not null default false, -- whether both files are there
    booking_id          bigint,
    waiting_since       timestamptz, -- since when no booking has it; a day later it is removed
    created_on          timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, booking_provider_id) references booking_provider_tag (tenant_id, id),
    foreign key (tenant_id, booking_id) references booking (tenant_id, id),
    check ((booking_id is null) = (waiting_since is not null))
);
create index picture_of_booking on picture (tenant_id, booking_id) where booking_id is not null;
create index picture_of_upload on picture (tenant_id, uploaded_by, created_on) where booking_id is null;
call protect_tenant_table('picture');
