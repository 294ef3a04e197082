package org.callboard.geography;

import java.util.List;
import org.callboard.addresses.Coordinates;
import org.jspecify.annotations.Nullable;

/** Which time zone a place is in: by its coordinates, else its postal code or city, else the one zone of its state or country. */
final class TimeZones {

    private TimeZones() {}

    /** Null where nothing says it. */
    static @Nullable PlaceZone of(Whereabouts whereabouts, CoordinatesVerdict coordinates) {
        Coordinates at = coordinates.believed();
        String zone = at == null ? null : at(at, whereabouts.region());
        return zone == null ? whereabouts.zone() : new PlaceZone(zone, PlaceZone.From.Coordinates);
    }

    /** The borders of zones are not exact, but those of states are known: only a zone of the state is taken. */
    private static @Nullable String at(Coordinates at, @Nullable Region home) {
        Gazetteer gazetteer = Gazetteer.get();
        String zone = gazetteer.zone(at);
        Region region = home == null ? state(at) : home;
        List<String> zones = region == null ? List.of() : region.zones();
        return zones.isEmpty() && !zone.startsWith("Etc/") || zones.contains(zone) ? zone : null;
    }

    private static @Nullable Region state(Coordinates at) {
        String code = Gazetteer.get().state(at);
        return code == null ? null : Gazetteer.get().region("US", code);
    }
}
