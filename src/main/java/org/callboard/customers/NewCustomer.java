package org.callboard.customers;

import java.util.List;
import org.callboard.addresses.ContactDraft;
import org.callboard.records.AttachedRequests.AttachedDraft;

/** A customer that is to be created, with all that comes with it but its locations. */
public record NewCustomer(CustomerDetails details, AttachedDraft attached, List<ContactDraft> contacts) {}
