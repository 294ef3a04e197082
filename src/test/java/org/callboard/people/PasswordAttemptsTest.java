package org.callboard.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.callboard.limits.Limiter;
import org.callboard.limits.LimiterAt;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Schema;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Hours of guessing, by a clock that the test sets. */
class PasswordAttemptsTest {

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2001-03-04T05:06:07.123456789Z"); // long before any other test's

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final SetClock clock = new SetClock();
    private final PasswordAttempts attempts = new PasswordAttempts(LimiterAt.clock(clock));
    private final String email = UUID.randomUUID() + "@company.test";
    private final String network = "network of " + email;

    @Test
    void noHourHasMoreThanTenWhereverItBegins() {
        Random random = new Random(7);
        List<Instant> judged = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            clock.forward(Duration.ofSeconds(random.nextInt(120)));
            attempts.elsewhere(email, network + i % 20).ifPresent(taken -> judged.add(clock.now));
        }
        for (int i = 10; i < judged.size(); i++) {
            assertThat(Duration.between(judged.get(i - 10), judged.get(i))).isGreaterThanOrEqualTo(Duration.ofHours(1));
        }
        assertThat(judged).hasSizeGreaterThan(80); // ten in each of the ten hours, but for the last one
        clock.forward(Duration.ofHours(1));
        assertThat(attempts.elsewhere(email, network)).isPresent();
    }

    @Test
    void ofManyAtOnceTenAreTakenAndOneThatWasRightIsGivenBack() {
        List<Limiter.Taken> taken =
                AtOnce.run(40, i -> () -> attempts.elsewhere(email, network + i).orElse(null)).stream()
                        .filter(Objects::nonNull)
                        .toList();
        assertThat(taken).hasSize(10);
        AtOnce.run(2, i -> () -> {
            attempts.judge(taken.get(i), () -> Optional.of("right"));
            return i;
        });
        List<Boolean> more =
                AtOnce.run(20, i -> () -> attempts.elsewhere(email, network + i).isPresent());
        assertThat(more).filteredOn(Boolean::booleanValue).hasSize(2);
    }

    @Test
    void aNetworkHasAHundredAndLeavesNoCountOfMoreAddresses() {
        int before = rows();
        int admitted = 0;
        for (int i = 0; i < 130; i++) {
            boolean one = attempts.elsewhere(i + email, "2001:db8:1:2::" + Integer.toHexString(i + 1))
                    .isPresent();
            admitted += one ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(100);
        assertThat(rows() - before).isEqualTo(101);
        assertThat(attempts.elsewhere(email, "2001:db8:1:3::1")).isPresent();
        clock.forward(Duration.ofMinutes(61));
        for (int i = 0; i < 3; i++) {
            attempts.elsewhere(email, network);
        }
        assertThat(rows() - before).isEqualTo(2);
    }

    private static int rows() {
        return Integer.parseInt(Schema.strings("select count(*)::text from recent_use where latest < '2002-01-01'")
                .getFirst());
    }

    /** Through the whole of a sign-in: strangers for hours, and the owner on a known device and on a new one. */
    @Test
    void whoIsGuessedAtGetsInOnAKnownDeviceAtOnceAndOnANewOneWithinAnHour() {
        TestTenant tenant = TestTenant.create();
        PasswordSignIn signIn = new PasswordSignIn(
                Server.bean(UserStore.class),
                Server.bean(PasswordHashes.class),
                attempts,
                Server.bean(KnownDevices.class));
        KnownDevices.Device known =
                new KnownDevices.Device("known", List.of(tenant.owner.getName() + ":" + tenant.owner.generation()));
        KnownDevices.Device unknown = new KnownDevices.Device("new", List.of());
        String owner = tenant.owner.email();
        for (int hour = 0; hour < 3; hour++) {
            int judged = 0;
            for (int i = 0; i < 100; i++) {
                judged += attempt(signIn, owner, "guess " + i, network + i % 20, unknown)
                                .equals("judged")
                        ? 1
                        : 0;
            }
            assertThat(judged).isEqualTo(10);
            assertThat(attempt(signIn, owner, TestTenant.PASSWORD, network, known))
                    .isEqualTo("in");
            assertThat(attempt(signIn, owner, TestTenant.PASSWORD, "a new network", unknown))
                    .isEqualTo("later");
            clock.forward(Duration.ofHours(1));
            assertThat(attempt(signIn, owner, TestTenant.PASSWORD, "a new network", unknown))
                    .isEqualTo("in");
        }
    }

    private static String attempt(
            PasswordSignIn signIn, String email, String password, String address, KnownDevices.Device device) {
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        token.setDetails(new PasswordSignIn.Place(address, device, () -> {}));
        try {
            return signIn.authenticate(token).isAuthenticated() ? "in" : "?";
        } catch (PasswordSignIn.TooManyTries e) {
            return "later";
        } catch (BadCredentialsException e) {
            return "judged";
        }
    }
}
