package org.callboard.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Limits.Name;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.AddressVerdict;
import org.callboard.geography.Purpose;
import org.callboard.search.Findable;
import org.jspecify.annotations.Nullable;

/** What people say of a location, beside whose it is and what hangs on it. */
public record LocationDetails(
        @NotBlank @Name String name,
        @Valid Address address,
        @Nullable Coordinates coordinates,
        @Nullable CoordinatesSource coordinatesSource,
        @Nullable VerificationStatus coordinatesVerificationStatus,
        @Nullable Long taxZoneId) {

    /** Those of a location of which nothing else is known. */
    public static LocationDetails of(String name, Address address) {
        return new LocationDetails(name, address, null, null, null, null);
    }

    /**
     * The location after its address was replaced and nothing was said of its point: in the same house, however that is
     * written and whichever unit it names, the point stays; elsewhere it would lead to a wrong door.
     */
    public LocationDetails moved(Address now) {
        return address.isSameHouse(now)
                ? new LocationDetails(
                        name, now, coordinates, coordinatesSource, coordinatesVerificationStatus, taxZoneId)
                : new LocationDetails(name, now, null, null, null, taxZoneId);
    }

    /**
     * The location after its address was replaced and its point was named. Whoever sends back what stood there keeps who
     * had said so.
     *
     * @param at null takes the point away
     * @param source who says so
     * @param status how far it was checked
     */
    public LocationDetails moved(
            Address now, @Nullable Coordinates at, CoordinatesSource source, VerificationStatus status) {
        if (at == null) {
            return new LocationDetails(name, now, null, null, null, taxZoneId);
        }
        return at.equals(coordinates) && address.isSameHouse(now)
                ? moved(now)
                : new LocationDetails(name, now, at, source, status, taxZoneId);
    }

    /**
     * With the standard form of its address, which names the same place and so keeps its point, unless that was meant
     * otherwise. Whatever the standard form leaves empty stays as it is.
     */
    LocationDetails standard(String region) {
        AddressVerdict verdict = AddressCheck.of(address, coordinates, Purpose.Location, region);
        Address best = verdict.standard();
        Address now = new Address(
                or(best.street(), address.street()),
                best.unit(),
                or(best.city(), address.city()),
                or(best.state(), address.state()),
                or(best.zip(), address.zip()),
                or(best.country(), address.country()));
        Coordinates meant = verdict.coordinates().suggestion();
        return meant == null
                ? new LocationDetails(
                        name, now, coordinates, coordinatesSource, coordinatesVerificationStatus, taxZoneId)
                : new LocationDetails(name, now, meant, coordinatesSource, VerificationStatus.Unverified, taxZoneId);
    }

    private static String or(String best, String otherwise) {
        return best.isEmpty() ? otherwise : best;
    }

    /** The same where its point is looked at: one that can't be that of the address has failed, whatever was said of it. */
    LocationDetails placed(String region) {
        return coordinates != null && isElsewhere(region) ? with(VerificationStatus.Failed) : this;
    }

    /** What it becomes by a change, where the point is looked at again unless nothing of the place has changed. */
    LocationDetails placedAs(LocationDetails after, String region) {
        boolean asItWas = Objects.equals(after.coordinates, coordinates) && after.address.equals(address);
        if (after.coordinates == null || asItWas) {
            return after;
        }
        boolean failed = after.coordinatesVerificationStatus == VerificationStatus.Failed;
        return failed && !after.isElsewhere(region) ? after.with(VerificationStatus.Unverified) : after.placed(region);
    }

    private boolean isElsewhere(String region) {
        return AddressCheck.of(address, coordinates, Purpose.Location, region)
                .coordinates()
                .verdict()
                .fails();
    }

    /** The same with the point that a geocoder has named and somebody of the office has taken over. */
    LocationDetails told() {
        return new LocationDetails(
                name, address, coordinates, CoordinatesSource.System, VerificationStatus.Verified, taxZoneId);
    }

    private LocationDetails with(VerificationStatus status) {
        return new LocationDetails(name, address, coordinates, coordinatesSource, status, taxZoneId);
    }

    /** Where coordinates come from. The constants are the wire's own words. */
    public enum CoordinatesSource {
        None,
        System,
        User,
        Imported
    }

    /** How far coordinates were checked. The constants are the wire's own words. */
    public enum VerificationStatus {
        Unverified,
        InProgress,
        Failed,
        Verified
    }

    /** What the location is found by. */
    Findable findable() {
        return new Findable(name, address);
    }
}
