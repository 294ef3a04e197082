package org.callboard.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.details.Owned;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * House numbers with a word of their street, such as {@code 12 oak}, and the postcodes they are in: the table {@code
 * location_door}. They are written in the statement that writes what a location is found by otherwise.
 */
final class Doors {

    /** Behind every postcode. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Parts of a WITH; {@link #bind} gives their values. */
    static final String WITH = """
            door_given as (
                select location_id, door, postcode
                from unnest(:doorLocations::bigint[], :doors::text[], :doorPostcodes::text[])
                    as g (location_id, door, postcode)
            ), door_gone as (
                delete from location_door d
                where d.tenant_id = :tenant and d.location_id = any(:records)
                    and not exists (
                        select from door_given g
                        where g.location_id = d.location_id and g.door = d.door and g.postcode = d.postcode)
            ), door_fresh as (
                insert into location_door (tenant_id, door, postcode, location_id)
                select :tenant, door, postcode, location_id from door_given
                on conflict do nothing
            )
            """;

    /** A door that is asked for, in a range of postcodes. */
    record Range(String door, String from, String to) {

        /**
         * Where locations are that may be at an address: in its postcode, or without any. Anywhere, where it has none itself
         * and only its city is known; nowhere without a city.
         */
        static List<Range> of(ParsedAddress address) {
            List<Range> all = new ArrayList<>();
            if (address.hasPlace()) {
                String postcode = address.postcode();
                for (String door : address.doors()) {
                    if (postcode.isEmpty()) {
                        all.add(new Range(door, "", LAST));
                    } else {
                        all.add(new Range(door, postcode, postcode));
                        all.add(new Range(door, "", ""));
                    }
                }
            }
            return all;
        }
    }

    private final List<Long> locations = new ArrayList<>();
    private final List<String> doors = new ArrayList<>();
    private final List<String> postcodes = new ArrayList<>();

    void add(Owned<Address> location, Set<String> of) {
        String postcode = AddressParser.postcode(location.what());
        for (String door : of) {
            locations.add(location.owner());
            doors.add(door);
            postcodes.add(postcode);
        }
    }

    StatementSpec bind(StatementSpec statement) {
        return statement
                .param("doorLocations", locations.toArray(Long[]::new))
                .param("doors", doors.toArray(String[]::new))
                .param("doorPostcodes", postcodes.toArray(String[]::new));
    }
}
