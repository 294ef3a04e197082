package org.callboard.web.addresses;

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
 * @param takesPoint whether there are fields for a point
 */
record TypedAddress(Address address, @Nullable Coordinates point, boolean takesPoint) {

    static TypedAddress of(Form form) {
        return new TypedAddress(
                new Address(
                        part(form, "street", Street.MAX),
                        VisibleText.orNull(part(form, "unit", Unit.MAX)),
                        part(form, "city", City.MAX),
                        part(form, "state", State.MAX),
                        part(form, "zip", Zip.MAX),
                        part(form, "country", Country.MAX)),
                CoordinatesText.read(form.textOrEmpty("latitude") + ", " + form.textOrEmpty("longitude")),
                form.has("latitude"));
    }

    private static String part(Form form, String name, int most) {
        String text = form.textOrEmpty(name);
        return text.substring(0, Math.min(most, text.length()));
    }
}
