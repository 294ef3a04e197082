package org.callboard.web.locations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Limits.Name;
import org.callboard.customers.Location;
import org.callboard.customers.LocationDetails;
import org.callboard.settings.Technician;
import org.callboard.web.layout.Option;
import org.callboard.web.records.Details;
import org.callboard.web.records.Field;
import org.callboard.web.records.Part;
import org.callboard.web.records.Values;

/** The fields of a location. */
final class LocationFields {

    /** Kept apart from the others, since it has an operation of its own. */
    static final String TECHNICIAN = "preferredTechnicianId";

    private LocationFields() {}

    static List<Field> of(Location location, List<Technician> technicians) {
        LocationDetails details = location.details();
        return List.of(
                Details.field(details, Part.text("name", "Name", Name.MAX).needed())
                        .looking(Field.Look.TITLE),
                Details.address(details, "Address"),
                Field.of(
                        TECHNICIAN,
                        Part.choice(Values.ONE, "Preferred technician", options(location, technicians)),
                        Objects.toString(location.preferredTechnicianId(), ""),
                        TECHNICIAN),
                Details.field(details, Part.whole("taxZoneId", "Tax zone"))
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
}
