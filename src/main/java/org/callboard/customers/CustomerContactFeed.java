package org.callboard.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import org.callboard.changes.EntityKind;
import org.callboard.customers.CustomerJson.CustomersContactResponse;
import org.callboard.platform.FeedSource;
import org.callboard.records.ContactEntries;
import org.callboard.records.ContactEntry;
import org.callboard.records.RecordKind;
import org.springframework.stereotype.Component;

/** The contact entries of customers as feeds give them out; a removed one is not active. */
@Component
public class CustomerContactFeed implements FeedSource<CustomerContactFeed.ExportCustomerContactResponse> {

    /** The wire shape: {@code ExportCustomerContactResponse} of the contract. */
    @Schema(name = "ExportCustomerContactResponse")
    public record ExportCustomerContactResponse(
            @JsonUnwrapped CustomersContactResponse contact, boolean active) {

        static ExportCustomerContactResponse from(ContactEntry entry) {
            return new ExportCustomerContactResponse(CustomersContactResponse.from(entry), entry.active());
        }
    }

    private final ContactEntries entries;

    CustomerContactFeed(ContactEntries entries) {
        this.entries = entries;
    }

    @Override
    public EntityKind kind() {
        return EntityKind.CUSTOMER_CONTACT;
    }

    @Override
    public long id(ExportCustomerContactResponse shape) {
        return shape.contact().id();
    }

    @Override
    public List<ExportCustomerContactResponse> byIds(long tenant, Collection<Long> ids) {
        return shapes(entries.withRemoved(RecordKind.Customer, tenant, ids));
    }

    @Override
    public List<ExportCustomerContactResponse> after(long tenant, long id, int most) {
        return shapes(entries.withRemovedAfter(RecordKind.Customer, tenant, id, most));
    }

    private static List<ExportCustomerContactResponse> shapes(List<ContactEntry> entries) {
        return entries.stream().map(ExportCustomerContactResponse::from).toList();
    }
}
