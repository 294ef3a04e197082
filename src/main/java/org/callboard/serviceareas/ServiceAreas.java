package org.callboard.serviceareas;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.AddressCheckJson.ServiceAreaVerdict;
import org.callboard.geography.CoordinatesVerdict;
import org.callboard.geography.CoordinatesVerdict.Approximate;
import org.callboard.geography.Gazetteer;
import org.callboard.geography.Purpose;
import org.callboard.serviceareas.ServiceArea.Details;
import org.callboard.settings.Settings;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The areas where a company works. Without any it works everywhere. */
@Service
public class ServiceAreas extends Settings<ServiceArea, Details> {

    private static final int MOST = 5000;
    private static final int MAX_MILES = 500;
    private static final int NAMED = 5;

    private final ServiceAreaStore store;
    private final Tenants tenants;

    ServiceAreas(ServiceAreaStore store, Tenants tenants, Changes changes) {
        super(store, changes, EntityKind.SERVICE_AREA);
        this.store = store;
        this.tenants = tenants;
    }

    /**
     * Whether the company works there; empty where it has no areas, or too little is said to tell.
     *
     * @param address its parts as far as they are known; empty where they are not
     * @param at what is known of the place itself
     */
    public Optional<ServiceAreaVerdict> of(long tenant, Address address, CoordinatesVerdict at) {
        Coordinates believed = at.believed();
        Approximate about = at.approximate();
        Coordinates point = believed != null || about == null ? believed : about.middle();
        return Coverage.of(
                store.active(tenant), address, point, tenants.get(tenant).region());
    }

    /** Whether an address is outside of all areas for certain. */
    public boolean excludes(long tenant, @Nullable Address address) {
        return address != null && outside(tenant).test(address);
    }

    /** The same for many addresses: the areas are read once. */
    public Predicate<Address> outside(long tenant) {
        List<ServiceArea> areas = store.active(tenant);
        if (areas.isEmpty()) {
            return address -> false;
        }
        String region = tenants.get(tenant).region();
        // where nothing is measured, the data of the world need not be read
        boolean measured = areas.stream().anyMatch(area -> area.details().circle() != null);
        return address -> {
            Approximate about = measured
                    ? AddressCheck.of(address, null, Purpose.Location, region)
                            .coordinates()
                            .approximate()
                    : null;
            return Coverage.of(areas, address, about == null ? null : about.middle(), region)
                    .filter(one -> !one.inside())
                    .isPresent();
        };
    }

    @Override
    protected void check(long tenant, Details details, FieldErrors errors) {
        boolean american = tenants.get(tenant).region().equals("US");
        name(
                errors,
                "codes",
                details.codes().stream().filter(code -> !PostalCodeRule.isReadable(code, american)),
                american ? "ZIP code" : "postal code",
                american
                        ? "Enter five digits, a beginning with a star such as 454*, or a range such as 45402-45410."
                        : "Enter whole ones, a beginning with a star such as M5V*, or a range of digits such as 2000-2010.");
        name(
                errors,
                "states",
                details.states().stream()
                        .filter(state -> american && !Gazetteer.get().hasState("US", state)),
                "state",
                "Enter some such as OH, IN.");
        errors.addIf(details.codes().size() > MOST, "codes", "At most %,d fit in one area.".formatted(MOST));
        ServiceArea.Circle circle = details.circle();
        errors.addIf(
                details.codes().isEmpty() && details.states().isEmpty() && circle == null,
                "codes",
                "Enter ZIP codes, states or a circle.");
        if (circle != null) {
            boolean named = VisibleText.in(circle.center());
            errors.addIf(!named, "center", "Enter the middle of the circle.")
                    .addIf(
                            named && !circle.somewhere(),
                            "center",
                            "Enter a ZIP code that there is, or coordinates such as 39.7589, -84.1916.")
                    .addIf(
                            circle.radius() < 1 || circle.radius() > MAX_MILES,
                            "radius",
                            "Enter a number from 1 to " + MAX_MILES + ".");
        }
    }

    /** Says which can't be read, the first few by name, and what can. */
    private static void name(FieldErrors errors, String field, Stream<String> unread, String noun, String instead) {
        List<String> wrong = unread.toList();
        if (wrong.size() == 1) {
            errors.add(field, "%s is no %s. %s".formatted(wrong.getFirst(), noun, instead));
        } else if (!wrong.isEmpty()) {
            String named = String.join(", ", wrong.subList(0, Math.min(NAMED, wrong.size())));
            String more = wrong.size() > NAMED ? " and %,d more".formatted(wrong.size() - NAMED) : "";
            errors.add(field, "%s%s are no %ss. %s".formatted(named, more, noun, instead));
        }
    }
}
