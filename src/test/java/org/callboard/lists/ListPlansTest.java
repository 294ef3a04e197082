package org.callboard.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.callboard.details.RecordKind;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.testing.Plans;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A page of a list is read off an index in the order that was asked for; nothing is sorted to find its first rows. */
class ListPlansTest {

    private static final TestTenant TENANT = TestTenant.create();

    static {
        JdbcClient jdbc = Server.bean(JdbcClient.class);
        TENANT.caller.run(() -> new TransactionTemplate(Server.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    for (RecordKind kind : RecordKind.values()) {
                        boolean location = kind == RecordKind.Location;
                        jdbc.sql(kind.sql("""
                                insert into KIND (tenant_id, id, %s name, street, city, state, zip, country, created_on, modified_on)
                                select :tenant, n, %s 'Jo ' || n, n || ' Oak St', 'Town ' || n %% 90, 'OH', '45402', 'USA',
                                    now() - n * interval '1 hour', now() - n * interval '1 minute'
                                from generate_series(1, 3000) n
                                """).formatted(location ? "customer_id," : "", location ? "n," : ""))
                                .param("tenant", TENANT.id)
                                .update();
                    }
                }));
        Server.analyze("customer", "location");
    }

    private static String plan(RecordKind kind, Sort sort) {
        Plans plans = new Plans();
        Where where = Where.tenant(TENANT.id).and("active").orderBy(sort);
        TENANT.caller.call(() -> new ListStore(plans.client()).page(kind, where, new Paging(1, 50, false)));
        return plans.taken().getFirst().text();
    }

    @ParameterizedTest
    @EnumSource(ListOrder.class)
    void everyOrderIsThatOfAnIndex(ListOrder order) {
        for (RecordKind kind : RecordKind.values()) {
            assertThat(plan(kind, order.sort(false))).contains("Index Scan using " + kind.word() + "_by_");
            assertThat(plan(kind, order.sort(true))).contains("Index Scan Backward using " + kind.word() + "_by_");
        }
    }

    @Test
    void anOrderWithoutAnIndexWouldShow() {
        assertThat(plan(RecordKind.Customer, new Sort("street", false)))
                .containsPattern("Sort Key: customer(_1)?[.]street")
                .doesNotContain("Index Scan using customer_by_");
    }
}
