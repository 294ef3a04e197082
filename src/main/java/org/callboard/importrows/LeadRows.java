package org.callboard.importrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.importrows.LeadRows.Entry;
import org.callboard.importrows.StagedRow.Decided;
import org.callboard.jobs.Priority;
import org.callboard.leads.CreateLead;
import org.callboard.leads.CreateLead.NewLead;
import org.callboard.leads.LeadContacts;
import org.callboard.leads.LeadDetails;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.callboard.leads.LeadStatus;
import org.callboard.leads.Leads;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.CompanyFormats;
import org.callboard.listchoices.RowList;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.ManyMatches.Found;
import org.callboard.refusals.Refusal;
import org.callboard.requests.RequestReader;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowCells;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of people to call: each row becomes a lead. */
@Component
class LeadRows implements RowKind<Entry> {

    /** A lead, with the contacts and the address that it is found by. */
    record Entry(
            LeadDraft draft,
            LeadContacts contacts,
            @Nullable ParsedAddress address) {

        /** The lead, for the customer that its person is already. */
        NewLead of(@Nullable Found match) {
            LeadDetails details =
                    match == null ? draft.settled(null, null) : draft.settled(match.customerId(), match.locationId());
            return new NewLead(details, draft.tagTypeIds());
        }
    }

    /** The fields of a lead by their names on the wire. */
    private static final Map<String, ImportField> FIELDS = Map.ofEntries(
            Map.entry("leadCustomerName", ImportField.name),
            Map.entry("leadPhone", ImportField.phone),
            Map.entry("leadEmail", ImportField.email),
            Map.entry("leadStreet", ImportField.street),
            Map.entry("leadUnit", ImportField.unit),
            Map.entry("leadCity", ImportField.city),
            Map.entry("leadState", ImportField.state),
            Map.entry("leadZip", ImportField.zip),
            Map.entry("leadCountry", ImportField.country),
            Map.entry("summary", ImportField.notes),
            Map.entry("followUpDate", ImportField.followUpDate),
            Map.entry("priority", ImportField.priority));

    private static final List<ImportField> CONTACTS =
            List.of(ImportField.phone, ImportField.mobilePhone, ImportField.email);

    private final CreateLead create;
    private final Leads leads;
    private final Customers customers;
    private final RequestReader requests;

    LeadRows(CreateLead create, Leads leads, Customers customers, RequestReader requests) {
        this.create = create;
        this.leads = leads;
        this.customers = customers;
        this.requests = requests;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.Leads;
    }

    @Override
    public int atATime() {
        return 5000;
    }

    @Override
    public void check(long tenant, Choices choices, FieldErrors errors) {
        errors.addIf(
                choices.fields().stream().flatMap(Optional::stream).noneMatch(column -> switch (column.field()) {
                    case name, company, person, firstName, lastName, phone, mobilePhone, email -> true;
                    default -> false;
                }),
                "mapping",
                "Say which column has the name, the phone or the e-mail address.");
        Instant dated = choices.has(ImportField.followUpDate) ? Instant.EPOCH : null;
        Instant followUp = choices.followUpDate() == null ? dated : choices.followUpDate();
        try {
            create.check(tenant, draft(choices, followUp, null, null, LeadPerson.UNKNOWN, List.of()));
        } catch (Refusal e) {
            errors.addAll(e);
        }
    }

    private static LeadDraft draft(
            Choices choices,
            @Nullable Instant followUp,
            @Nullable Priority priority,
            @Nullable String summary,
            LeadPerson person,
            List<Long> tags) {
        return new LeadDraft(
                null,
                null,
                null,
                null,
                choices.campaignId(),
                priority,
                summary,
                choices.callReasonId(),
                followUp,
                null,
                person,
                tags,
                null,
                null);
    }

    @Override
    public Entry read(RowCells cells, Choices choices, CompanyFormats formats, FieldErrors errors) {
        FieldErrors wrong = new FieldErrors();
        LeadContacts contacts = new LeadContacts(cells.contacts(CONTACTS, formats.region()).all().stream()
                .filter(contact -> contact.kind() != ContactType.Fax)
                .toList());
        LeadPerson person = person(cells, choices, contacts, formats);
        boolean unknown = person.leadCustomerName() == null && person.leadPhone() == null && person.leadEmail() == null;
        errors.addIf(unknown, RowCells.ROW, "The row says neither who it is nor how to reach them.");
        Instant followUp = choices.followUpDate();
        String date = cells.get(ImportField.followUpDate);
        if (date != null && formats.dates().isNotSet(date)) {
            date = null;
        }
        if (date != null) {
            followUp = formats.dates().read(date).orElse(null);
            cells.warn(formats.dates().doubt(date));
            errors.addIf(
                    followUp == null,
                    ImportField.followUpDate.name(),
                    formats.dates().expected());
        }
        errors.addIf(
                date == null && followUp == null && choices.callReasonId() == null,
                ImportField.followUpDate.name(),
                "Either a call reason or a follow-up date is required.");
        LeadDraft draft = draft(
                choices,
                followUp,
                cells.choice(ImportField.priority, Priority.class),
                contacts.noted(noted(cells, choices)),
                person,
                Objects.requireNonNullElse(formats.fields().tags(cells, choices.tagTypeId()), List.of()));
        requests.checkDetails(draft, wrong);
        if (!person.isReachable()) { // else what can't be read is kept as it was typed, and warned of
            person.check(wrong, "leadPhone", "leadEmail");
        }
        wrong.asMap()
                .forEach((path, sentences) -> sentences.forEach(sentence ->
                        errors.add(FIELDS.containsKey(path) ? FIELDS.get(path).name() : RowCells.ROW, sentence)));
        return new Entry(draft, contacts, address(person));
    }

    private static @Nullable ParsedAddress address(LeadPerson person) {
        Address address = person.knownAddress();
        return address == null ? null : AddressParser.parse(address);
    }

    /** A lead is a person; for whom they speak stands in its note. */
    private static @Nullable String noted(RowCells cells, Choices choices) {
        String company = choices.names(cells).companyOfLead();
        return VisibleText.orNull(Stream.of(cells.notes(), company == null ? null : "Company: " + company)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n")));
    }

    private static LeadPerson person(RowCells cells, Choices choices, LeadContacts contacts, CompanyFormats formats) {
        LeadPerson person = LeadPerson.at(
                        cells.addresses(formats.country()).first(),
                        choices.names(cells).lead(),
                        contacts.phone(),
                        contacts.email())
                .tidy();
        return person.placed()
                ? person
                : LeadPerson.at(null, person.leadCustomerName(), person.leadPhone(), person.leadEmail());
    }

    @Override
    public Probe probe(Entry lead) {
        LeadPerson person = lead.draft.person();
        return new Probe(Objects.requireNonNullElse(person.leadCustomerName(), ""), lead.address, lead.contacts.all());
    }

    @Override
    public List<Address> addresses(Entry lead) {
        return Optional.ofNullable(lead.draft.person().knownAddress()).stream().toList();
    }

    /** Nobody is to be called twice, whatever name the two rows have. */
    @Override
    public List<RowKey> keys(Entry lead, RowCells cells, Choices choices, String region) {
        List<RowKey> keys = new ArrayList<>();
        for (ContactDraft contact : lead.contacts.all()) {
            for (NormalizedContact one : contact.read(region).all()) {
                String what = one.kind() == ContactType.Email ? "e-mail" : "phone";
                keys.add(new RowKey(what, what + one.identity()));
            }
        }
        LeadPerson person = lead.draft.person();
        if (person.leadCustomerName() != null && person.leadStreet() != null && lead.address != null) {
            keys.add(RowKey.of(RowKey.plain(person.leadCustomerName()), lead.address));
        }
        return keys;
    }

    @Override
    public List<Long> make(long tenant, List<Wanted<Entry>> wanted) {
        List<NewLead> all =
                wanted.stream().map(one -> one.draft().of(one.match())).toList();
        return create.createAll(tenant, all, LeadSource.List);
    }

    /** A lead becomes that of the customer to whom somebody attached its row. */
    @Override
    public Map<Integer, Aim> aims(long tenant, RowList list, List<Candidate<Entry>> rows, boolean locked) {
        Map<Integer, Long> attached = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Decided decided = rows.get(i).row().decided();
            if (decided != null && decided.customerId() != null) {
                attached.put(i, decided.customerId());
            }
        }
        Map<Integer, Aim> aims = new HashMap<>();
        if (!attached.isEmpty()) {
            Map<Long, Customer> known =
                    customers.all(tenant, List.copyOf(new HashSet<>(attached.values())), null).stream()
                            .collect(Collectors.toMap(Customer::id, Function.identity()));
            attached.forEach((i, id) -> {
                Customer customer = known.get(id);
                aims.put(
                        i,
                        customer != null && customer.active()
                                ? aim(rows.get(i), customer)
                                : Aim.missed(RowProblems.ROW, "Customer " + id + " is not there any more."));
            });
        }
        return aims;
    }

    private static Aim aim(Candidate<Entry> row, Customer customer) {
        return row.problems().isEmpty()
                ? Aim.attached(new Found(customer.id(), customer.details().name(), List.of(), null))
                : Aim.missed(row.problems());
    }

    @Override
    public Map<Integer, String> takeBack(long tenant, Collection<DoneRow> rows, RowMemory memory) {
        Map<Long, Integer> made = new HashMap<>();
        rows.forEach(row -> made.put(row.recordId(), row.number()));
        Set<Long> gone = new HashSet<>(leads.takeBackAll(tenant, made.keySet()));
        List<Long> left =
                made.keySet().stream().filter(id -> !gone.contains(id)).toList();
        Map<Long, LeadStatus> states = leads.states(tenant, left);
        Map<Integer, String> reasons = new HashMap<>();
        left.forEach(id -> reasons.put(made.get(id), reason(states.get(id))));
        return reasons;
    }

    private static String reason(@Nullable LeadStatus status) {
        if (status == null) {
            return "It was taken back already.";
        }
        return switch (status) {
            case Converted -> "It was won.";
            case Dismissed -> "It was dismissed.";
            case Open -> "Somebody has worked with it since.";
        };
    }
}
