package org.callboard.mergedids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.details.RecordKind;
import org.callboard.mergedids.MergedIds.Place;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.AtOnce;
import org.callboard.testing.MergedBySql;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who lives on, and that nobody is merged while somebody counts on it. */
class MergedIdsTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final MergedIds merged = Server.bean(MergedIds.class);
    private final long kept = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final long removed = shop.customer("J. Reyes", "937-555-0143", "12 Oak St");
    private final long location = place(removed);

    private <T> T act(Callable<T> work) {
        return shop.tenant.caller.call(() -> new TransactionTemplate(Server.bean(PlatformTransactionManager.class))
                .execute(status -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private void act(Runnable work) {
        act(() -> {
            work.run();
            return 0;
        });
    }

    private long place(long customer) {
        return act(() -> Server.bean(Locations.class).ofCustomer(tenant, customer).stream()
                .map(Location::id)
                .toList()
                .getFirst());
    }

    @Test
    void whoWasMergedLeadsToWhoLivesOn() {
        act(() -> MergedBySql.customer(removed, kept));
        assertThat(act(() -> merged.survivors(RecordKind.Customer, tenant, List.of(removed, kept, 7L))))
                .containsExactly(Map.entry(removed, kept));
        assertThat(act(() -> merged.survivor(RecordKind.Customer, tenant, removed)))
                .contains(kept);
        assertThat(act(() -> merged.survivor(RecordKind.Customer, tenant, kept)))
                .isEmpty();
        assertThat(act(() -> merged.survivor(RecordKind.Location, tenant, location)))
                .isEmpty();
        assertThat(act(() -> merged.lockLive(RecordKind.Customer, tenant, List.of(removed, kept, 7L))))
                .containsExactly(Map.entry(kept, kept), Map.entry(removed, kept));
        assertThat(act(() -> merged.lockLive(tenant, new Place(removed, null)))).isEqualTo(new Place(kept, null));
        assertThat(act(() -> merged.lockLive(tenant, new Place(removed, location))))
                .isEqualTo(new Place(kept, location));
        assertThat(act(() -> merged.lockLive(tenant, new Place(7L, 8L)))).isEqualTo(new Place(7L, 8L));
        assertThat(act(() -> merged.lockLive(tenant, new Place(null, null)))).isEqualTo(new Place(null, null));
    }

    @Test
    void aMergedLocationLeadsToTheOneThatLivesOnAndItsCustomer() {
        long other = act(() -> {
            MergedBySql.customer(removed, kept);
            return place(kept);
        });
        act(() -> MergedBySql.location(location, other));
        assertThat(act(() -> merged.lockLive(tenant, new Place(removed, location))))
                .isEqualTo(new Place(kept, other));
        assertThat(act(() -> merged.lockLive(RecordKind.Location, tenant, Set.of(location))))
                .isEqualTo(Map.of(location, other));
        assertThatThrownBy(() -> act(() -> merged.requireLive(tenant, null, location)))
                .hasMessage("Location " + location + " was merged into location " + other + ".");
    }

    @Test
    void whoeverComesDuringAMergeWaitsForItAndIsToldWhoLivesOn() {
        Refusal refusal = AtOnce.waiting(
                shop.tenant.caller,
                () -> MergedBySql.customer(removed, kept),
                () -> catchThrowableOfType(
                        Refusal.class, () -> act(() -> merged.requireLive(tenant, removed, location))));
        assertThat(refusal.code()).isEqualTo(RefusalCode.RECORD_MERGED);
        assertThat(refusal.facts()).isEqualTo(Map.of("mergedToId", kept));
    }

    @Test
    void whoeverFollowsAMergeGetsTheCustomerThatTheLocationHasByThen() {
        Place place = AtOnce.waiting(
                shop.tenant.caller,
                () -> MergedBySql.customer(removed, kept),
                () -> act(() -> merged.lockLive(tenant, new Place(removed, location))));
        assertThat(place).isEqualTo(new Place(kept, location));
    }

    /** The merge waits for whoever came first, and moves what they wrote. */
    @Test
    void aMergeWaitsForWhoeverHoldsTheCustomer() {
        AtOnce.waiting(
                shop.tenant.caller,
                () -> {
                    merged.requireLive(tenant, removed, null);
                    Server.bean(JdbcClient.class)
                            .sql("""
                                    insert into note (tenant_id, owner_kind, owner_id, text, created_on, modified_on)
                                    values (:tenant, 'customer', :id, 'Dog', now(), now())
                                    """)
                            .param("tenant", tenant)
                            .param("id", removed)
                            .update();
                },
                () -> act(() -> {
                    MergedBySql.customer(removed, kept);
                    return 0;
                }));
        assertThat(act(() -> MergedBySql.children(removed))).isZero();
        assertThat(act(() -> merged.survivor(RecordKind.Customer, tenant, removed)))
                .contains(kept);
    }

    /** What the schema holds, whoever writes: nothing names a merged record, and nobody who has something is merged. */
    @Test
    void theDatabaseRefusesWhatWouldNameAMergedOne() {
        assertThatThrownBy(() -> act(() -> mark(removed, kept)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("location_customer_live");
        act(() -> MergedBySql.customer(removed, kept));
        assertThatThrownBy(() -> act(() -> mark(kept, removed)))
                .as("a circle")
                .isInstanceOf(DataIntegrityViolationException.class);
        long third = shop.customer("Jordan", "937-555-0144", "14 Oak St");
        assertThatThrownBy(() -> act(() -> mark(third, removed)))
                .as("into one that was merged")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> act(() -> mark(third, third)))
                .as("into itself")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static void mark(long removed, long kept) {
        Server.bean(JdbcClient.class)
                .sql("update customer set active = false, merged_to_id = :kept where id = :removed")
                .param("removed", removed)
                .param("kept", kept)
                .update();
    }
}
