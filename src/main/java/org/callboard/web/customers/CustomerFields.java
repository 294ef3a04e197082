package org.callboard.web.customers;

import java.util.Arrays;
import java.util.List;
import org.callboard.addresses.Limits.Name;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.CustomerType;
import org.callboard.web.layout.Option;
import org.callboard.web.records.Details;
import org.callboard.web.records.Field;
import org.callboard.web.records.Part;

/** The fields of a customer. */
final class CustomerFields {

    private static final List<Option> TYPES = Arrays.stream(CustomerType.values())
            .map(type -> new Option(type.name(), type.name()))
            .toList();

    private CustomerFields() {}

    static List<Field> of(CustomerDetails customer) {
        return List.of(
                Details.field(customer, Part.text("name", "Name", Name.MAX).needed())
                        .looking(Field.Look.TITLE),
                Details.field(customer, Part.choice("type", "Type", TYPES).needed()),
                Details.address(customer, "Billing address"),
                Details.field(customer, Part.flag("doNotService", "Do not service")),
                Details.field(customer, Part.flag("doNotMail", "Do not mail")),
                Details.field(customer, Part.flag("nationalAccount", "National account")),
                Details.field(customer, Part.flag("taxExempt", "Tax exempt")),
                Details.field(customer, Part.money("creditLimit", "Credit limit")),
                Details.field(customer, Part.money("creditLimitBalance", "Credit left")),
                Details.field(customer, Part.whole("paymentTermId", "Payment term"))
                        .hinted("The id of the term in the accounting program."));
    }
}
