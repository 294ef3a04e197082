package org.callboard.importrows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressPart;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.AddressVerdict;
import org.callboard.geography.Gazetteer;
import org.callboard.geography.PostalPlace;
import org.callboard.geography.ProblemCode;
import org.callboard.geography.Purpose;
import org.callboard.matches.ManyMatches.Doubtful;
import org.callboard.matches.MatchReason;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.RowContacts;
import org.callboard.validation.VisibleText;

/** What is right by the rules and should be looked at all the same. */
final class RowWarnings {

    /** State and ZIP are of two places. That a city is not the one that the ZIP is called by is no reason: most are right. */
    private static final Set<ProblemCode> APART = EnumSet.of(ProblemCode.StateElsewhere, ProblemCode.ZipElsewhere);

    /** Of a number of any country. */
    private static final int MAX_DIGITS = 15;

    private RowWarnings() {}

    /** Of a number of which the row itself says what became of it no more is said. */
    static List<String> of(List<ContactDraft> contacts, RowCells cells, String region) {
        List<String> warnings = new ArrayList<>();
        for (ContactDraft contact : contacts) {
            contact.read(region).all().stream()
                    .filter(one -> !one.attaches())
                    .map(one -> "“" + one.typed() + "” " + (one.isWhole() ? "stands for none." : "has no area code."))
                    .forEach(warnings::add);
            boolean said =
                    cells.warnings().stream().anyMatch(warning -> warning.startsWith("“" + contact.value() + "”"));
            if (!said && contact.read(region).all().isEmpty()) {
                warnings.add(unread(contact));
            }
        }
        return warnings;
    }

    /** What is noted of the contacts that can't be read, which the row says too. */
    static List<String> noted(RowContacts contacts, RowCells cells) {
        contacts.unread().forEach(one -> cells.warn(unread(one.contact())));
        return contacts.noted();
    }

    private static String unread(ContactDraft contact) {
        boolean glued = contact.value().chars().filter(Character::isDigit).count() > MAX_DIGITS;
        return "“" + contact.value() + "” "
                + (glued && contact.kind() != ContactType.Email
                        ? "has more digits than a phone number, and nothing parts them."
                        : "can't be read as "
                                + (contact.kind() == ContactType.Email ? "an e-mail address." : "a phone number."));
    }

    static List<String> of(Collection<Address> addresses, String region) {
        return addresses.stream()
                .distinct()
                .filter(address -> VisibleText.in(address.state()) && VisibleText.in(address.zip()))
                .filter(address -> !agree(address))
                .flatMap(address -> of(address, AddressCheck.of(address, null, Purpose.Location, region)).stream())
                .toList();
    }

    /** As in most rows, in the United States; the whole check costs more. */
    private static boolean agree(Address address) {
        PostalPlace place = Gazetteer.get().zipAtStart(VisibleText.strip(address.zip()));
        return place != null && place.state().equalsIgnoreCase(VisibleText.strip(address.state()));
    }

    private static List<String> of(Address address, AddressVerdict verdict) {
        return verdict.problems().stream()
                .filter(problem -> APART.contains(problem.code()))
                .limit(1)
                .map(problem -> verdict.components()
                        .of(problem.code() == ProblemCode.StateElsewhere ? AddressPart.State : AddressPart.Zip)
                        .why())
                .map(why -> "“" + address.state() + "” and “" + address.zip() + "” are two places: " + why)
                .toList();
    }

    static String of(Doubtful match) {
        String reasons = match.who().reasons().stream().map(MatchReason::word).collect(Collectors.joining(", "));
        return "Perhaps customer " + match.who().customerId() + ", "
                + match.who().name() + ": " + reasons
                + switch (match.why()) {
                    case Shared -> "; more than five customers have it.";
                    case Extension -> "; one of the two has an extension.";
                    case Stranger -> "; both the name and the address are others.";
                    case SimilarAddress -> ".";
                };
    }
}
