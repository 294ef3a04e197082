package org.callboard.bench;

/**
 * How much hangs on one customer.
 *
 * @param placeContacts contacts of each of its places: the first ones of the customer's own
 * @param revisits second visits, of its first job; {@code canceled}: whether its last job was
 * @param changedLater whether the customer was changed; the other two: its first place, its first contact
 */
record Shape(
        boolean commercial,
        int places,
        int contacts,
        int placeContacts,
        int notes,
        int placeNotes,
        int jobs,
        int bookings,
        int leads,
        boolean changedLater,
        boolean placeChangedLater,
        boolean contactChangedLater,
        int revisits,
        boolean canceled) {

    static Shape of(Draw draw) {
        boolean commercial = draw.chance(0.09);
        int places = draw.chance(commercial ? 0.6 : 0.9) ? 1 : 2;
        while (places > 1 && places < 12 && draw.chance(commercial ? 0.6 : 0.25)) {
            places++;
        }
        int contacts = 2;
        while (contacts < 4 && draw.chance(0.4)) {
            contacts++;
        }
        int notes = few(0.25, 5, draw);
        int jobs = few(0.22, 6, draw);
        int bookings = few(0.1, 3, draw);
        return new Shape(
                commercial,
                places,
                contacts,
                Math.min(contacts, draw.between(1, 3)),
                notes,
                few(0.1, 2, draw),
                jobs,
                bookings,
                few(0.05, 2, draw),
                draw.chance(0.45),
                draw.chance(0.25),
                draw.chance(0.2),
                jobs > 0 && draw.chance(0.12) ? 1 : 0,
                jobs > 0 && draw.chance(0.07));
    }

    /** Whether one of its jobs, counted from 0, was canceled. */
    boolean isCanceled(int job) {
        return canceled && job == jobs - 1;
    }

    private int updates() {
        return (changedLater ? 1 : 0) + (placeChangedLater ? 1 : 0) + (contactChangedLater ? 1 : 0);
    }

    private static int few(double share, int most, Draw draw) {
        int count = 0;
        while (count < most && draw.chance(count == 0 ? share : 0.3)) {
            count++;
        }
        return count;
    }

    /** How many rows a customer of this shape has in a table. */
    int rows(Table table) {
        return switch (table) {
            case CUSTOMER -> 1;
            case LOCATION -> places;
            case CONTACT_ENTRY -> contacts + places * placeContacts;
            case NOTE -> notes + placeNotes;
            case JOB, INVOICE -> jobs;
            case APPOINTMENT, APPOINTMENT_ASSIGNMENT -> jobs + revisits;
            case JOB_CANCELLATION -> canceled ? 1 : 0;
            case BOOKING -> bookings;
            case BOOKING_CONTACT -> 2 * bookings;
            case LEAD -> leads;
            case LEAD_FOLLOW_UP -> leads;
            case CHANGE ->
                1
                        + places
                        + contacts
                        + places * placeContacts
                        + 2 * jobs
                        + 2 * (jobs + revisits)
                        + (canceled ? 1 : 0)
                        + 2 * bookings
                        + 2 * leads
                        + updates();
            default -> throw new IllegalArgumentException(table + " has no numbers");
        };
    }
}
