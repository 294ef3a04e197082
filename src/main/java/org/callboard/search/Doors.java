package org.callboard.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * House numbers with a word of their street, such as {@code 12 oak}, and the postcodes they are in: the table {@code
 * location_door}. They are written in the statement that writes the documents.
 */
final class Doors {

    /** Parts of a WITH; {@link #params} gives their values. */
    static final String WITH = """
            door_given as (
                select location_id, door, postcode
                from unnest(:doorLocations::bigint[], :doors::text[], :doorPostcodes::text[])
                    as g (location_id, door, postcode)
            ), door_gone as (
                delete from location_door d
                where d.tenant_id = :tenant and d.location_id = any(:doorRecords)
                    and not exists (
                        select from door_given g
                        where g.location_id = d.location_id and g.door = d.door and g.postcode = d.postcode)
            ), door_fresh as (
                insert into location_door (tenant_id, door, postcode, location_id)
                select :tenant, door, postcode, location_id from door_given
                on conflict do nothing
            )
            """;

    private final List<Long> records = new ArrayList<>();
    private final List<Long> locations = new ArrayList<>();
    private final List<String> doors = new ArrayList<>();
    private final List<String> postcodes = new ArrayList<>();

    /** @param of its doors; what it had before is gone, where it has none too */
    void add(long location, Collection<String> of, String postcode) {
        records.add(location);
        for (String door : of) {
            locations.add(location);
            doors.add(door);
            postcodes.add(postcode);
        }
    }

    Map<String, Object> params() {
        return Map.of(
                "doorRecords", records.toArray(Long[]::new),
                "doorLocations", locations.toArray(Long[]::new),
                "doors", doors.toArray(String[]::new),
                "doorPostcodes", postcodes.toArray(String[]::new));
    }
}
