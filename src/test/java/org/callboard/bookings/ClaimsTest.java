package org.callboard.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.http.ApiErrorResponse;
import org.callboard.refusals.Refusal;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets an inquiry when several want it. */
class ClaimsTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final SignedInUser lee = shop.tenant.user(Role.CSR);
    private final Claims claims = Server.bean(Claims.class);
    private final Bookings bookings = Server.bean(Bookings.class);

    @Test
    void ofFiftyWhoAcceptAtOnceOneWins() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        List<SignedInUser> people =
                IntStream.range(0, 5).mapToObj(i -> shop.tenant.user(Role.CSR)).toList();
        List<Integer> answers = AtOnce.run(50, i -> () -> {
            try {
                return people.get(i % 5).caller().call(() -> {
                    claims.claim(tenant, id);
                    return 200;
                });
            } catch (Refusal e) {
                return ApiErrorResponse.status(e).value();
            }
        });
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(49);
        Booking booking = dana.caller().call(() -> bookings.get(tenant, id));
        assertThat(booking.status()).isEqualTo(BookingStatus.Accepted);
        assertThat(history(id)).containsExactly("claimed", "created");
    }

    @Test
    void whoComesSecondLearnsWhoHasIt() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        as(dana, () -> claims.claim(tenant, id));
        assertThatThrownBy(() -> as(lee, () -> claims.claim(tenant, id)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(dana.displayName());
        assertThatThrownBy(() -> as(lee, () -> claims.release(tenant, id))).isInstanceOf(Refusal.class);
        as(dana, () -> claims.release(tenant, id));
        as(lee, () -> claims.claim(tenant, id));
        assertThat(history(id)).containsExactly("claimed", "released", "claimed", "created");
    }

    @Test
    void takingOverNamesTheOneItIsTakenFrom() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        as(dana, () -> claims.claim(tenant, id));
        SignedInUser max = shop.tenant.user(Role.CSR);
        as(lee, () -> claims.takeOver(tenant, id, dana.id()));
        assertThatThrownBy(() -> as(max, () -> claims.takeOver(tenant, id, dana.id())))
                .isInstanceOf(Refusal.class);
        assertThat(as(lee, () -> bookings.get(tenant, id)).claimedBy(lee.id())).isTrue();
        assertThat(as(dana, () -> claims.prolong(tenant, id) ? null : bookings.get(tenant, id)))
                .isNotNull();
    }

    @Test
    void aClaimOfSomebodyWhoIsGoneEndsByItself() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        as(dana, () -> claims.claim(tenant, id));
        Server.bean(LeaseExpiry.class).watch(tenant, id, Instant.now());
        Caller.system(tenant)
                .run(() -> Server.bean(JdbcClient.class)
                        .sql("update booking set lease_until = now() where tenant_id = :tenant and id = :id")
                        .param("tenant", tenant)
                        .param("id", id)
                        .update());
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                as(dana, () -> bookings.get(tenant, id)).status())
                        .isEqualTo(BookingStatus.New));
        assertThat(history(id)).startsWith("claim expired");
    }

    @Test
    void aDismissalIsUndoneByBringingItBackToOneself() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        DismissBooking dismissals = Server.bean(DismissBooking.class);
        as(dana, () -> claims.claim(tenant, id));
        assertThatThrownBy(() -> lee.caller().run(() -> dismissals.byUser(tenant, id, shop.reason, "")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(dana.displayName());
        assertThatThrownBy(() -> dana.caller().run(() -> dismissals.byUser(tenant, id, null, "")))
                .satisfies(e -> assertThat(((Refusal) e).errors()).containsOnlyKeys("callReason"));
        dana.caller().run(() -> dismissals.byUser(tenant, id, shop.reason, "lives in Toledo"));
        Booking back = as(dana, () -> claims.reopen(tenant, id));
        assertThat(back.claimedBy(dana.id())).isTrue();
        assertThat(back.dismissingReasonId()).isNull();
        assertThat(history(id)).startsWith("reopened", "dismissed");
    }

    private List<String> history(long id) {
        return Caller.system(tenant).call(() -> Server.bean(Changes.class).of(tenant, EntityKind.BOOKING, id)).stream()
                .map(change -> change.action().word())
                .toList();
    }

    private static Booking as(SignedInUser user, java.util.concurrent.Callable<Booking> work) {
        return user.caller().call(work);
    }
}
