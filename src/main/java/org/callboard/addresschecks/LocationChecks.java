package org.callboard.addresschecks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.access.Tenants;
import org.callboard.addresschecks.LocationCheckStore.Kept;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.ParsedAddress;
import org.callboard.database.Caller;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.AddressVerdict;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was found out about the addresses of locations. A location has a row only where something speaks against its address
 * or somebody has said that it is right. A check is no change of the location: version, times and log stay as they are.
 */
@Service
public class LocationChecks {

    /** Where a location is. */
    public record Place(
            long location, Address address, @Nullable Coordinates at) {

        private AddressVerdict verdict(String region) {
            return AddressCheck.of(address, at, Purpose.Location, region);
        }

        /** What is the same of addresses that are written alike in the standard form; a city counts beside its ZIP. */
        String key() {
            ParsedAddress parsed = AddressParser.parse(address);
            return parsed.standardKey() + "/" + String.join(" ", parsed.city());
        }
    }

    /**
     * What is thought of a place, as it stands.
     *
     * @param open what asks for a look: what nobody has called right
     * @param right who has called its address right; null where nobody has
     * @param region the company's country
     */
    public record Look(
            AddressVerdict verdict,
            List<Problem> open,
            @Nullable SaidRight right,
            String region) {}

    /** The ids of the locations of a tenant whose address asks for a look, as a statement. */
    public static final String NEED_LOOK = LocationCheckStore.NEED_LOOK;

    private final LocationCheckStore store;
    private final Tenants tenants;

    LocationChecks(LocationCheckStore store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /**
     * Checks places and keeps what speaks against them, in the transaction of their change. What somebody called right stays
     * so as long as the address is written alike.
     *
     * @return what asks for a look, by location: those that nobody has called right
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, List<Problem>> check(long tenant, List<Place> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        String region = region(tenant);
        Map<Long, Kept> known =
                store.find(tenant, places.stream().map(Place::location).toList());
        Map<Long, List<Problem>> open = new HashMap<>();
        List<Kept> kept = new ArrayList<>();
        List<Long> fine = new ArrayList<>();
        for (Place place : places) {
            AddressVerdict verdict = place.verdict(region);
            Kept before = known.get(place.location);
            if (verdict.problems().isEmpty()) {
                if (before != null) {
                    fine.add(place.location);
                }
                continue;
            }
            String key = place.key();
            Kept now = new Kept(
                    place.location,
                    key,
                    verdict.problems(),
                    before != null && before.key().equals(key) ? before.right() : null);
            if (!now.equals(before)) {
                kept.add(now);
            }
            open.put(place.location, now.open());
        }
        store.remove(tenant, fine);
        store.put(tenant, kept);
        return open;
    }

    /** How many active locations have an address that asks for a look. */
    public long count(long tenant) {
        return store.count(tenant);
    }

    /** What is thought of a place, without keeping it. */
    public Look look(long tenant, Place place) {
        String region = region(tenant);
        AddressVerdict verdict = place.verdict(region);
        SaidRight right = saidRight(tenant, place).orElse(null);
        return new Look(verdict, SaidRight.open(verdict.problems(), right), right, region);
    }

    /** What asks for a look at a place, without keeping it. Only where something does, it is read who has called it right. */
    public List<Problem> open(long tenant, Place place) {
        List<Problem> problems = place.verdict(region(tenant)).problems();
        return problems.isEmpty()
                ? problems
                : SaidRight.open(problems, saidRight(tenant, place).orElse(null));
    }

    private String region(long tenant) {
        return tenants.get(tenant).region();
    }

    /** Who has called the address of a location right, as it stands; empty where nobody has. */
    public Optional<SaidRight> saidRight(long tenant, Place place) {
        return Optional.ofNullable(store.find(tenant, List.of(place.location)).get(place.location))
                .filter(kept -> kept.key().equals(place.key()))
                .flatMap(kept -> Optional.ofNullable(kept.right()));
    }

    /**
     * Keeps that the caller calls an address right, with what speaks against it now: that asks for no look any more, until
     * the address is written otherwise. Of an address that nothing speaks against there is nothing to keep.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sayRight(long tenant, Place place) {
        check(tenant, List.of(place));
        store.sayRight(tenant, place.location, Caller.current().name());
    }

    /** Forgets that anybody has called the address of a location right: what speaks against it asks for a look again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackRight(long tenant, long location) {
        store.takeBackRight(tenant, location);
    }
}
