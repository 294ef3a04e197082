package org.callboard.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.callboard.database.RecordShape;
import org.callboard.leads.CreateLead.NewLead;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TakeBackLeadsTest {

    private static final int MANY = 4000;
    private static final int SOME = 40;

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Leads leads = Server.bean(Leads.class);
    private final JdbcClient jdbc = Server.bean(JdbcClient.class);
    private final TransactionTemplate transaction = Server.bean(TransactionTemplate.class);

    private List<Long> create(int count) {
        LeadDraft draft = RecordShape.with(shop.leadDraft(), "callReasonId", shop.reason);
        NewLead lead = new NewLead(draft.settled(null, null), List.of());
        return Server.bean(CreateLead.class).createAll(tenant, Collections.nCopies(count, lead), LeadSource.List);
    }

    private long leadsRead() {
        return jdbc.sql("select idx_tup_fetch + seq_tup_read from pg_stat_xact_user_tables where relname = 'lead'")
                .query(Long.class)
                .single();
    }

    /** PostgreSQL has not looked at the table since, and knows nothing of how many are open. */
    @Test
    void ofManyLeadsThoseAloneAreReadThatAreTakenBack() {
        shop.tenant.caller.run(() -> {
            List<Long> some = create(MANY).subList(1000, 1000 + SOME);
            long read = Objects.requireNonNull(transaction.execute(status -> {
                assertThat(leads.takeBackAll(tenant, some)).containsExactlyInAnyOrderElementsOf(some);
                return leadsRead();
            }));
            assertThat(read).isBetween((long) SOME, 5L * SOME);
        });
    }

    @Test
    void whatSomebodyHasWorkedWithStays() {
        shop.tenant.caller.run(() -> {
            List<Long> all = create(3);
            jdbc.sql("update lead set version = 2 where tenant_id = :tenant and id = :id")
                    .param("tenant", tenant)
                    .param("id", all.get(1))
                    .update();
            assertThat(leads.takeBackAll(tenant, all)).containsExactlyInAnyOrder(all.get(0), all.get(2));
            assertThat(leads.takeBackAll(tenant, all)).isEmpty();
        });
    }
}
