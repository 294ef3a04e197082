package org.callboard.web.leads;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customer;
import org.callboard.customers.LocationDetails;
import org.callboard.desk.AddToCustomer.Typed;
import org.callboard.details.NewRecord;
import org.callboard.jobs.Priority;
import org.callboard.leads.LeadContacts;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Reads the form for a new lead: the lead itself, and what its customer may get of it. */
final class NewLeadForm {

    private NewLeadForm() {}

    /** What the customer may get: a location only where the address is whole, which has the customer's name. */
    static Typed typed(Form form, Shell shell, Customer customer) {
        LeadContacts contacts = contacts(form, shell);
        Address address = person(form, contacts).knownAddress();
        return Typed.of(
                contacts.all(),
                address == null || !address.whole()
                        ? List.of()
                        : List.of(NewRecord.of(
                                LocationDetails.of(customer.details().name(), address), List.of())));
    }

    private static LeadPerson person(Form form, LeadContacts contacts) {
        return new LeadPerson(
                form.text("name"),
                contacts.phone(),
                contacts.email(),
                form.text("street"),
                form.text("unit"),
                form.text("city"),
                form.text("state"),
                form.text("zip"),
                form.text("country"));
    }

    private static LeadContacts contacts(Form form, Shell shell) {
        String region = shell.getCompany().region();
        return new LeadContacts(Stream.concat(
                        contacts(ContactType.Phone, form.text("phone"), region),
                        contacts(ContactType.Email, form.text("email"), region))
                .toList());
    }

    private static Stream<ContactDraft> contacts(ContactType type, @Nullable String typed, String region) {
        return typed == null ? Stream.empty() : ContactParser.of(type, typed, region).parts(null).stream();
    }

    /** With a customer, who comes with the link and is no field to correct, it needs no name of its own. */
    static LeadDraft read(Form form, Shell shell) {
        LeadContacts contacts = contacts(form, shell);
        LeadPerson typed = person(form, contacts);
        boolean named = typed.leadCustomerName() != null || typed.leadPhone() != null || typed.leadEmail() != null;
        Long customer = form.hiding("customerId").id("customerId");
        form.note(customer == null && !named, "name", "Say who it is, or how to reach them.");
        form.note(new FieldErrors().required("summary", form.text("summary")));
        return new LeadDraft(
                customer,
                form.id("locationId"),
                form.id("businessUnitId"),
                form.id("jobTypeId"),
                form.id("campaignId"),
                form.choice("priority", Priority.class),
                contacts.noted(form.text("summary")),
                form.id("callReasonId"),
                shell.getDates().read(form, "followUpDate"),
                form.id("ownerId"),
                // a country alone says nothing
                typed.placed()
                        ? typed
                        : LeadPerson.at(null, typed.leadCustomerName(), typed.leadPhone(), typed.leadEmail()),
                List.of(),
                null,
                null);
    }

    /** What a lead calls {@code leadPhone} is the form's {@code phone}, and what the customer gets was typed in the same fields. */
    static String field(String path, Form form) {
        if (path.startsWith("contacts[")) {
            return form.text("phone") == null ? "email" : "phone";
        }
        String own = path.replaceFirst("^locations\\[0]\\.address\\.", "");
        return own.equals("leadCustomerName")
                ? "name"
                : own.startsWith("lead") ? StringUtils.uncapitalize(own.substring("lead".length())) : own;
    }
}
