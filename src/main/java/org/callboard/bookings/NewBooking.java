package org.callboard.bookings;

import java.util.List;
import org.callboard.contactpoints.ContactDraft;

/** A booking that is to be stored, and how the person is reached. */
public record NewBooking(BookingDetails details, List<ContactDraft> contacts) {}
