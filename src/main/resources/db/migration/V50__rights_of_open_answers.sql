-- What the recipients of answers may do now, of whatever companies, in one statement: for each company in turn the policies
-- show its rows, as they do to its requests. A person is named by user and session, a program by its connection and the
-- booking provider that it was bound to when the answer began; who may nothing has neither role nor scopes.
create function rights_now(tenants bigint[], users bigint[], sessions text[], generations integer[],
        connections bigint[], providers bigint[], now_millis bigint, out place bigint, out role text, out scopes text[]) returns setof record
    language plpgsql as $$
declare
    company bigint;
begin
    for company in select distinct unnest(tenants) loop
        perform set_config('callboard.tenant', company::text, true);
        return query
            select a.place,
                case when exists (select from spring_session s where s.session_id = a.session and s.expiry_time > now_millis)
                    then u.role end,
                p.scopes
            from unnest(tenants, users, sessions, generations, connections, providers) with ordinality
                as a (tenant, user_id, session, generation, connection_id, provider, place)
            left join app_user u on u.tenant_id = company and u.id = a.user_id and u.active
                and u.session_generation = a.generation
            left join connection c on c.tenant_id = company and c.id = a.connection_id and c.revoked_on is null
                and c.provider_tag_id is not distinct from a.provider
            left join app p on p.tenant_id = company and p.id = c.app_id and p.active
            where a.tenant = company;
    end loop;
end $$;
