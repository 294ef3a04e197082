-- Two owners who demote or deactivate each other at once would each see the other one still there. So the company's row is
-- locked first, and who comes second looks at what the first one left.
create function keep_an_owner() returns trigger
    language plpgsql as $$
begin
    perform from tenant where tenant_id = old.tenant_id for no key update;
    if not exists (select from app_user where tenant_id = old.tenant_id and role = 'Owner' and active) then
        raise exception 'company % would be without an owner', old.tenant_id
            using errcode = 'check_violation', constraint = 'app_user_keeps_an_owner', table = 'app_user';
    end if;
    return null;
end $$;

create trigger app_user_keeps_an_owner
    after update of role, active on app_user for each row
    when (old.role = 'Owner' and old.active and not (new.role = 'Owner' and new.active))
    execute function keep_an_owner();

create trigger app_user_keeps_an_owner_removed
    after delete on app_user for each row
    when (old.role = 'Owner' and old.active)
    execute function keep_an_owner();
