package org.callboard.serviceareas;

import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.serviceareas.ServiceArea.Details;
import org.callboard.settings.Settings;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The areas where a company works. Without any it works everywhere. */
@Service
public class ServiceAreas extends Settings<ServiceArea, Details> {

    private static final int MOST = 5000;
    private static final Pattern ZIP = Pattern.compile("\\d{5}|\\d{1,4}\\*");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}]{1,10}\\*?");
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

    private final ServiceAreaStore store;
    private final Tenants tenants;

    ServiceAreas(ServiceAreaStore store, Tenants tenants, Changes changes) {
        super(store, changes, EntityKind.SERVICE_AREA);
        this.store = store;
        this.tenants = tenants;
    }

    /** Whether the company works there; empty where it has no areas, or the address says too little to tell. */
    public Optional<Coverage> of(long tenant, @Nullable Address address) {
        return address == null
                ? Optional.empty()
                : Coverage.of(store.active(tenant), address, tenants.get(tenant).region());
    }

    /** Whether an address is outside of all areas for certain. */
    public boolean excludes(long tenant, @Nullable Address address) {
        return of(tenant, address).filter(one -> !one.inside()).isPresent();
    }

    @Override
    protected void check(long tenant, Details details, FieldErrors errors) {
        boolean american = tenants.get(tenant).region().equals("US");
        Pattern form = american ? ZIP : CODE;
        details.codes().stream()
                .filter(code -> !form.matcher(code).matches())
                .findFirst()
                .ifPresent(
                        code -> errors.add(
                                "codes",
                                american
                                        ? code
                                                + " is no ZIP code. Enter five digits, or a beginning with a star such as 454*."
                                        : code
                                                + " is no postal code. Enter whole ones, or a beginning with a star such as M5V*."));
        details.states().stream()
                .filter(state -> american && !STATE.matcher(state).matches())
                .findFirst()
                .ifPresent(state -> errors.add("states", state + " is no state. Enter some such as OH, IN."));
        errors.addIf(details.codes().size() > MOST, "codes", "At most %,d fit in one area.".formatted(MOST));
        errors.addIf(details.codes().isEmpty() && details.states().isEmpty(), "codes", "Enter ZIP codes or states.");
    }
}
