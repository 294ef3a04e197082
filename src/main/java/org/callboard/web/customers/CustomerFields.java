package org.callboard.web.customers;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.CustomerType;
import org.callboard.web.layout.Option;
import org.callboard.web.records.AddressParts;
import org.callboard.web.records.Field;
import org.callboard.web.records.Part;
import org.callboard.web.records.Values;
import org.jspecify.annotations.Nullable;

/** The fields of a customer: how each is shown, read out of a customer and put into one. */
final class CustomerFields {

    private static final String ONE = "value";
    private static final List<Option> TYPES = Arrays.stream(CustomerType.values())
            .map(type -> new Option(type.name(), type.name()))
            .toList();

    private CustomerFields() {}

    static List<Field> of(CustomerDetails customer) {
        return List.of(
                field(customer, "name", Part.text(ONE, "Name", 200).needed()).looking(Field.Look.TITLE),
                field(customer, "type", Part.choice(ONE, "Type", TYPES).needed()),
                AddressParts.field("Billing address", customer.address(), customer.coordinates()),
                field(customer, "doNotService", Part.flag(ONE, "Do not service")),
                field(customer, "doNotMail", Part.flag(ONE, "Do not mail")),
                field(customer, "nationalAccount", Part.flag(ONE, "National account")),
                field(customer, "taxExempt", Part.flag(ONE, "Tax exempt")),
                field(customer, "paymentTermId", Part.whole(ONE, "Payment term"))
                        .hinted("The id of the term in the accounting program."),
                field(customer, "creditLimit", Part.money(ONE, "Credit limit")),
                field(customer, "creditLimitBalance", Part.money(ONE, "Credit left")));
    }

    private static Field field(CustomerDetails customer, String name, Part part) {
        return Field.of(name, part, read(customer, name).text(), name);
    }

    static Values read(CustomerDetails customer, String field) {
        return switch (field) {
            case "name" -> Values.of(customer.name());
            case "type" -> Values.of(customer.type());
            case AddressParts.NAME -> AddressParts.values(customer.address(), customer.coordinates());
            case "doNotService" -> Values.of(customer.doNotService());
            case "doNotMail" -> Values.of(customer.doNotMail());
            case "nationalAccount" -> Values.of(customer.nationalAccount());
            case "taxExempt" -> Values.of(customer.taxExempt());
            case "paymentTermId" -> Values.of(customer.paymentTermId());
            case "creditLimit" -> Values.of(Part.spelled(customer.creditLimit()));
            case "creditLimitBalance" -> Values.of(Part.spelled(customer.creditLimitBalance()));
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** The customer with another value in one field; the values are in the spelling of their parts. */
    static CustomerDetails with(CustomerDetails old, String field, Values values) {
        boolean address = field.equals(AddressParts.NAME);
        boolean flag = values.flag(ONE);
        return new CustomerDetails(
                field.equals("name") ? values.text() : old.name(),
                field.equals("type") ? CustomerType.valueOf(values.text()) : old.type(),
                address ? AddressParts.address(values) : old.address(),
                address ? AddressParts.coordinates(read(old, field), values) : old.coordinates(),
                field.equals("doNotMail") ? flag : old.doNotMail(),
                field.equals("doNotService") ? flag : old.doNotService(),
                field.equals("nationalAccount") ? flag : old.nationalAccount(),
                field.equals("taxExempt") ? flag : old.taxExempt(),
                field.equals("paymentTermId") ? id(values) : old.paymentTermId(),
                field.equals("creditLimit") ? amount(values) : old.creditLimit(),
                field.equals("creditLimitBalance") ? amount(values) : old.creditLimitBalance());
    }

    private static @Nullable Long id(Values values) {
        return values.isEmpty() ? null : Long.valueOf(values.text());
    }

    private static @Nullable BigDecimal amount(Values values) {
        return values.isEmpty() ? null : new BigDecimal(values.text());
    }
}
