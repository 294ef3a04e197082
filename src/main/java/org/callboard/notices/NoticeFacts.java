package org.callboard.notices;

import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.details.ContactContent;

/**
 * What messages about a job tell beside the time, and where they go.
 *
 * @param jobNumber empty where the job is still to be booked
 * @param reach how the customer is reached: first at the location, then the customer
 */
public record NoticeFacts(
        String customer, Address address, String jobNumber, String jobType, List<ContactContent> reach) {}
