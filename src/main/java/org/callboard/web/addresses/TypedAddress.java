package org.callboard.web.addresses;

import java.util.regex.Pattern;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CoordinatesText;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/**
 * An address as far as it is typed; what is longer than a part may be is cut.
 *
 * @param point null where none is typed
 * @param pasted the point, where it stands as a whole in one field; null elsewhere
 * @param unread whether something stands where a point would, and is no beginning of one
 * @param takesPoint whether there are fields for a point
 */
record TypedAddress(
        Address address,
        @Nullable Coordinates point,
        @Nullable Coordinates pasted,
        boolean unread,
        boolean takesPoint) {

    /** Whoever types degrees is not told after each letter that they are not whole yet. */
    private static final Pattern DEGREES = Pattern.compile("[\\p{P}\\p{S}\\s\\dNSEWnsew]*");

    static TypedAddress of(Form form) {
        String latitude = form.textOrEmpty("latitude");
        String longitude = form.textOrEmpty("longitude");
        String paste = form.textOrEmpty("pasted");
        Coordinates pasted = paste.isEmpty() ? CoordinatesText.whole(latitude, longitude) : CoordinatesText.read(paste);
        Coordinates point = pasted == null ? CoordinatesText.read(latitude, longitude) : pasted;
        boolean begun = paste.isEmpty()
                && (DEGREES.matcher(latitude).matches() || CoordinatesText.latitude(latitude) != null)
                && (DEGREES.matcher(longitude).matches() || CoordinatesText.longitude(longitude) != null);
        return new TypedAddress(
                new Address(
                        part(form, "street", Street.MAX),
                        VisibleText.orNull(part(form, "unit", Unit.MAX)),
                        part(form, "city", City.MAX),
                        part(form, "state", State.MAX),
                        part(form, "zip", Zip.MAX),
                        part(form, "country", Country.MAX)),
                point,
                pasted,
                (paste.isEmpty() ? point : pasted) == null && !begun,
                form.has("latitude"));
    }

    private static String part(Form form, String name, int most) {
        String text = form.textOrEmpty(name);
        return text.substring(0, Math.min(most, text.length()));
    }
}
