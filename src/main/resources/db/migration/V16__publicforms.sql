-- Pages on which anybody can ask for a visit: one for each booking provider tag that has one.
create table booking_page (
    tenant_id           bigint not null references tenant,
    booking_provider_id bigint not null,
    token               text not null, -- in the page's address; it names the tenant, who must be known before any look-up
    active              boolean not null,
    heading             text not null,
    intro               text,
    button              text not null,
    thanks              text not null,
    widget_label        text not null,
    phone               text,
    color              text not null check (color ~ '^#[0-9a-f]{6}$'),
    address_field       text not null check (address_field in ('hidden', 'optional', 'required')),
    email_field         text not null check (email_field in ('hidden', 'optional', 'required')),
    time_field          text not null check (time_field in ('hidden', 'optional', 'required')),
    pictures_field      text not null check (pictures_field in ('hidden', 'optional', 'required')),
    first_time_field    text not null check (first_time_field in ('hidden', 'optional', 'required')),
    business_unit_id    bigint,
    campaign_id         bigint,
    confirmation        boolean not null,
    created_on          timestamptz not null,
    modified_on         timestamptz not null,
    primary key (tenant_id, booking_provider_id),
    unique (tenant_id, token),
    foreign key (tenant_id, booking_provider_id) references booking_provider_tag (tenant_id, id),
    foreign key (tenant_id, business_unit_id) references business_unit (tenant_id, id),
    foreign key (tenant_id, campaign_id) references campaign (tenant_id, id)
);
call protect_tenant_table('booking_page');

create table booking_page_job_type (
    tenant_id           bigint not null,
    booking_provider_id bigint not null,
    job_type_id         bigint not null,
    primary key (tenant_id, booking_provider_id, job_type_id),
    foreign key (tenant_id, booking_provider_id) references booking_page (tenant_id, booking_provider_id),
    foreign key (tenant_id, job_type_id) references job_type (tenant_id, id)
);
call protect_tenant_table('booking_page_job_type');
