package org.callboard.web.locations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.customers.Location;
import org.callboard.customers.LocationDetails;
import org.callboard.settings.Technician;
import org.callboard.web.layout.Option;
import org.callboard.web.records.AddressParts;
import org.callboard.web.records.Field;
import org.callboard.web.records.Part;
import org.callboard.web.records.Values;

/** The fields of a location: how each is shown, read out of a location and put into one. */
final class LocationFields {

    /** Kept apart from the others, since it has an operation of its own. */
    static final String TECHNICIAN = "preferredTechnicianId";

    private static final String ONE = "value";

    private LocationFields() {}

    static List<Field> of(Location location, List<Technician> technicians) {
        LocationDetails details = location.details();
        return List.of(
                field(details, "name", Part.text(ONE, "Name", 200).needed()).looking(Field.Look.TITLE),
                AddressParts.field("Address", details.address(), details.coordinates()),
                Field.of(
                        TECHNICIAN,
                        Part.choice(ONE, "Preferred technician", options(location, technicians)),
                        Objects.toString(location.preferredTechnicianId(), ""),
                        TECHNICIAN),
                field(details, "taxZoneId", Part.whole(ONE, "Tax zone"))
                        .hinted("The id of the zone in the accounting program."));
    }

    /** Those who work here, and the one who is preferred although they left. */
    private static List<Option> options(Location location, List<Technician> technicians) {
        List<Option> options = new ArrayList<>();
        for (Technician technician : technicians) {
            boolean preferred = Objects.equals(technician.id(), location.preferredTechnicianId());
            if (technician.active() || preferred) {
                options.add(Option.of(
                        technician.id(), technician.active() ? technician.name() : technician.name() + " (inactive)"));
            }
        }
        return options;
    }

    private static Field field(LocationDetails location, String name, Part part) {
        return Field.of(name, part, read(location, name).text(), name);
    }

    static Values read(LocationDetails location, String field) {
        return switch (field) {
            case "name" -> Values.of(location.name());
            case AddressParts.NAME -> AddressParts.values(location.address(), location.coordinates());
            case "taxZoneId" -> Values.of(location.taxZoneId());
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** The location with another value in one field; the values are in the spelling of their parts. */
    static LocationDetails with(LocationDetails old, String field, Values values) {
        boolean address = field.equals(AddressParts.NAME);
        Long zone = values.text().isEmpty() ? null : Long.valueOf(values.text());
        return new LocationDetails(
                field.equals("name") ? values.text() : old.name(),
                address ? AddressParts.address(values) : old.address(),
                address ? AddressParts.coordinates(read(old, field), values) : old.coordinates(),
                old.coordinatesSource(),
                old.coordinatesVerificationStatus(),
                field.equals("taxZoneId") ? zone : old.taxZoneId());
    }
}
