package org.callboard.web.locations;

import java.util.List;
import org.callboard.addresschecks.LocationChecks.Look;
import org.callboard.addresschecks.SaidRight;
import org.callboard.addresses.Coordinates;
import org.callboard.customers.Location;
import org.callboard.customers.LocationDetails;
import org.callboard.geography.AddressVerdict;
import org.callboard.geography.CoordinatesVerdict.Verdict;
import org.callboard.web.addresses.AddressHelp;
import org.callboard.web.addresses.AddressMap;
import org.jspecify.annotations.Nullable;

/**
 * What is thought of the address of a location.
 *
 * @param needsLook whether something speaks against it that nobody has called right
 * @param point how far its point is believed; null without one
 * @param sentences what speaks against it
 * @param fits that its point fits the address; null where it does not, or there is none
 * @param right who has called it right; null where nobody has
 */
record PlaceCheck(
        long location,
        boolean needsLook,
        @Nullable String point,
        String pointLook,
        List<String> sentences,
        @Nullable String fits,
        @Nullable SaidRight right,
        @Nullable AddressMap map) {

    static PlaceCheck of(Location location, Look look, List<Coordinates> near) {
        LocationDetails details = location.details();
        AddressVerdict verdict = look.verdict();
        boolean miles = look.region().equals("US");
        boolean needsLook = location.active() && !look.open().isEmpty();
        boolean pointed = verdict.coordinates().verdict() != Verdict.None;
        String status = details.coordinatesVerificationStatus() == null
                ? "Unverified"
                : details.coordinatesVerificationStatus().name();
        return new PlaceCheck(
                location.id(),
                needsLook,
                pointed ? words(status) : null,
                status.equals("Verified") ? "cb-status-active" : status.equals("Failed") ? "cb-status-urgent" : "",
                needsLook ? AddressHelp.sentences(verdict, look.open(), miles) : List.of(),
                AddressHelp.fits(verdict.coordinates(), miles),
                look.right(),
                AddressMap.of(verdict.standard().state(), verdict.coordinates(), near, miles));
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
