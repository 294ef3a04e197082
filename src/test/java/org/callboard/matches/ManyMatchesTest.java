package org.callboard.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.ManyMatches.Likely;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom on record the rows of a list are, by where they live. */
class ManyMatchesTest {

    private final TestTenant tenant = TestTenant.create();

    private static Address address(String street, String city, String zip) {
        return new Address(street, null, city, "OH", zip, "USA");
    }

    private long customer(String name, Address address) {
        return tenant.caller.call(() -> {
            long customer =
                    Server.bean(Customers.class).create(tenant.id, name, CustomerType.Residential, address, List.of());
            Server.bean(Locations.class).create(tenant.id, customer, name, address, List.of());
            return customer;
        });
    }

    private List<Long> found(List<Probe> probes) {
        List<Likely> likely = tenant.caller.call(() -> Objects.requireNonNull(Server.bean(TransactionTemplate.class)
                .execute(status -> Server.bean(ManyMatches.class).of(tenant.id, probes, id -> false))));
        List<Long> found = new ArrayList<>();
        likely.forEach(one -> found.add(one.found() == null ? 0 : one.found().customerId()));
        return found;
    }

    private long found(String name, Address address) {
        List<Probe> probes = List.of(Probe.of(name, address, List.of()));
        long alone =
                tenant.caller.call(() -> Server.bean(LikelyMatches.class).of(tenant.id, probes.getFirst())).stream()
                        .filter(LikelyMatch::attaches)
                        .map(LikelyMatch::customerId)
                        .findFirst()
                        .orElse(0L);
        assertThat(found(probes)).as("in a list as alone").containsExactly(alone);
        return alone;
    }

    @Test
    void eachRowIsFoundAtItsOwnDoor() {
        long oak = customer("Ada Lund", address("12 Oak Ridge St", "Dayton", "45402"));
        long troy = customer("Ada Lund", address("12 Oak Ridge St", "Troy", "45373"));
        long elm = customer("Ben Ode", address("9 N Elm Street", "Dayton", "45402"));
        assertThat(found(List.of(
                        Probe.of("Ben Ode", address("9 north elm st", "Dayton", "45402"), List.of()),
                        Probe.of("Ada Lund", address("12 oak ridge street", "Dayton", "45402-1234"), List.of()),
                        Probe.of("Ada Lund", address("12 OAK RIDGE ST.", "Troy", "45373"), List.of()),
                        Probe.of("Ada Lund", address("14 Oak Ridge St", "Troy", "45373"), List.of()),
                        Probe.of("Ada Lund", address("12 Oak Ridge St", "Xenia", "45385"), List.of()),
                        Probe.of("Ada Lund", null, List.of()))))
                .containsExactly(elm, oak, troy, 0L, 0L, 0L);
    }

    /** Where one of the two has no postcode the town decides. */
    @Test
    void withoutAPostcodeTheTownDecides() {
        long without = customer("Ada Lund", address("12 Oak St", "St. Marys", ""));
        long with = customer("Ben Ode", address("14 Oak St", "Saint Marys", "45885"));
        assertThat(found("Ada Lund", address("12 Oak St", "Saint Marys", "45885")))
                .isEqualTo(without);
        assertThat(found("Ada Lund", address("12 Oak St", "Dayton", "45402"))).isZero();
        assertThat(found("Ben Ode", address("14 Oak St", "St Marys", ""))).isEqualTo(with);
        assertThat(found("Ben Ode", address("14 Oak St", "Dayton", ""))).isZero();
        assertThat(found("Ben Ode", address("14 Oak St", "", ""))).isZero();
    }

    /** A location that moves is found where it is and no more where it was. */
    @Test
    void aDoorGoesWithItsLocation() {
        long ada = customer("Ada Lund", address("12 Oak St", "Dayton", "45402"));
        Locations locations = Server.bean(Locations.class);
        long location = tenant.caller.call(
                () -> locations.ofCustomer(tenant.id, ada).getFirst().id());
        Address later = address("12 Oak St", "Troy", "45373");
        tenant.caller.run(() -> locations.update(tenant.id, location, owner -> owner, details -> details.moved(later)));
        assertThat(found("Ada Lund", address("12 Oak St", "Dayton", "45402"))).isZero();
        assertThat(found("Ada Lund", later)).isEqualTo(ada);
    }
}
