package org.callboard.desk;

import java.util.Collection;
import java.util.List;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.NormalizedContact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who waits for an answer already: open leads and waiting inquiries of the one who asks, who is on no record yet. */
@Service
public class OpenInquiries {

    private static final int MAX = 10;

    private final OpenInquiryStore store;
    private final Tenants tenants;

    OpenInquiries(OpenInquiryStore store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /**
     * Those with one of these numbers or e-mail addresses, and the open leads of these customers: at most ten, the newest
     * first.
     *
     * @param self what is on the screen itself, and so is left out
     */
    public List<OpenInquiry> of(long tenant, List<ContactDraft> contacts, Collection<Long> customers, Self self) {
        String region = tenants.get(tenant).region();
        List<String> forms = contacts.stream()
                .flatMap(contact -> contact.read(region).all().stream())
                .filter(OpenInquiries::tells)
                .map(NormalizedContact::form)
                .distinct()
                .toList();
        return forms.isEmpty() && customers.isEmpty() ? List.of() : store.of(tenant, forms, customers, self, MAX);
    }

    /** What people type who have no number or address is everybody's. */
    private static boolean tells(NormalizedContact contact) {
        return contact.attaches() || !contact.isWhole();
    }

    /** What is on the screen: an inquiry, a lead or neither. */
    public record Self(long booking, long lead) {

        public static final Self NONE = new Self(0, 0);

        public static Self booking(long id) {
            return new Self(id, 0);
        }

        /** @param booking the inquiry that the lead was made of; null where there is none */
        public static Self lead(long id, @Nullable Long booking) {
            return new Self(booking == null ? 0 : booking, id);
        }
    }
}
