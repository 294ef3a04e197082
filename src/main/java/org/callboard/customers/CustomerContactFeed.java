package org.callboard.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.callboard.customers.CustomerContactFeed.ExportCustomerContactResponse;
import org.callboard.customers.CustomerJson.CustomersContactResponse;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.ContactFeed;
import org.callboard.details.RecordKind;
import org.springframework.stereotype.Component;

/** The contact entries of customers as feeds give them out. */
@Component
public class CustomerContactFeed extends ContactFeed<ExportCustomerContactResponse> {

    /** The wire shape: {@code ExportCustomerContactResponse} of the contract. */
    @Schema(name = "ExportCustomerContactResponse")
    public record ExportCustomerContactResponse(
            @JsonUnwrapped CustomersContactResponse contact, boolean active) {

        static ExportCustomerContactResponse from(ContactEntry entry) {
            return new ExportCustomerContactResponse(CustomersContactResponse.from(entry), entry.active());
        }
    }

    CustomerContactFeed(ContactEntries entries) {
        super(
                RecordKind.Customer,
                entries,
                ExportCustomerContactResponse::from,
                shape -> shape.contact().id());
    }
}
