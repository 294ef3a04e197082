package org.callboard.bench;

import static org.callboard.bench.Searches.encoded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.search.Search;

/** The searches for customers, locations and what hangs on them. */
final class RecordSearches {

    private final Searches searches;
    private final Companies.Beans beans;
    private final Sample who;
    private final String day;

    RecordSearches(Searches searches, Companies.Beans beans, Sample who, String day) {
        this.searches = searches;
        this.beans = beans;
        this.who = who;
        this.day = day;
    }

    void add() {
        lists("customers", "Customers");
        customersAlone();
        lists("locations", "Locations");
        searches.list("locations", "customerId", "customerId=" + who.id());
        contacts();
        box();
        matches();
    }

    private void lists(String list, String title) {
        searches.group(title);
        searches.list(list, "first page", "");
        searches.list(list, "page 200", "page=200");
        searches.list(list, "first page, includeTotal", "includeTotal=true");
        searches.list(list, "newest change first", "sort=-ModifiedOn");
        searches.list(list, "newest first", "sort=-CreatedOn");
        searches.list(list, "active=False", "active=False");
        searches.list(list, "ids, three", "ids=%d,%d,%d".formatted(who.id(), who.id() + 1, who.id() + 2));
        searches.list(list, "createdOnOrAfter the last day", "createdOnOrAfter=" + day);
        searches.list(list, "modifiedOnOrAfter the last day", "modifiedOnOrAfter=" + day);
        searches.list(
                list, "modifiedOnOrAfter the last day, newest first", "sort=-ModifiedOn&modifiedOnOrAfter=" + day);
        searches.list(list, "modifiedBefore a day before all", "modifiedBefore=2015-01-01");
        words(list);
        searches.list(list, "latitude and longitude", "latitude=" + who.latitude() + "&longitude=" + who.longitude());
        String application = "externalDataApplicationGuid=" + AttachedRows.APPLICATION;
        searches.list(list, "external data of an application", application);
        searches.list(
                list,
                "external data, key and value",
                application + "&externalDataKey=accountNumber&externalDataValues=A-" + who.id() + ",A-1002");
    }

    private void words(String list) {
        String name = "name=" + encoded(who.name());
        String street = "street=" + encoded(who.street());
        searches.list(list, "name, first and last", name);
        searches.list(list, "name, last", "name=" + who.family());
        searches.list(list, "name, a frequent one", "name=smith");
        searches.list(
                list,
                "name, beginnings of two",
                "name=" + encoded(beginning(who.firstName()) + " " + beginning(who.family())));
        searches.list(list, "name, two letters", "name=sm");
        searches.list(list, "name, newest change first", "sort=-ModifiedOn&name=smith");
        searches.list(list, "name that nobody has", "name=qqzzy");
        searches.list(list, "street with number", street);
        searches.list(list, "street, a frequent word", "street=main");
        searches.list(list, "unit", "unit=" + encoded(who.unit()));
        searches.list(list, "city", "city=columbus");
        searches.list(list, "state", "state=OH");
        searches.list(list, "zip", "zip=" + who.zip());
        searches.list(list, "country", "country=USA");
        searches.list(list, "name and city", name + "&city=" + encoded(who.city()));
        searches.list(list, "name, a frequent one, and zip", "name=smith&zip=" + who.zip());
        searches.list(list, "street and zip", street + "&zip=" + who.zip());
        searches.list(
                list,
                "street, unit, city, state and zip",
                street + "&unit=" + encoded(who.unit()) + "&city=" + encoded(who.city()) + "&state=" + who.state()
                        + "&zip=" + who.zip());
    }

    private void customersAlone() {
        String digits = who.digits();
        searches.list("customers", "phone", "phone=" + digits);
        searches.list("customers", "phone as typed", "phone=" + encoded(who.phone()));
        searches.list("customers", "phone, last 7 digits", "phone=" + digits.substring(3));
        searches.list("customers", "phone, last 4 digits", "phone=" + digits.substring(6));
        searches.list("customers", "phone and name", "phone=" + digits + "&name=" + who.family());
        searches.list("customers", "phone that nobody has", "phone=2015550100");
    }

    private void contacts() {
        searches.group("Contacts and notes");
        searches.list("customers/" + who.id() + "/contacts", "contacts of a customer", "");
        searches.list(
                "customers/contacts", "contacts of customers changed on the last day", "modifiedOnOrAfter=" + day);
        searches.list(
                "customers/contacts", "contacts of named customers", "customerIds=" + who.id() + "," + (who.id() + 1));
        searches.list("locations/" + who.locationId() + "/contacts", "contacts of a location", "");
        searches.list(
                "locations/contacts", "contacts of locations changed on the last day", "modifiedOnOrAfter=" + day);
        searches.list("locations/contacts", "contacts of named locations", "locationIds=" + who.locationId());
        searches.list("customers/" + who.id() + "/notes", "notes of a customer", "");
        searches.list("locations/" + who.locationId() + "/notes", "notes of a location", "");
    }

    private void box() {
        searches.group("Search box");
        Search search = beans.bean(Search.class);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("first and last name", who.name());
        texts.put("last name", who.family());
        texts.put("a frequent name", "smith");
        texts.put("two letters", "sm");
        texts.put("beginnings of both names", beginning(who.firstName()) + " " + beginning(who.family()));
        texts.put("phone as typed", who.phone());
        texts.put("last 7 digits", who.digits().substring(3));
        texts.put("last 4 digits", who.digits().substring(6));
        texts.put("e-mail", who.mail());
        texts.put("number and street", who.door());
        texts.put("number, street and city", who.door() + " " + who.city());
        texts.put("last name and zip", who.family() + " " + who.zip());
        texts.put("frequent names and city", "mary smith columbus");
        texts.put("id", Long.toString(who.id()));
        texts.put("what nobody has", "qqzzy");
        texts.forEach((title, text) -> searches.service(title, () -> search.find(searches.tenant(), text, 20)));
    }

    private void matches() {
        searches.group("Likely matches of an inquiry");
        LikelyMatches matches = beans.bean(LikelyMatches.class);
        List<ContactDraft> phone = List.of(new ContactDraft(ContactType.Phone, who.phone(), null));
        List<ContactDraft> mail = List.of(new ContactDraft(ContactType.Email, who.mail(), null));
        List<ContactDraft> both = List.of(phone.getFirst(), mail.getFirst());
        searches.service("phone", () -> matches.of(searches.tenant(), Probe.of("", null, phone)));
        searches.service("e-mail", () -> matches.of(searches.tenant(), Probe.of("", null, mail)));
        searches.service("address", () -> matches.of(searches.tenant(), new Probe("", address(who), List.of())));
        searches.service(
                "name, address, phone and e-mail",
                () -> matches.of(searches.tenant(), new Probe(who.name(), address(who), both)));
        searches.service(
                "nobody known",
                () -> matches.of(
                        searches.tenant(),
                        new Probe(
                                "Nobody Known",
                                AddressParser.parse("1 Nowhere Pl", null, "Nowhere", null, "00000", null),
                                List.of(new ContactDraft(ContactType.Phone, "201-555-0100", null)))));
    }

    private static ParsedAddress address(Sample who) {
        return AddressParser.parse(who.street(), who.unit(), who.city(), null, who.zip(), null);
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(4, word.length()));
    }
}
