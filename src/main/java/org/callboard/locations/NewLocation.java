package org.callboard.locations;

import java.util.List;
import org.callboard.addresses.ContactDraft;
import org.callboard.records.AttachedRequests.AttachedDraft;

/** A location that is to be created, with all that comes with it. */
public record NewLocation(LocationDetails details, AttachedDraft attached, List<ContactDraft> contacts) {}
