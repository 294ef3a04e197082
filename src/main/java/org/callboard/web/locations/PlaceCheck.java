package org.callboard.web.locations;

import java.util.List;
import org.callboard.addresschecks.SaidRight;
import org.callboard.customers.Location;
import org.callboard.customers.LocationDetails;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.AddressVerdict;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.CoordinatesVerdict.Verdict;
import org.callboard.geography.Purpose;
import org.callboard.web.addresses.AddressHelp;
import org.callboard.web.addresses.AddressMap;
import org.jspecify.annotations.Nullable;

/**
 * What is thought of the address of a location.
 *
 * @param needsLook whether something speaks against it that nobody has called right
 * @param point how far its point is believed; null without one
 * @param sentences what speaks against it
 * @param right who has called it right; null where nobody has
 */
record PlaceCheck(
        long location,
        boolean needsLook,
        @Nullable String point,
        String pointLook,
        List<String> sentences,
        @Nullable SaidRight right,
        @Nullable AddressMap map) {

    /**
     * @param open what asks for a look
     * @param region the company's country
     */
    static PlaceCheck of(Location location, List<Problem> open, @Nullable SaidRight right, String region) {
        LocationDetails details = location.details();
        AddressVerdict verdict = AddressCheck.of(details.address(), details.coordinates(), Purpose.Location, region);
        boolean needsLook = location.active() && !open.isEmpty();
        boolean pointed = verdict.coordinates().verdict() != Verdict.None;
        String status = details.coordinatesVerificationStatus() == null
                ? "Unverified"
                : details.coordinatesVerificationStatus().name();
        return new PlaceCheck(
                location.id(),
                needsLook,
                pointed ? words(status) : null,
                status.equals("Verified") ? "cb-status-active" : status.equals("Failed") ? "cb-status-urgent" : "",
                needsLook ? AddressHelp.sentences(verdict, open, region.equals("US")) : List.of(),
                right,
                AddressMap.of(verdict.standard().state(), verdict.coordinates()));
    }

    private static String words(String status) {
        return switch (status) {
            case "Verified" -> "Point verified";
            case "Failed" -> "Point can't be right";
            case "InProgress" -> "Point is being verified";
            default -> "Point not verified";
        };
    }
}
