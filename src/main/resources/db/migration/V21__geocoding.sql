-- Which geocoder a company asks about addresses; no row: nobody is asked.
create table address_provider (
    tenant_id      bigint primary key references tenant,
    provider       text not null, -- Census, Nominatim or Photon
    url            text, -- null: the provider's usual place
    key            bytea, -- encrypted under the installation's key
    calls_a_second integer not null,
    calls_a_day    integer not null,
    calls_on       date, -- the day of the company that calls counts
    calls          integer not null default 0,
    modified_on    timestamptz not null
);
call protect_tenant_table('address_provider');

-- What it answered about an address, as long as its terms let that be kept.
create table address_answer (
    tenant_id  bigint not null references tenant,
    asked      text not null, -- the address in its standard form
    candidates jsonb not null,
    asked_on   timestamptz not null,
    forget_on  timestamptz not null,
    primary key (tenant_id, asked)
);
create index address_answer_to_forget on address_answer (tenant_id, forget_on);
call protect_tenant_table('address_answer');
