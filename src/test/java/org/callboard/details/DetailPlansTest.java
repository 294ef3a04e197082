package org.callboard.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.paging.DateRange;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.testing.Plans;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Details of both kinds stand in one table, and yet each list and feed reads those of its own kind off an index. */
class DetailPlansTest {

    private static final TestTenant TENANT = TestTenant.create();
    private static final Paging PAGE = new Paging(1, 50, false);

    private final Plans plans = new Plans();
    private final JdbcClient jdbc = plans.client();

    /** Long ago, where no other test has rows: what is rare must be rare in the whole table. */
    @BeforeAll
    static void manyDetails() {
        JdbcClient jdbc = Server.bean(JdbcClient.class);
        TENANT.caller.run(() -> new TransactionTemplate(Server.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> List.of("""
                        insert into customer (tenant_id, id, name, street, city, state, zip, country, created_on, modified_on)
                        select :tenant, n, 'Jo', 'Oak St', 'Dayton', 'OH', '45402', 'USA', now(), now()
                        from generate_series(1, 2000) n
                        """, """
                        insert into location (tenant_id, id, customer_id, name, street, city, state, zip, country,
                            created_on, modified_on)
                        select tenant_id, id, id, name, street, city, state, zip, country, created_on, modified_on
                        from customer where tenant_id = :tenant
                        """, """
                        insert into contact_entry (tenant_id, owner_kind, owner_id, type, value, created_on, modified_on)
                        select :tenant, kind, n, 'Phone', n::text, timestamptz '2000-01-01 00:00Z' + n * interval '1 hour',
                            timestamptz '2000-01-01 00:00Z' + n * interval '1 minute'
                        from generate_series(1, 2000) n, unnest(array['customer', 'location']) kind, generate_series(1, 5)
                        """, """
                        insert into note (tenant_id, owner_kind, owner_id, text, created_on, modified_on)
                        select :tenant, kind, n, 'x', now(), now()
                        from generate_series(1, 2000) n, unnest(array['customer', 'location']) kind, generate_series(1, 5)
                        """)
                        .forEach(sql -> jdbc.sql(sql).param("tenant", TENANT.id).update())));
        Server.analyze("customer", "location", "contact_entry", "note");
    }

    private void assertReads(String index, Runnable asking) {
        TENANT.caller.run(asking);
        String plan = plans.taken().getFirst().text();
        assertThat(plan).contains("using " + index, "owner_kind = '").doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void everyListAndFeedReadsItsOwnKindAlone(RecordKind kind) {
        ContactEntryStore contacts = new ContactEntryStore(jdbc, Clock.systemUTC(), Server.bean(ContactPoints.class));
        NoteStore notes = new NoteStore(jdbc, Clock.systemUTC());
        long tenant = TENANT.id;
        DateRange modified = new DateRange(null, null, Instant.parse("2000-01-01T00:05:00Z"), null);
        DateRange created = new DateRange(Instant.parse("2000-01-01T05:00:00Z"), null, null, null);
        assertReads("contact_entry_tenant_id_owner_kind_id_key", () -> contacts.withRemovedAfter(kind, tenant, 0, 100));
        assertReads(
                "contact_entry_tenant_id_owner_kind_id_key",
                () -> contacts.withRemoved(kind, tenant, List.of(1001L, 1002L)));
        assertReads("contact_entry_pkey", () -> contacts.everOf(kind, tenant, 7));
        assertReads("contact_entry_pkey", () -> contacts.ofAll(kind, tenant, List.of(7L, 8L)));
        assertReads("contact_entry_by_modified", () -> contacts.page(modified.applyTo(kind.of(tenant)), PAGE));
        assertReads("contact_entry_by_created", () -> contacts.page(created.applyTo(kind.of(tenant)), PAGE));
        assertReads(
                "note_pinned_first",
                () -> notes.page(
                        kind.of(tenant).and("owner_id = :owner", "owner", 7L).orderBy(new Sort("is_pinned", true)),
                        PAGE));
    }
}
