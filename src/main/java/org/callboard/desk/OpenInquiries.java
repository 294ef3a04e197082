package org.callboard.desk;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.matches.Alike;
import org.callboard.search.Hit;
import org.callboard.search.Kind;
import org.callboard.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who waits for an answer already: open leads and waiting inquiries of the one who asks, who is on no record yet, calls that
 * nobody has wrapped up, and who is called back.
 */
@Service
public class OpenInquiries {

    private static final int MAX = 10;

    /** Of those who only have a similar name. */
    private static final int MAX_NAMED = 5;

    private static final Set<Kind> KINDS = EnumSet.of(Kind.Lead, Kind.Booking);

    private final OpenInquiryStore store;
    private final Search search;
    private final Tenants tenants;

    OpenInquiries(OpenInquiryStore store, Search search, Tenants tenants) {
        this.store = store;
        this.search = search;
        this.tenants = tenants;
    }

    /** How somebody may be known to those who wait: by their whole name, as far as it is typed, and their contacts. */
    public record Asking(String name, List<ContactDraft> contacts) {}

    /**
     * Those with one of these numbers or e-mail addresses and the open leads and calls of these customers, the newest first,
     * and behind them those of a similar name: at most ten.
     *
     * @param self what is on the screen itself, and so is left out
     */
    public List<OpenInquiry> of(long tenant, Asking asking, Collection<Long> customers, Self self) {
        String region = tenants.get(tenant).region();
        List<String> forms = asking.contacts.stream()
                .flatMap(contact -> contact.read(region).all().stream())
                .filter(OpenInquiries::tells)
                .map(NormalizedContact::form)
                .distinct()
                .toList();
        Named named = named(tenant, asking.name);
        return forms.isEmpty() && customers.isEmpty() && named.isNobody()
                ? List.of()
                : store.of(tenant, forms, customers, named, self, MAX).stream()
                        .map(one -> one.named(new PhoneFormat(region)))
                        .toList();
    }

    private Named named(long tenant, String name) {
        List<Hit> alike = search.find(tenant, name, KINDS, MAX_NAMED).hits().stream()
                .filter(hit -> Alike.areSimilar(name, hit.name()))
                .toList();
        return new Named(ids(alike, Kind.Lead), ids(alike, Kind.Booking));
    }

    private static List<Long> ids(List<Hit> hits, Kind kind) {
        return hits.stream().filter(hit -> hit.kind() == kind).map(Hit::id).toList();
    }

    /** Those of a similar name, whether they still wait or not. */
    record Named(List<Long> leads, List<Long> bookings) {

        boolean isNobody() {
            return leads.isEmpty() && bookings.isEmpty();
        }
    }

    /** What people type who have no number or address is everybody's. */
    private static boolean tells(NormalizedContact contact) {
        return contact.attaches() || !contact.isWhole();
    }

    /** What is on the screen: an inquiry, a lead, a call or nothing. */
    public record Self(long booking, long lead, long call) {

        public static final Self NONE = new Self(0, 0, 0);

        public static Self booking(long id) {
            return new Self(id, 0, 0);
        }

        public static Self call(long id) {
            return new Self(0, 0, id);
        }

        /** Whether it says itself how the person is reached; a call has no more than a number. */
        public boolean hasContacts() {
            return booking != 0 || lead != 0;
        }

        /** @param booking the inquiry that the lead was made of; null where there is none */
        public static Self lead(long id, @Nullable Long booking) {
            return new Self(booking == null ? 0 : booking, id, 0);
        }
    }
}
