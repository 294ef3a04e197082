package org.callboard.matches;

import java.util.ArrayList;
import java.util.List;
import org.callboard.addresses.ParsedAddress;

/** A door that is asked for, in a range of postcodes. */
record DoorRange(String door, String from, String to) {

    /** Behind every postcode. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /**
     * Where locations are that may be at an address: in its postcode, or without any. Anywhere, where it has none itself
     * and only its city is known; nowhere without a city.
     */
    static List<DoorRange> of(ParsedAddress address) {
        List<DoorRange> all = new ArrayList<>();
        if (address.hasPlace()) {
            String postcode = address.postcode();
            for (String door : address.doors()) {
                if (postcode.isEmpty()) {
                    all.add(new DoorRange(door, "", LAST));
                } else {
                    all.add(new DoorRange(door, postcode, postcode));
                    all.add(new DoorRange(door, "", ""));
                }
            }
        }
        return all;
    }
}
