package org.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.callboard.testing.Golden;
import org.callboard.testing.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What must be true of every table, so that one tenant's rows stay out of another's sight. */
@ExtendWith(SoftAssertionsExtension.class)
class SchemaTest {

    /** What belongs to the installation and not to a tenant, or must be read before a tenant is known. */
    private static final String[] OPEN_TABLES = {
        "change_epoch",
        "flyway_schema_history",
        "installation_key",
        "recent_use",
        "scheduled_tasks",
        "sign_in_name",
        "spring_session",
        "spring_session_attributes"
    };

    /** What the search reads: the policy holds for everybody but its owner, as whom one function reads it. See SECURITY.md. */
    private static final String DOCUMENTS = "search_document";

    private static final String FIND_DOCUMENTS = "search_documents";

    @Test
    void theSchemaIsTheOneThatWasReviewed() {
        Golden.check("schema.txt", Schema.dump(), SchemaTest.class);
    }

    @Test
    void onlyTheNamedTablesAreWithoutRowSecurity() {
        assertThat(Schema.strings("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'm') and not relrowsecurity
                """)).containsExactlyInAnyOrder(OPEN_TABLES);
    }

    @Test
    void everyOtherTableForcesThePolicy() {
        assertThat(Schema.tenantTables()).hasSizeGreaterThan(20);
        assertThat(Schema.strings("""
                select relname from pg_class t
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
                    and (not relforcerowsecurity and relname <> 'DOCUMENTS'
                        or (select array_agg(format('%s %s %s %s %s %s', policyname, permissive, cmd, roles, qual, with_check))
                            from pg_policies where schemaname = 'public' and tablename = t.relname)
                        is distinct from array[format('tenant_only PERMISSIVE ALL {public} %s %s', rule, rule)])
                """.replace("DOCUMENTS", DOCUMENTS).replace("where relnamespace", """
                cross join (values ('(tenant_id = (NULLIF(current_setting(''callboard.tenant''::text, true), ''''::text))::bigint)')) r (rule)
                where relnamespace""")))
                .isEmpty();
    }

    @Test
    void theTenantComesFirstInEveryKey(SoftAssertions softly) {
        softly.assertThat(Schema.strings("""
                select t.relname from pg_class t
                where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relrowsecurity
                    and not exists (
                        select from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.conrelid = t.oid and c.contype = 'p' and a.attname = 'tenant_id')
                """)).as("primary keys").isEmpty();
        softly.assertThat(Schema.strings("""
                select format('%s: %s', t.relname, pg_get_constraintdef(c.oid))
                from pg_constraint c
                join pg_class t on t.oid = c.conrelid
                join pg_class o on o.oid = c.confrelid
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
                where c.contype = 'f' and t.relnamespace = 'public'::regnamespace
                    and (t.relrowsecurity or o.relrowsecurity)
                    and (a.attname <> 'tenant_id' or b.attname <> 'tenant_id')
                """)).as("foreign keys").isEmpty();
        softly.assertThat(Schema.strings("""
                select pg_get_indexdef(x.indexrelid) from pg_index x
                join pg_class t on t.oid = x.indrelid
                left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
                where t.relnamespace = 'public'::regnamespace and t.relrowsecurity and x.indisunique
                    and a.attname is distinct from 'tenant_id'
                """)).as("unique indexes").isEmpty();
    }

    @Test
    void theRoleOfRequestsOwnsNothingAndPassesNoPolicy(SoftAssertions softly) {
        softly.assertThat(Schema.strings("select current_user")).containsExactly("callboard_app");
        softly.assertThat(Schema.strings("""
                select rolname from pg_roles where rolname = 'callboard_app'
                    and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin)
                """)).containsExactly("callboard_app");
        softly.assertThat(Schema.strings("""
                select roleid::regrole from pg_auth_members where member = 'callboard_app'::regrole
                """)).as("roles it could act as").isEmpty();
        softly.assertThat(Schema.strings("""
                select relname from pg_class where relowner = 'callboard_app'::regrole
                union all select proname from pg_proc where proowner = 'callboard_app'::regrole
                union all select nspname from pg_namespace where nspowner = 'callboard_app'::regrole
                union all select datname from pg_database where datdba = 'callboard_app'::regrole
                """)).as("what it owns").isEmpty();
        softly.assertThat(Schema.strings("""
                select has_schema_privilege('callboard_app', 'public', 'create')::text
                """)).containsExactly("false");
        softly.assertThat(Schema.strings("""
                select format('%s on %s', g.privilege_type, t.relname)
                from pg_class t cross join aclexplode(t.relacl) g
                where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
                    and g.grantee in (0, 'callboard_app'::regrole)
                    and (g.grantee = 0 or g.is_grantable
                        or g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))
                """))
                .as("TRUNCATE, for one, passes every policy")
                .isEmpty();
    }

    @Test
    void oneFunctionAloneRunsWithTheRightsOfTheOwner() {
        assertThat(Schema.strings("""
                select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
                union all
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
                    and not coalesce(reloptions @> array['security_invoker=true'], false)
                """)).containsExactly(FIND_DOCUMENTS);
    }

    @Test
    void theRoleOfTheDocumentsHasNothingElse(SoftAssertions softly) {
        softly.assertThat(Schema.strings("""
                select rolname from pg_roles where rolname = 'callboard_search'
                    and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin)
                """)).containsExactly("callboard_search");
        softly.assertThat(Schema.strings("""
                select roleid::regrole from pg_auth_members where member = 'callboard_search'::regrole
                """)).as("roles it could act as").isEmpty();
        softly.assertThat(Schema.strings("""
                select member::regrole from pg_auth_members
                where roleid = 'callboard_search'::regrole
                    and member <> (select relowner from pg_class where oid = 'tenant'::regclass)
                """)).as("who could act as it").isEmpty();
        softly.assertThat(Schema.strings("""
                select relname from pg_class where relowner = 'callboard_search'::regrole and relkind <> 't'
                    and oid not in (select indexrelid from pg_index where indrelid = 'DOCUMENTS'::regclass)
                        and relnamespace <> 'pg_toast'::regnamespace
                union all select proname from pg_proc where proowner = 'callboard_search'::regrole
                union all select nspname from pg_namespace where nspowner = 'callboard_search'::regrole
                union all select datname from pg_database where datdba = 'callboard_search'::regrole
                """.replace("DOCUMENTS", DOCUMENTS)))
                .as("what it owns")
                .containsExactlyInAnyOrder(DOCUMENTS, FIND_DOCUMENTS);
        softly.assertThat(Schema.strings("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
                    and relname <> 'DOCUMENTS'
                    and case when relkind = 'S' then has_sequence_privilege('callboard_search', oid, 'usage, select, update')
                        else has_table_privilege('callboard_search', oid, 'select, insert, update, delete, truncate') end
                """.replace("DOCUMENTS", DOCUMENTS)))
                .as("what else it may touch")
                .isEmpty();
        softly.assertThat(Schema.strings("""
                select has_schema_privilege('callboard_search', 'public', 'create')::text
                """)).containsExactly("false");
        softly.assertThat(Schema.strings("""
                select format('%s %s', g.grantee::regrole, g.is_grantable) from pg_proc
                cross join lateral aclexplode(proacl) g where proname = 'FUNCTION' and g.grantee <> proowner
                """.replace("FUNCTION", FIND_DOCUMENTS)))
                .as("who may call its function")
                .containsExactly("callboard_app f");
    }
}
